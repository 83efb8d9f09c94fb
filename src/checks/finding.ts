import type { Problem } from "../model/problem.ts";

/** An error stops publication in CI; a warning asks to be looked at; a hint may well be wrong, and is shown only where it is asked for. */
export const severities = ["error", "warning", "hint"] as const;
export type Severity = (typeof severities)[number];

/** A change that mends a finding and cannot change what the text says: from and to are offsets into the file's text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Something that the check found, with all that is needed to find and mend it. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  /** The text that was found, as it stands in the file: an exception can name it. Empty where something is missing. */
  readonly found: string;
  readonly edit?: Edit;
}

/** A problem as a finding of a rule; one whose place is not known stands at the beginning of its file. */
export function asFinding(problem: Problem, rule: string, severity: Severity): Finding {
  return { line: 1, column: 1, found: "", ...problem, rule, severity };
}
