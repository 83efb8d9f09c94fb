import type { Problem } from "../model/problem.ts";

/** The most mistakes of one kind that are reported per file: nobody reads more, and finding the place of each takes time. */
const MOST = 20;

/** Returns the problems of the first mistakes of one kind in one file, and one that counts the others. */
export function problemsOf<T>(mistakes: readonly T[], tell: (mistake: T) => Problem | readonly Problem[]): Problem[] {
  const problems = mistakes.slice(0, MOST).flatMap((mistake) => tell(mistake));
  const last = problems.at(-1);
  const more = mistakes.length - MOST;
  if (!last || more <= 0) return problems;
  const { file, line, column } = last;
  return [
    ...problems,
    {
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      message: `There ${more === 1 ? "is 1 more mistake" : `are ${more} more mistakes`} of this kind in the file.`,
      fix: "Put the first ones right: then the next are told.",
    },
  ];
}
