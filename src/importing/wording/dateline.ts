import type { Draft } from "../draft.ts";
import { dayAndMonth, daysIn, type FullDay } from "./calendar.ts";
import { behindLabels } from "./labels.ts";
import { isBody } from "./organisations.ts";

/** What stands at the beginning of a release before its first sentence: place, day, sometimes the agency. */
export interface Dateline {
  /** The block that it stands in; none for one that stood above the title. */
  readonly block: number | undefined;
  readonly head: string;
  /** The name of the place, as written. */
  readonly place?: string;
  /** Whether it is a line of its own. */
  readonly isAlone: boolean;
}

/** What can end a dateline: dashes, a colon, the agency between slashes or in brackets, a bracket around all of it. */
const ENDS =
  /\.?\s+[-–—―|]+\s*|\.?\s*[–—―]+\s*|\.-\s|\s--\s|[:：]\s*|\.\s+(?=\p{Lu}|\p{Lo})|(?<=\/)\.?[\s,]+|(?<=[)\]）】])\.?[\s,]*|(?<=\d日)[电讯][\s,，]*/gu;
const LONGEST = 130;
const LONGEST_LINE = 90;
const LONGEST_PLACE = 60;

const WORD = "(?:(?:d|l|al|el|as|an|ash)['’-])?\\p{Lu}[\\p{L}\\p{M}'’.]*|\\p{Lo}[\\p{Lo}\\p{M}]*";
const SMALL = "de|del|la|le|les|las|los|sur|sous|au|aux|am|ob|on|of|the|upon|an|am|and|do|da|dos|en|et|y|и|на|в|و";
const PLACE = new RegExp(
  `^(?:${WORD})(?:[\\s/-]+(?:${WORD}|${SMALL})){0,4}(?:[,،，]\\s*(?:the\\s)?(?:${WORD})(?:[\\s-]+(?:${WORD}|${SMALL})){0,3}){0,2}$`,
  "u",
);

/** What an advisory writes before the day of its event, which is not the release's. */
const OF_EVENT =
  /^(?:when|where|who|what|why|time|day|venue|place|location|deadline|events?|когда|где|кто|что|время|место|срок|калі|дзе|хто|час|месца|quand|où|qui|quoi|heure|lieu|cuándo|dónde|quién|qué|hora|lugar|متى|أين|من|ماذا|الوقت|الموعد|المكان|الزمان|时间|地点|何时|何地)(?!\p{L})/iu;
/** What stands before a day or a dash as a place does, and is none. */
const NO_PLACE =
  /^(?:the (?!hague|gambia|bahamas|valley|bottom)|(?:on|in|at|since|until|from|before|after|between|today|yesterday|в|на|с|до|после|сегодня|release date|date of (?:issue|release|publication)|(?:last )?updated?|note|correction|corrected|by|published|posted|issued|released?|date(?:line|[ds])?|news|photos?|video|breaking|exclusive|opinion|report|question|answer|minister|president|director|опубликован\p{L}*|обновлен\p{L}*|дата|новости|фото|видео|publié\p{L}*|mis à jour|publicado|actualizado|fecha|(?:ال)?تاريخ|نشر|日期|发布)(?!\p{L})|[QA]$)/iu;
/** Small words around a day. */
const AROUND =
  /(?<![\p{L}\p{N}])(?:le|el|(?<=,\s)a(?=\s*$)|am|den|em|(?:في|بتاريخ)(?=\s*(?:[مه]ـ?)?\s*$)|года|году|год|г|року|р|م|هـ)(?![\p{L}\p{N}])\.?/giu;
/** The day of a calendar that counts from the Hijra, beside that of the common one: `12 رمضان 1447هـ الموافق`. */
const OTHER_CALENDAR =
  /(?:(?:يوم )?(?:الأحد|ال[إا]ثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)[\s،,]+)?\p{Nd}{1,2}\s+\p{L}[\p{L}\p{M}'’-]*(?:\s\p{L}[\p{L}\p{M}'’-]*)?,?\s+[1١][34٣٤]\p{Nd}{2}\s*(?:هـ?|A\.?H\.?)?(?:[\s،,/=–-]*(?:ال)?موافق(?:\s?لـ?(?=\s))?)?/gu;
