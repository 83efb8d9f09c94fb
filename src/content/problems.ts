import type { Problem } from "../model/problem.ts";

/** So many mistakes of one kind are told of one file at a time: nobody reads more, and each costs a look for its place. */
const MOST = 20;

/** What is to be said of mistakes of one kind in one file: of the first ones, and how many more there are. */
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
