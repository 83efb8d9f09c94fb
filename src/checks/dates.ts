import { oncePer } from "../model/memo.ts";
import { daysIn as daysOfText, type NamedDay } from "../text/days.ts";
import type { Document, Passage, Spot } from "./document.ts";

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** The days that a passage names, without those whose number may be part of another: “3–5 March”, “10:30 March”. */
export const daysIn = oncePer(({ text, lang }: Pick<Passage, "text" | "lang">): readonly NamedDay[] =>
  daysOfText(text, [lang]).filter(
    ({ words, index }) => !(/^\p{N}/u.test(words) && /[.,:–-]/.test(text[index - 1] ?? "")),
  ),
);

/** A day that a document names, and where. */
export interface Day {
  readonly passage: Passage;
  readonly named: NamedDay;
  readonly at: Spot;
}

/** The days that a document names. */
export function daysOf(document: Document): Day[] {
  return document.passages.flatMap((passage) =>
    daysIn(passage).map((named) => ({
      passage,
      named,
      get at() {
        return document.in(passage, named.index, named.words.length);
      },
    })),
  );
}

/** The moment at which a named day begins in UTC, in its own year or in another. */
export function timeOf({ day, month, year = 0 }: NamedDay, instead = year): number {
  return Date.UTC(instead, month - 1, day);
}

/** Whether a month has such a day; February has 29 where the year is not known. */
export function exists({ day, month, year = 2000 }: Pick<NamedDay, "day" | "month" | "year">): boolean {
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
