import type { Edits } from "./edits.ts";

const NO_BREAK = "\u00a0";
const NARROW = "\u202f";

/** Spaces on a line, whichever were typed, or none. */
const ANY = "[ \\u00a0\\u2009\\u202f]*";

/** A character that ends a word or replaces one. */
const WORD = "[\\p{L}\\p{M}\\p{N}.»”\"’')\\]%‰°€$£…\\ufffc]";

const END = "(?=\\s|$";

const UNIT =
  "(?:[%‰€$£¥₴₽₸₺]|°[CFС]?|[kmcdµ]?m[²³]?|km/h|[kmµ]?g|[kMGT]?(?:W|Wh|B|Hz)|ha|[hcm]?l|t|h|min|dB|[ap]\\.m\\.|[кмс]?м[²³]?|км/ч|м?к?г|гг?\\.|вв?\\.|га|[тлч]|мин|тыс\\.|млн|млрд|трлн|руб\\.?|грн|тенге|сом|[кМГ]?Вт|кВт·ч)";

interface Rule {
  /** The spaces between two characters, perhaps none. */
  readonly between: RegExp;
  readonly space: string;
  /** Where a space is added if none was typed; undefined if none is. */
  readonly added?: "before the next" | "after the last";
}

/** In all languages: no line begins with the unit of a number, or ends with the abbreviation before one. */
const common: readonly Rule[] = [
  { between: new RegExp(`(?<=\\d) (?=${UNIT}(?![\\p{L}\\p{N}]))`, "gu"), space: NO_BREAK },
  { between: /(?<=№|(?<![\p{L}\p{N}])n\.?[°ºᵒ]s?) (?=\d)/giu, space: NO_BREAK },
  {
    between: /(?<=(?<![\p{L}\p{N}.])(?:Nos?|Nr|pp?|arts?|figs?|vol|sec|ch|стр?|рис|табл|гл|пп?|д|кв)\.|§) (?=\d)/giu,
    space: NO_BREAK,
  },
];

const french: readonly Rule[] = [
  { between: new RegExp(`(?<=«)${ANY}(?=[^\\s»])`, "gu"), space: NO_BREAK, added: "after the last" },
  { between: new RegExp(`(?<=[^\\s«])${ANY}(?=»)`, "gu"), space: NO_BREAK, added: "before the next" },
  {
    between: new RegExp(`(?<=${WORD})${ANY}(?=(?<!:\\w{1,20}):${END}|[«“"]))`, "gu"),
    space: NO_BREAK,
    added: "before the next",
  },
  { between: new RegExp(`(?<=\\d)${ANY}(?=[%‰€](?![\\p{L}\\p{N}]))`, "gu"), space: NO_BREAK, added: "before the next" },
  { between: /(?<=(?<![\p{L}\p{N}])n\.?[°ºᵒ]s?)(?=\d)/giu, space: NO_BREAK, added: "after the last" },
  { between: /(?<=\d[ \u00a0]h) (?=\d\d(?!\d))/gu, space: NO_BREAK },
];

/** Canada writes them without a space. */
const frenchOfFrance: readonly Rule[] = [
  { between: new RegExp(`(?<=${WORD})${ANY}(?=;${END}|[»”"]))`, "gu"), space: NARROW, added: "before the next" },
  {
    between: new RegExp(`(?<=${WORD})${ANY}(?=[!?]+${END}|[…»”"’')\\].,;:]))`, "gu"),
    space: NARROW,
    added: "before the next",
  },
];

const slavic: readonly Rule[] = [
  { between: /(?<=\S) (?=[—–] )/g, space: NO_BREAK },
  { between: /(?<=№)(?=\d)/g, space: NO_BREAK, added: "after the last" },
];

/** The rules of a language besides those for all, by its code or the first part of it. */
const own: Readonly<Record<string, readonly Rule[]>> = {
  fr: [...french, ...frenchOfFrance],
  "fr-CA": french,
  ...Object.fromEntries(["be", "bg", "kk", "ky", "mk", "ru", "tg", "uk"].map((lang) => [lang, slavic])),
};

/** Digits in groups, and nothing else: a phone number has other groups. */
const GROUPED = /(?<![\d+(./–-]|[\d+(] )\d{1,3}(?: \d{3})+(?! ?\d)/g;

/** Returns the edits that insert the no-break spaces of a language into a text. */
export function spacingEdits(text: string, lang: string): Edits {
  const edits: Edits = new Map();
  const put = (index: number, characters: string) => {
    if (!edits.has(index)) edits.set(index, characters);
  };
  const [language = ""] = lang.split("-");
  const hasNumbers = /\d/.test(text);
  const rules = [...(own[lang] ?? own[language] ?? []), ...(hasNumbers ? common : [])];
  for (const { between, space, added } of rules) {
    for (const { 0: spaces, index } of text.matchAll(between)) {
      if (spaces !== "") for (let at = 0; at < spaces.length; at++) put(index + at, at === 0 ? space : "");
      else if (added === "before the next") put(index, space + text[index]);
      else if (added === "after the last") put(index - 1, text[index - 1] + space);
    }
  }
  for (const { 0: number, index } of hasNumbers ? text.matchAll(GROUPED) : [])
    for (const { index: at } of number.matchAll(/ /g)) put(index + at, language === "fr" ? NARROW : NO_BREAK);
  return edits;
}
