import { dayAndMonth, daysIn, type NamedDay, WEEKDAY } from "../calendar.ts";
import type { Draft, Recognise } from "../draft.ts";
import { known, type Mention, namesOf } from "../names.ts";
import { LABEL } from "./title.ts";

/** What stands before the dash at the beginning of a release: place, day, sometimes the agency. */
export interface Dateline {
  readonly block: number;
  readonly head: string;
  /** The name of the place, as written. */
  readonly place?: string;
  /** Whether it is a line of its own. */
  readonly isAlone: boolean;
}

const DASH = /\s+[-–—―]+\s*|\s*[–—―]+\s*|\s--\s|:\s/;
const LONGEST = 90;
const PLACE =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}+)(?:[\s-](?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}+|de|del|la|le|les|sur|on|of|the|upon|an|am)){0,3}(?:,\s*\p{Lu}[\p{L}\p{M}.'’ -]*){0,2}$/u;

/** What stands before a day or a dash as a place does, and is none. */
const NO_PLACE =
  /^(?:(?:updated?|note|correction|by|published|posted|issued|released|date|news|опубликован\p{L}*|обновлен\p{L}*|дата|новости|publié|mis à jour|publicado|actualizado)(?!\p{L})|[QA]$)/iu;

/** Finds the dateline among the first blocks: `Minsk, 27 January 2017 –`, `GENEVA (5 May 2020) –`, `MINSK –`, or a line of its own. */
export function datelineOf(draft: Draft): Dateline | undefined {
  for (const [block, { text, kind }] of draft.blocks.slice(0, 4).entries()) {
    if (kind !== "paragraph" && kind !== "heading") continue;
    const dash = DASH.exec(text.slice(0, LONGEST + 3));
    const isAlone = text.length <= LONGEST && daysIn(text).length === 1 && isOnlyDateline(text);
    if (!isAlone && (!dash || dash.index === 0)) continue;
    const head = isAlone ? text : text.slice(0, dash?.index);
    const day = daysIn(head)[0]?.words ?? dayAndMonth(head)?.words;
    const place = placeIn(head, day);
    if (
      day === undefined &&
      !(place && place === place.toUpperCase() && place !== place.toLowerCase() && !/:/.test(dash?.[0] ?? ""))
    )
      continue;
    if (day !== undefined && place === undefined && withoutDay(head, day).replace(/[^\p{L}]/gu, "").length > 3)
      continue;
    return { block, head, ...(place ? { place } : {}), isAlone };
  }
  return undefined;
}

function isOnlyDateline(text: string): boolean {
  const day = daysIn(text)[0]?.words;
  return !/[\p{L}\p{N}]/u.test(withoutDay(text, day)) || placeIn(text, day) !== undefined;
}

/** The words beside a day: without it, its weekday, and the year's short word. */
function withoutDay(head: string, day: string | undefined): string {
  return head
    .replace(day ?? "", "")
    .replace(WEEKDAY, "")
    .replace(/\s(?:г|г\.|года|р\.)(?=[\s,.]|$)/g, "");
}

function placeIn(head: string, day: string | undefined): string | undefined {
  const rest = withoutDay(head, day)
    .replace(/\((?:[A-Z][A-Za-z .]{1,20})?\)|\/[A-Z][A-Z .]+\//g, "")
    .replace(/^\s*(?:г|гор|м)\.\s*(?=\p{Lu})/u, "")
    .replace(/^[\s,.;()]+|(?:[\s,.;()]+(?:le|el|on)?)+$/g, "");
  return rest !== "" && rest.length <= 60 && PLACE.test(rest) && !NO_PLACE.test(rest) && !LABEL.test(rest)
    ? rest
    : undefined;
}

/** The place of the dateline; without one, a known place beside the day of the event ("held in Smarhon on January 27, 2017"). */
export const place: Recognise = (draft, { terms, lang }) => {
  const names = namesOf(terms.locations);
  const dateline = datelineOf(draft);
  // "UNDP – the programme that …": what the office knows as a partner is no place.
  const isPartner = namesOf(terms.partners).some(({ name }) => name === dateline?.place);
  if (dateline?.place && !isPartner) {
    const id = idOf(dateline.place, names);
    const value = id ? { id, name: dateline.place } : { name: dateline.place };
    draft.found("location", value, dateline.head, "certain");
    if (id) takeOut(draft, dateline);
    return;
  }
  for (const { text } of draft.blocks.slice(0, draft.end)) {
    const days = daysIn(text);
    const hit =
      days.length > 0 && known(text, names, lang).find((name) => days.some((day) => isBeside(text, name, day)));
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
function isBeside(text: string, name: Mention, day: NamedDay): boolean {
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

function idOf(place: string, names: ReturnType<typeof namesOf>): string | undefined {
  const [city = ""] = place.split(",");
  return names.find(({ name }) => [city, place].some((words) => words.trim().toLowerCase() === name.toLowerCase()))?.id;
}

/** A dateline that the fields carry in full goes from the text: the page shows it above. */
function takeOut(draft: Draft, dateline: Dateline): void {
  const block = draft.blocks[dateline.block];
  if (!block || daysIn(dateline.head).length === 0) return;
  const why = "The dateline: the fields “location” and “date” carry it.";
  if (dateline.isAlone) {
    draft.drop(block, why);
    return;
  }
  const markdown = /^((?:[^–—―-]|-(?=\S)){3,90}?\s*(?:[–—―]+|--|-(?=\s)|:(?=\s))(?:\*\*)?\s*)(?=\S)/u.exec(
    block.markdown,
  )?.[1];
  // Emphasis or a link that goes on behind the dateline would be cut in two.
  if (markdown === undefined || /^[^[]*\[[^\]]*$/.test(markdown)) return;
  if ([/\*\*/g, /\*/g].some((mark) => (markdown.match(mark)?.length ?? 0) % 2 === 1)) return;
  const rest = block.text.slice(dateline.head.length).replace(/^[\s:–—―-]+/, "");
  draft.replace(dateline.block, 1, { ...block, markdown: block.markdown.slice(markdown.length), text: rest });
  draft.dropped.push({ words: dateline.head, why });
}
