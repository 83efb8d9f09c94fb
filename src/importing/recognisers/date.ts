import { isoDay } from "../../text/days.ts";
import type { Context, Draft, Recognise } from "../draft.ts";
import { valuesOf } from "../fields.ts";
import {
  dayAndMonth,
  dayInPath,
  dayOfField,
  daysIn,
  type FullDay,
  hasShortYear,
  unclearDayIn,
} from "../wording/calendar.ts";
import { datelineOf, lineOf, postedOn } from "../wording/dateline.ts";

const DAY_GOES = "The day: the field “date” carries it.";

/** Days by which a text may be older than the first of its archive: what lies further back is what it tells of. */
const BEFORE = 366;
/** The same for a text without an archive: years before the day of the import. */
const YEARS = 25;

/**
 * The day of the dateline. A dateline in the text beats the page's own date, which is often the day of the upload; then
 * come the source's field, the file's name and folders, a line that is nothing but a date, and a day inside a sentence,
 * which is only a guess.
 */
export const date: Recognise = (draft, context) => {
  const { fields, name, today } = context;
  const stated = valuesOf(fields, "date")
    .map((value) => ({ words: String(value ?? ""), day: dayOfField(value) }))
    .find(({ day }) => day !== undefined);
  const named = dayInPath(name);
  const posted = takePosted(draft);
  const page = stated?.day ?? named?.date ?? posted?.date;

  const dateline = datelineOf(draft);
  const full = dateline && (daysIn(dateline.head)[0]?.date ?? withYear(dateline.head, page));
  if (full && dateline) draft.found("date", full, dateline.head, "certain");
  const line = dateline?.isAlone && dateline.place === undefined ? dateline.block : undefined;
  const above = line === undefined ? undefined : draft.blocks[line];
  if (above) draft.drop(above, DAY_GOES);
  if (stated?.day) draft.found("date", stated.day, stated.words, "stated");
  for (const day of [named, posted]) if (day) draft.found("date", day.date, day.words, "certain");
  if (full && page && full !== page) {
    draft.look(`The dateline says ${full}, the page ${page}. The dateline counts.`, dateline?.head ?? "");
  }
  if (!full && !page) {
    const alone = lineOfItsOwn(draft);
    if (alone) {
      draft.found("date", alone.date, alone.words, "certain");
      const block = draft.blocks.slice(0, 3).find(({ text }) => text === alone.words);
      if (block && lineOf(block.text)?.place === undefined) draft.drop(block, DAY_GOES);
    } else guessDay(draft, context);
  }
  const day = draft.first<string>("date");
  const unclear = day ? undefined : draft.blocks.slice(0, 5).flatMap(({ text }) => unclearDayIn(text) ?? [])[0];
  if (unclear) draft.look("Of this day nobody can say which number is the month. Write the field “date”.", unclear);
  const words = draft.findings.find(({ field }) => field === "date")?.words ?? "";
  if (!draft.guess && hasShortYear(words)) {
    draft.guess = `the year in “${words}” has two digits`;
    draft.look("The year of the day has two digits. Make sure that none of the others is the year.", words);
  }
  if (day && today && day > today && !draft.guess) {
    draft.guess = "the day is still to come";
    draft.look("The day of the release is in the future. Make sure that it is not that of an event.", day);
  }
};

/** Takes out the line at the top that says when the page was published. */
function takePosted(draft: Draft): FullDay | undefined {
  const above = draft.head.map(postedOn).find(Boolean);
  if (above) return above;
  for (const block of draft.blocks.slice(0, 3)) {
    const day = block.kind === "paragraph" ? postedOn(block.text) : undefined;
    if (!day) continue;
    draft.drop(block, DAY_GOES);
    return day;
  }
  return undefined;
}

/** A dateline's day without a year takes that of the page, where the two are near each other. */
function withYear(head: string, page: string | undefined): string | undefined {
  const partial = dayAndMonth(head);
  if (!partial || !page) return undefined;
  const day = isoDay(Number(page.slice(0, 4)), partial.month, partial.day);
  const distance = day ? Math.abs(Date.parse(day) - Date.parse(page)) / 86_400_000 : 1000;
  return distance <= 60 ? day : undefined;
}

/** A line at the top or the end that is nothing but a day, with a place or who signs beside it. */
function lineOfItsOwn(draft: Draft): { readonly date: string; readonly words: string } | undefined {
  const blocks = [...draft.blocks.slice(0, 4), ...draft.blocks.slice(-5)];
  for (const line of [...draft.head, ...blocks.flatMap(({ text, lines = [text] }) => lines)]) {
    const [day] = daysIn(line);
    if (day && (lineOf(line) || isSigned(line, day))) return { date: day.date, words: line };
  }
  return undefined;
}

/** `Ministry of Health, 6 March 2023`: beside the day stand capitalised words alone. */
function isSigned(line: string, day: FullDay): boolean {
  const words = line
    .replace(day.words, "")
    .split(/[\s,.–—]+/)
    .filter((word) => /[^-]/.test(word));
  return (
    line.length <= 90 &&
    daysIn(line).length === 1 &&
    words.length > 0 &&
    words.every((word) => /^-*(?:\p{Lu}[\p{L}'’-]*|(?:of|the|for|and|de|du|des|et|и|по)-*)$/u.test(word))
  );
}

/** The first day inside a sentence that can be the release's: likely that of the event, so a person must look at it. */
function guessDay(draft: Draft, { today, earliest }: Context): void {
  const first = earliest
    ? new Date(Date.parse(earliest) - BEFORE * 86_400_000).toISOString().slice(0, 10)
    : today && `${Number(today.slice(0, 4)) - YEARS}${today.slice(4)}`;
  for (const { text } of draft.blocks.slice(0, draft.end)) {
    const day = daysIn(text).find(
      ({ date: each, words }) => !hasShortYear(words) && !(today && each > today) && !(first && each < first),
    );
    if (!day) continue;
    const words = text.slice(Math.max(0, day.index - 60), day.index + day.words.length + 20);
    draft.found("date", day.date, words, "likely");
    draft.guess = `a guess from “${day.words}” in the text`;
    draft.look(
      "There is no dateline, so a day that the text names was taken. Make sure that it is the release's.",
      words,
    );
    return;
  }
}
