/**
 * One thing an editor has to mend, with all that is needed to find and mend it.
 * `line` and `column` count from 1; `frame` is the lines around the place, ready to print.
 */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The field as an editor would say it: `partners, 2nd entry, role`. */
  readonly field?: string;
  /** What is wrong, in one plain sentence. */
  readonly message: string;
  /** What would be right, in one plain sentence. */
  readonly fix: string;
  readonly frame?: string;
}

/** What is wrong with something, and what would be right, where its place is not known yet. */
export type Fault = Pick<Problem, "message" | "fix">;

/** What was read, or what is wrong with it. */
export type Read<T, P = Problem> =
  | { readonly is: "read"; readonly value: T }
  | { readonly is: "wrong"; readonly problems: readonly P[] };

/** Returns that something was read. */
export function read<T>(value: T): Read<T, never> {
  return { is: "read", value };
}

/** Returns that something could not be read, and why. */
export function wrong<P>(...problems: readonly P[]): Read<never, P> {
  return { is: "wrong", problems };
}

/** Reads on from what was read; what is wrong stays as it is. */
export function andThen<A, B, P = Problem>(first: Read<A, P>, next: (value: A) => Read<B, P>): Read<B, P> {
  return first.is === "wrong" ? first : next(first.value);
}

/** Sorts problems the way an editor mends them: file by file, from the top down. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}
