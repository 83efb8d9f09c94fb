import type { Dropped, Finding, Look } from "./incoming.ts";
import type { Imported } from "./release.ts";

/** How a release that was imported before stands now. */
export type Standing = "there already" | "edited since" | "deleted since" | "changed at its source since";

/** What came of one source, for people and as JSON. */
export interface Report {
  readonly source: string;
  /** `imported`, or why there is no new file. */
  readonly outcome: "imported" | Standing | "skipped" | "failed";
  /** The release's file, from the content folder. */
  readonly file?: string;
  readonly format?: string;
  /** Fields that a person must add before it is published. */
  readonly missing?: readonly string[];
  /** Whether it waits as a draft. */
  readonly isDraft?: boolean;
  /** Why it failed, or was skipped. */
  readonly reason?: string;
  readonly recognised: readonly Finding[];
  readonly dropped: readonly Dropped[];
  readonly look: readonly Look[];
}

/** The report of a source; without `more`, of one of which nothing new came. */
export function reportOf(source: string, outcome: Report["outcome"], more: Partial<Report> = {}): Report {
  return { source, outcome, recognised: [], dropped: [], look: [], ...more };
}

/** The report of a release that was imported. */
export function importReport(source: string, file: string, imported: Imported): Report {
  const { draft, format, missing, isDraft } = imported;
  const { findings: recognised, dropped, looks: look } = draft;
  return reportOf(source, "imported", { file, format, missing, isDraft, recognised, dropped, look });
}
