import type { Draft, Recognise } from "../draft.ts";
import { daysIn, type FullDay } from "../wording/calendar.ts";
import { type Dateline, datelineOf } from "../wording/dateline.ts";
import { known, type Mention, type Name, namesOf } from "../wording/names.ts";

/** Characters in which the words of a link end. */
const LONGEST_LINK = 200;

/** The place of the dateline; without one, a known place beside the day of the event ("held in Smarhon on January 27, 2017"). */
export const place: Recognise = (draft, { terms }) => {
  const names = namesOf(terms.locations);
  const dateline = datelineOf(draft);
  // "UNDP – the programme that …": what the office knows as a partner is no place.
  const isPartner = namesOf(terms.partners).some(({ name }) => name === dateline?.place);
  if (dateline?.place && !isPartner) {
    const id = idOfPlace(dateline.place, names);
    const value = id ? { id, name: dateline.place } : { name: dateline.place };
    draft.found("location", value, dateline.head, "certain");
    if (id) takeOut(draft, dateline);
    return;
  }
  for (const { text } of draft.blocks.slice(0, draft.end)) {
    const days = daysIn(text);
    const hit = days.length > 0 && known(text, names).find((name) => days.some((day) => isBeside(text, name, day)));
    if (!hit) continue;
    draft.found(
      "location",
      { id: hit.id, name: hit.words },
      text.slice(Math.max(0, hit.index - 60), hit.index + 60),
      "likely",
    );
    return;
  }
};

/** `in Smarhon on January 27, 2017`, `27 января 2017 г. в Сморгони`: nothing but a small word stands between place and day. */
function isBeside(text: string, name: Mention, day: FullDay): boolean {
  const [first, second] = name.index < day.index ? [name, day] : [day, name];
  const between = text.slice(first.index + first.words.length, second.index);
  const before = text.slice(Math.max(0, name.index - 5), name.index);
  return (
    between.length <= 12 &&
    /^[\s,.\p{Ll}\p{Lo}]*$/u.test(between) &&
    !/[.!?]\s/.test(between.replace(/г\./, "")) &&
    !/\bto $/.test(before)
  );
}

/** The id of the place that a dateline names, alone or with its region: `Smarhon, Northland`. */
export function idOfPlace(place: string, names: readonly Name[]): string | undefined {
  const [city = ""] = place.split(",");
  return names.find(({ name }) => [city, place].some((words) => words.trim().toLowerCase() === name.toLowerCase()))?.id;
}

/** A dateline that the fields carry in full goes from the text: the page shows it above. */
function takeOut(draft: Draft, dateline: Dateline): void {
  const block = dateline.block === undefined ? undefined : draft.blocks[dateline.block];
  if (!block || daysIn(dateline.head).length === 0) return;
  const why = "The dateline: the fields “location” and “date” carry it.";
  if (dateline.isAlone) {
    draft.drop(block, why);
    return;
  }
  const length = lengthIn(block.markdown, dateline.head);
  if (length === undefined) return;
  const rest = block.text.slice(dateline.head.length).replace(/^[\s:.,)\]/–—―-]+/, "");
  draft.replace(draft.blocks.indexOf(block), 1, { ...block, markdown: block.markdown.slice(length), text: rest });
  draft.dropped.push({ words: dateline.head, why });
}

/**
 * The characters of a Markdown text that a beginning takes, with the marks around it and behind it; undefined where a link
 * stands in it, or emphasis that goes on behind it would be cut in two.
 */
function lengthIn(markdown: string, head: string): number | undefined {
  let at = 0;
  for (const character of head.match(/[\p{L}\p{N}]/gu) ?? []) {
    while (at < markdown.length && markdown[at] !== character) {
      if (/^(?:[\p{L}\p{N}]|\[[^\]]*\][([])/u.test(markdown.slice(at, at + LONGEST_LINK))) return undefined;
      at++;
    }
    at++;
  }
  const marks = /^[\s\\*_:.,)\]/–—―-]*/.exec(markdown.slice(at))?.[0] ?? "";
  for (let end = at + marks.length; end >= at; end--) {
    const taken = markdown.slice(0, end);
    const isWhole = [/\*\*/g, /(?<!\*)\*(?!\*)/g].every((mark) => (taken.match(mark)?.length ?? 0) % 2 === 0);
    if (isWhole && !/^[\s*]*$/.test(taken) && /\S/.test(markdown.slice(end))) return end;
  }
  return undefined;
}