const TIME =
  /(?:(?:at|à|в|a las|الساعة)\s)?(?<![\d.])\d{1,2}[:.h]\d{2}(?![\d.]\d)(?:\s?(?:[ap]\.?m\.?|hrs?|h))?(?:\s?\(?(?:GMT|UTC|[A-Z]{3,4})\)?(?![\p{L}]))?/iu;
const EDGES =
  /^[\s,.;:()[\]|،؛，、；：（）【】。–—―/-]+|(?:[\s,;:()[\]|،؛，、；：（）【】。–—―/-]|(?<!(?:^|[\s.])\p{Lu})\.)+$/gu;

/**
 * Finds the dateline above the title or among the first blocks: `Minsk, 27 January 2017 –`, `GENEVA (5 May 2020) –`, `MINSK –`,
 * `Town, Region – May 29, 2025 –`, `May 29, 2025 – Town:`, `МИНСК, 5 мая. /ТАСС/.`, or a line of its own.
 */
export function datelineOf(draft: Draft): Dateline | undefined {
  for (const line of draft.head) {
    const read = lineOf(line);
    if (read?.place) return { block: undefined, head: line, place: read.place, isAlone: true };
  }
  let isInStory = false;
  for (const [block, { text, kind }] of draft.blocks.slice(0, 5).entries()) {
    if (kind !== "paragraph" && kind !== "heading") continue;
    // A line of its own is a dateline above the story; below it, it is who signs.
    const alone = isInStory ? undefined : lineOf(text);
    if (alone) return { block, head: text, ...(alone.place ? { place: alone.place } : {}), isAlone: true };
    const head = block < 4 ? beginningOf(text) : undefined;
    if (head) return { block, ...head, isAlone: false };
    isInStory ||= text.length > LONGEST_LINE && kind === "paragraph";
  }
  return undefined;
}

/** The place of a line that is nothing but a dateline; undefined where it is more, or has no day. */
export function lineOf(text: string): { readonly place?: string } | undefined {
  if (text.length > LONGEST_LINE || daysIn(text).length !== 1 || OF_EVENT.test(text)) return undefined;
  const plain = (behindLabels(text) ?? text).replace(NO_PLACE, "").replace(TIME, " ");
  return parse(plain);
}

/** The longest beginning of a paragraph that is nothing but place, day and agency. */
function beginningOf(text: string): { readonly head: string; readonly place?: string } | undefined {
  let found: { readonly head: string; readonly place?: string } | undefined;
  for (const match of text.slice(0, LONGEST).matchAll(ENDS)) {
    // The full stop of "D.C. –" belongs to the place.
    const head = text.slice(0, match.index + (/^\.(?=\s)/.test(match[0]) ? 1 : 0));
    // A bracket ends a dateline that stands in it, or whose day does; any other is part of a sentence.
    if (/[)\]）】]$/.test(head) && /^[.\s,]*$/.test(match[0]) && !/^[([（【]|[([（【][^)]*\d[^)]*[)\]）】]$/.test(head))
      continue;
    if (head.trim() === "" || match.index + match[0].length >= text.length) continue;
    const read = parse(head);
    if (read && isSure(read, head, match[0])) found = { head, ...(read.place ? { place: read.place } : {}) };
  }
  return found;
}

/** What a page writes before the day on which it was published. */
const POSTED =
  /^(?:(?:(?:first|last) )?(?:posted|published|issued|released|uploaded|updated|created|submitted|added)|by .{2,40}|(?:release|publication) date|date(?: (?:posted|published|of (?:issue|release|publication)))?|(?:опубликован|размещ[её]н|добавлен|обновл[её]н|апублікаван)\p{L}*|дата(?: (?:публикации|размещения|создания|публікацыі))?|publié\p{L}*|mis\p{L}* (?:en ligne|à jour)|date de publication|(?:publicad|actualizad)[oa]|fecha(?: de publicación)?|نُ?شرت?|(?:ال)?تاريخ(?: النشر)?|(?:发布|发表|更新)(?:时间|日期|于)?|日期)(?:[\s:：]+(?:on|at|le|el|в|في|بتاريخ))?[\s:：]*$/iu;
