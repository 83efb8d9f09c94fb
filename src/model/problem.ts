/**
 * One mistake that an editor has to correct, with all that is needed to find and correct it.
 * `line` and `column` count from 1; `frame` is the lines around the place, ready to print.
 */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The field in an editor's words: `partners, 2nd entry, role`. */
  readonly field?: string;
  /** What is wrong, in one plain sentence. */
  readonly message: string;
  /** How to correct it, in one plain sentence. */
  readonly fix: string;
  readonly frame?: string;
}

/** A mistake whose place is not known yet. */
export type Fault = Pick<Problem, "message" | "fix">;

/** The result of reading something: its value, or its problems. */
export type Read<T, P = Problem> =
  | { readonly is: "read"; readonly value: T }
  | { readonly is: "wrong"; readonly problems: readonly P[] };

/** Returns the result of a successful reading. */
export function read<T>(value: T): Read<T, never> {
  return { is: "read", value };
}

/** Returns the result of a failed reading. */
export function wrong<P>(...problems: readonly P[]): Read<never, P> {
  return { is: "wrong", problems };
}

/** Continues a reading with its value; a failed reading stays as it is. */
export function andThen<A, B, P = Problem>(first: Read<A, P>, next: (value: A) => Read<B, P>): Read<B, P> {
  return first.is === "wrong" ? first : next(first.value);
}

/** Returns the value of a reading; undefined for a failed one, whose problems are added to the others. */
export function valueOr<T, P>(result: Read<T, P>, problems: P[]): T | undefined {
  if (result.is === "read") return result.value;
  problems.push(...result.problems);
  return undefined;
}

/** Sorts problems in the order in which an editor corrects them: file by file, from the top down. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}
