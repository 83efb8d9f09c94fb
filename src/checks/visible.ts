import type { Severity } from "./finding.ts";

/** Marks that readers see: how they are found, what is wrong and what to write. */
export interface VisibleMark {
  /** Looked for in what readers see of a text. Without a bound on its length a pattern takes forever on long lines. */
  readonly pattern: RegExp;
  /** Where a text has none of these characters, it is not looked for: to see that is quick, to look at each letter is not. */
  readonly needs?: string;
  readonly message: (found: RegExpExecArray) => string;
  readonly fix: (found: RegExpExecArray) => string;
  readonly severity?: Severity;
  /** Finds of the same kind are told once, with the lines of all; without it all finds of the pattern are. */
  readonly kind?: (found: RegExpExecArray) => string;
  /** Whether a find is one, where the pattern cannot say it. */
  readonly is?: (found: RegExpExecArray) => boolean;
  /** Where it can be: in Markdown, in fields of plain words, or in both. */
  readonly where?: "markdown" | "plain";
}

/** What was found, short enough for a message. */
export function short(words: string): string {
  const line = words.replaceAll("\ue000", "").replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
