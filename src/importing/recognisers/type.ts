import type { ReleaseType } from "../../model/release.ts";
import { types } from "../data.ts";
import type { Recognise } from "../draft.ts";
import { listField } from "../fields.ts";

const kinds = Object.entries(types).map(([type, words]) => [type as ReleaseType, new RegExp(words, "iu")] as const);

/** Speeches, statements and advisories, where the source says so; all else is a press release. */
export const type: Recognise = (draft, { fields, name }) => {
  const title = draft.first<string>("title") ?? "";
  const own = listField(fields, "type");
  const labels = draft.all<string>("type");
  draft.findings.splice(0, draft.findings.length, ...draft.findings.filter(({ field }) => field !== "type"));
  const folder = name
    .split("/")
    .slice(-6, -1)
    .find((part) => /^(?:speeches|statements|media-advisories)$/i.test(part));
  for (const [words, sure] of [
    ...own.map((words) => [words, "stated"] as const),
    [labels[0], "certain"],
    [title, "certain"],
    [folder, "likely"],
  ] as const) {
    const kind = words && kinds.find(([, pattern]) => pattern.test(words.trim()))?.[0];
    if (words && kind) return draft.found("type", kind, words, sure);
  }
};
