/** Ends of domains that stand in mail addresses; of a country's two letters, those that are no word of English. */
const ENDS =
  "(?:com|org|net|int|gov|edu|info|mil|eu|[a-z]{2}\\.[a-z]{2}|by|ru|ua|kz|kg|uz|tj|tm|ge|am|az|md|pl|lt|lv|ee|fr|de|uk|ch|es|sg)";

/** How a mail address looks when a key was missed; what stands for the address itself is group 1. */
const broken: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/(?<![\w.+-])([\w.+-]{1,64}@{2,}[\w-]+(?:\.[\w-]+)*)/g, "has two @"],
  [/(?<![\w.+-])([\w.+-]{1,64}@[\w.-]{1,80}@[\w-]+(?:\.[\w-]+)*)/g, "has two @"],
  [
    new RegExp(`(?<![\\w.+-])([\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)*,${ENDS})(?![\\w-])`, "gi"),
    "has a comma in place of a dot",
  ],
  [new RegExp(`(?<![\\w.+-])([\\w.+-]{1,64},[\\w.+-]{2,64}@[\\w-]+\\.${ENDS})(?![\\w-])`, "gi"), "has a comma in it"],
  [
    new RegExp(`(?<![\\w.+-])([\\w.+-]{2,64} @(?! )[\\w-]+(?:\\.[\\w-]+)*\\.${ENDS})(?![\\w-])`, "gi"),
    "has a space in it",
  ],
  [new RegExp(`(?<![\\w.+-])([\\w.+-]{2,64}@ [\\w-]+(?:\\.[\\w-]+)*\\.${ENDS})(?![\\w-])`, "gi"), "has a space in it"],
  [
    new RegExp(`(?<![\\w.+-])([\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)*(?: \\.|\\. )${ENDS})(?![\\w.-])`, "gi"),
    "has a space in it",
  ],
  [
    new RegExp(
      `(?<=(?:[:(]|mail|to|at|по|на|à|al?) )([a-z]{2,24}\\. [a-z]{2,24}@[\\w-]+(?:\\.[\\w-]+)*\\.${ENDS})(?![\\w-])`,
      "g",
    ),
    "has a space in it",
  ],
  [/(?<![\w.+-])([\w.+-]{1,64}(?:@\.|\.@|@[\w-]+(?:\.[\w-]+)*\.\.)[\w-]+(?:\.[\w-]+)*)/g, "has a dot too many"],
  [
    /(?<=(?:[:(]|mail|to|at|contact|via|по|à|al?) )(?<![\w.+@/-])([a-z][a-z\d.+_-]{2,63}@[a-z][a-z\d-]{2,62})(?![\w@-]|\.[\w-])/g,
    "has no end, such as .org",
  ],
];

/** Mail addresses of a text that nothing can be sent to. */
export function brokenMailsIn(
  text: string,
): { readonly found: string; readonly index: number; readonly what: string }[] {
  if (!text.includes("@")) return [];
  const taken: { from: number; to: number }[] = [];
  return broken.flatMap(([pattern, what]) =>
    [...text.matchAll(pattern)].flatMap(({ 1: found = "", index }) => {
      if (taken.some(({ from, to }) => index < to && index + found.length > from)) return [];
      taken.push({ from: index, to: index + found.length });
      return [{ found, index, what }];
    }),
  );
}
