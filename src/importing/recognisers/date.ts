import { dayAndMonth, dayOf, dayOfField, daysIn } from "../calendar.ts";
import type { Draft, Recognise } from "../draft.ts";
import { datelineOf } from "./place.ts";

/**
 * The day of the dateline. A dateline in the text beats the page's own date, which is often the day of the upload; then
 * come the source's field, the file's name, a line that is nothing but a date, and the day of the event that the text is about.
 */
export const date: Recognise = (draft, { fields, name }) => {
  const stated = ["date", "pubdate", "published", "publishDate", "publish_date", "created"]
    .map((field) => ({ words: String(fields[field] ?? ""), day: dayOfField(fields[field]) }))
    .find(({ day }) => day !== undefined);
  const file = /(?:^|\/)(\d{4})-?(\d{2})-?(\d{2})[^/]*$/.exec(name);
  const named = file ? dayOf(Number(file[1]), Number(file[2]), Number(file[3])) : undefined;
  const page = stated?.day ?? named;

  const dateline = datelineOf(draft);
  const full = dateline && (daysIn(dateline.head)[0]?.date ?? withYear(dateline.head, page));
  if (full && dateline) draft.found("date", full, dateline.head, "certain");
  if (stated?.day) draft.found("date", stated.day, stated.words, "stated");
  if (named) draft.found("date", named, file?.[0] ?? "", full || stated?.day ? "certain" : "likely");
  if (full && page && full !== page) {
    draft.look(`The dateline says ${full}, the page ${page}. The dateline counts.`, dateline?.head ?? "");
  }
  if (full || page) return;
  const alone = lineOfItsOwn(draft);
  if (alone) draft.found("date", alone.date, alone.words, "certain");
  else eventDay(draft);
};

/** A dateline's day without a year takes that of the page, where the two are near each other. */
function withYear(head: string, page: string | undefined): string | undefined {
  const partial = dayAndMonth(head);
  if (!partial || !page) return undefined;
  const day = dayOf(Number(page.slice(0, 4)), partial.month, partial.day);
  const distance = day ? Math.abs(Date.parse(day) - Date.parse(page)) / 86_400_000 : 1000;
  return distance <= 60 ? day : undefined;
}

function lineOfItsOwn(draft: Draft) {
  const lines = [...draft.blocks.slice(0, 4), ...draft.blocks.slice(-4)];
  for (const { text } of lines) {
    const [day] = daysIn(text);
    if (day && text.length - day.words.length <= 25) return { date: day.date, words: text };
  }
  return undefined;
}

/** The first day named in full in the text: likely that of the event, so a person looks at it. */
function eventDay(draft: Draft): void {
  for (const { text } of draft.blocks.slice(0, draft.end)) {
    const [day] = daysIn(text);
    if (!day) continue;
    draft.found("date", day.date, around(text, day.index, day.words.length), "likely");
    draft.look("There is no dateline: the first day that the text names stands for it.", day.words);
    return;
  }
}

function around(text: string, index: number, length: number): string {
  return text.slice(Math.max(0, index - 60), index + length + 20);
}
