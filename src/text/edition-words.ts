import type { EditionText } from "../model/edition.ts";
import { sha256 } from "../model/hash.ts";
import { day } from "./dates.ts";
import { withoutIsolates } from "./isolate.ts";
import { period } from "./period.ts";
import { saidOf, wordsOf } from "./plain-words.ts";
import { parseText } from "./text.ts";
import { plainText } from "./writers/plain-text.ts";

/** Returns a hash over the words of an edition. Marks, spaces, capital letters and addresses behind links do not count. */
export function editionHash(text: EditionText, lang: string): string {
  const words = saidOf(wordsOf(wordLines(text, lang).join("\n")));
  return sha256(words.join(" "), text.date, JSON.stringify(text.event) ?? "").slice(0, 16);
}

/** Returns the lines of an edition as they are read. */
export function editionLines(text: EditionText, lang: string): string[] {
  const { date, event } = text;
  const when = event ? [`${withoutIsolates(period(event.start, event.end, lang))} ${event.place}`] : [];
  return [...wordLines(text, lang), day(date, lang), ...when];
}

function wordLines(text: EditionText, lang: string): string[] {
  const { title, subtitle, figures = [], image, gallery = [], notes, body } = text;
  const plain = (markdown: string) => withoutIsolates(plainText(parseText(markdown, lang))).split("\n");
  return [
    title,
    ...(subtitle === undefined ? [] : [subtitle]),
    ...plain(body),
    ...figures.map(({ value, label, source }) => [value, label, source].filter(Boolean).join(" ")),
    ...[...(image ? [image] : []), ...gallery].flatMap(({ caption, alt, credit, date, place, people = [] }) =>
      [caption, alt, credit, date && day(date, lang), place, ...people].flatMap((said) => said ?? []),
    ),
    ...(notes === undefined ? [] : plain(notes)),
  ].filter((line) => line.trim() !== "");
}