/** What it writes behind it: who wrote or read it, and where it is filed. */
const FILED =
  /^[\s,;()–—-]*(?:[|·•].{1,60}|(?:by|par|por|author|auteur|autor|source|fuente|views?|hits|vues|visitas|comments?|автор|автар|источник|крыніца|просмотр|прагляд|рубрика|بواسطة|المصدر|الكاتب|مشاهد|来源|作者|浏览|阅读|点击|编辑).{1,80})?$/iu;

/** The day of a line that only says when a page was published, by whom and how often it was read; undefined where it is more, or a day alone. */
export function postedOn(text: string): FullDay | undefined {
  const [day] = text.length > LONGEST ? [] : daysIn(text);
  if (!day || /[.!?。]$/.test(text)) return undefined;
  const plain = (words: string) => words.replace(TIME, " ").trim();
  const before = plain(text.slice(0, day.index)).replace(/,$/, "");
  const behind = plain(text.slice(day.index + day.words.length));
  // "14 May 2024 | Smarhon" is a dateline.
  if (before === "" && lineOf(text)?.place) return undefined;
  const isAlone = before === "" && /^[\s,;()–—-]*$/.test(behind);
  return !isAlone && (before === "" || POSTED.test(before)) && FILED.test(behind) ? day : undefined;
}

/** What a form writes before a place. */
const PLACE_LABEL = /^(?:place|location|city|место|город|месца|горад|lieu|ville|lugar|ciudad|المكان|地点)\s?[:：]\s*/iu;

/** The place of a line that names nothing else; a single word or `Geneva, Switzerland` where nobody knows the place. */
export function placeAlone(written: string, isKnown: (place: string) => boolean): string | undefined {
  const line = written.replace(PLACE_LABEL, "");
  const read = line.length <= LONGEST_PLACE ? parse(line) : undefined;
  if (!read?.place || read.hasDay) return undefined;
  return isKnown(read.place) || /^\S+(?:, \S+)?$/.test(read.place) ? read.place : undefined;
}

/** Whether a paragraph begins with a dateline. */
export function beginsWithDateline(text: string): boolean {
  return beginningOf(text) !== undefined;
}

interface Parts {
  readonly place?: string;
  readonly hasDay: boolean;
}

/** Without a day a place is one only in capitals or brackets and before a dash: of `Minsk – the town` nobody knows. */
function isSure({ place, hasDay }: Parts, head: string, end: string): boolean {
  const isDash = /[-–—―/)\]）】]/.test(end) || /[/)\]）】]$/.test(head);
  if (hasDay) return place !== undefined || /[-–—―]/.test(end);
  if (/^[([（【].*[)\]）】]$/.test(head) && /[-–—―]/.test(end)) return place !== undefined;
  return isDash && place !== undefined && place === place.toUpperCase() && place !== place.toLowerCase();
}

/** Place and day of words that hold nothing else but an agency; undefined where there is more. */
function parse(head: string): Parts | undefined {
  const day = daysIn(head)[0]?.words ?? dayAndMonth(head)?.words;
  const rest = head
    .normalize("NFC")
    .replace(day ?? "", " ")
    .replace(/\/[^/\d]{2,40}\//g, " ")
    .replace(OTHER_CALENDAR, " ")
    .replace(AROUND, " ")
    .replace(/[([（]\s*(?:\d{4})?\s*[,.]?\s*[)\]）]/g, " ")
    .replace(/(?<=\S\s*)[(（](?:[\p{Lu}\p{Lo}][\p{L}.&]*[\s/-]?){1,4}[)）]/gu, " ")
    .replace(/^(?:新华社|中新社|本报)/, "")
    .replace(EDGES, "")
    .replace(/(?<=\p{Script=Han})[\s，,]*[电讯]$/u, "")
    .replace(/^(?:г|гор|м|с|пос)\.\s*(?=\p{Lu})/u, "")
    .replace(/\s+/g, " ");
  if (rest === "") return day === undefined ? undefined : { hasDay: true };
  if (!isPlace(rest)) return undefined;
  return { place: rest, hasDay: day !== undefined };
}

function isPlace(words: string): boolean {
  const isName = words.length <= LONGEST_PLACE && PLACE.test(words) && /\p{L}{2}/u.test(words);
  return (
    isName && !NO_PLACE.test(words) && !OF_EVENT.test(words) && behindLabels(words) === undefined && !isBody(words)
  );
}
