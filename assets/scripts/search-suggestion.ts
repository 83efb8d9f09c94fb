import type { Index } from "./search-index.ts";

declare const WORDS: Readonly<Record<"meant", string>>;

/** A shorter word has too many that are like it; the index knows none. */
const LEAST = 4;
/** What a word may have at its end that the index has without: endings of languages. */
const ENDING = 3;

const fold = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Says behind the count of results what else may have been meant, where nothing that is shown has a word of the question. Who
 * types a word is left in peace while its beginning is found.
 */
export async function suggest(
  question: string,
  volumes: readonly string[],
  index: Index,
  list: Element,
  status: Element,
): Promise<void> {
  const shown = fold(list.textContent ?? "");
  const said = status.textContent;
  const isShown = (word: string) => shown.includes(word);
  if (shown && fold(question).split(/\s+/).every(isShown)) return;
  const words = await meant(question, volumes);
  const answer = words && (await index.answer({ words, chosen: {}, order: "best" }, false));
  if (!answer || answer.results.length === 0 || status.textContent !== said) return;
  const link = document.createElement("a");
  link.href = `?${new URLSearchParams({ q: words })}`;
  link.textContent = words;
  const [before = "", after = ""] = WORDS.meant.split("{words}");
  status.append(document.createElement("br"), before, link, after);
}

/** A question in which each word that the index does not know is the one that is most like it, and of those the most common; undefined where one has none. */
async function meant(question: string, volumes: readonly string[]): Promise<string | undefined> {
  const files = await Promise.all(volumes.map(async (volume) => (await fetch(`${volume}words.txt`)).text()));
  // Each line has the words that are twice as common as those of the line before.
  const known = files.flatMap((file) =>
    file.split("\n").flatMap((line, level) => line.split(" ").map((word) => ({ word, plain: fold(word), level }))),
  );
  let isLost = false;
  const words = question.replace(/\p{L}[\p{L}\p{M}'’-]*/gu, (word) => {
    const plain = fold(word);
    const isKnown = known.some(
      (other) =>
        other.plain.startsWith(plain) ||
        (other.plain.length >= LEAST && plain.startsWith(other.plain) && plain.length - other.plain.length <= ENDING),
    );
    if (plain.length < LEAST || isKnown) return word;
    let best = { word, level: 0 };
    let least = plain.length > 7 ? 2 : 1;
    for (const other of known) {
      if (Math.abs(other.plain.length - plain.length) > least) continue;
      const distance = distanceOf(plain, other.plain);
      if (distance < least || (distance === least && (best.word === word || other.level > best.level))) {
        best = other;
        least = distance;
      }
    }
    isLost ||= best.word === word;
    return best.word;
  });
  return isLost || words === question ? undefined : words;
}

/** How many letters are to be added, left out, changed or swapped with their neighbour (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
