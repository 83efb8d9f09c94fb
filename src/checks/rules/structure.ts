import { baseOf, languageOf, patternOf } from "../data.ts";
import type { Document, Passage } from "../document.ts";
import type { Context, Fault } from "../rule.ts";

export function* headingOrder(document: Document): Generator<Fault> {
  // The title is the first level; a text that uses # has all its headings moved down by one.
  const levels = document.blocks.filter(({ kind }) => kind === "heading");
  const move = levels.some(({ level }) => level === 1) ? 1 : 0;
  let before = 1;
  for (const { level = 2, source, start } of levels) {
    const now = level + move;
    if (now > before + 1) {
      yield {
        at: document.inBody(start, source.length),
        message: `This heading has level ${now}, and the one above it level ${before}.`,
        fix: `Write it with ${"#".repeat(Math.max(1, before + 1 - move))}.`,
      };
    }
    before = now;
  }
}

/** A heading is short. */
const LONGEST_HEADING = 90;

const BOLD = /^[\s>]*([*_]{2,3}|\*\*_|_\*\*|__\*)(?=\S)([^*_\n]+)(?:[*_]{2,3})[\s\\]*$/u;

export function* boldHeading(document: Document): Generator<Fault> {
  const { passages } = document;
  const found = passages.flatMap((passage, index) => {
    const [line = "", , words = ""] = passage.kind === "paragraph" ? (BOLD.exec(passage.source) ?? []) : [];
    const next = passages[index + 1];
    const isFirst = typeof passages[index - 1]?.from !== "number";
    const isHeading =
      words !== "" &&
      words.length <= LONGEST_HEADING &&
      !/[.!?…,;。！？]["”»]?$/u.test(words) &&
      !words.startsWith("(") &&
      (!words.endsWith(":") || (/ |^.{7}/.test(words) && next?.kind === "paragraph")) &&
      /\p{Ll}|\p{Lo}/u.test(words);
    // A bold line above a table is the table's name.
    const isOther = next?.kind === "heading" || next?.kind === "row";
    const leads = next && typeof next.from === "number" && !BOLD.test(next.source) && !isOther;
    const at = document.in(passage, line.search(/[*_]/), line.trim().length);
    return isHeading && leads && !isFirst ? [{ words, at }] : [];
  });
  const [first, ...others] = found;
  if (!first) return;
  const more = others.length > 0 ? `; ${others.length} more such ${others.length === 1 ? "line" : "lines"}` : "";
  const level = document.blocks.findLast(({ kind }) => kind === "heading")?.level ?? 2;
  yield {
    at: first.at,
    message: `This bold line is used as a heading${more}.`,
    fix: `Write it as one: ${"#".repeat(level)} ${first.words.replace(/:$/, "")}`,
  };
}

export function* tableHeader(document: Document): Generator<Fault> {
  for (const { tokens, from, source } of document.texts) {
    for (const [start, { type, map }] of tokens.entries()) {
      if (type !== "thead_open") continue;
      const end = tokens.findIndex((token, index) => index > start && token.type === "thead_close");
      const cells = tokens.slice(start, end).filter((token) => token.type === "inline");
      // The corner above the names of the rows may be empty.
      const isNamed = cells.every(({ content }, index) => index === 0 || content !== "");
      if (isNamed && cells.some(({ content }) => content !== "")) continue;
      const lines = source.split("\n");
      const line = map?.[0] ?? 0;
      const offset = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
      yield {
        at: document.in({ from, source }, offset, lines[line]?.length ?? 0),
        message: "A column of this table has no heading.",
        fix: "Say in the first row what each column holds.",
      };
    }
  }
}

const scripts = {
  Latin: /\p{Script=Latin}+/gu,
  Cyrillic: /\p{Script=Cyrillic}+/gu,
  Arabic: /\p{Script=Arabic}+/gu,
  Han: /\p{Script=Han}+/gu,
} as const;

const small = patternOf("small", "giu");

/** Languages that are told apart by their small words. */
const LIKE: Partial<Record<string, readonly string[]>> = {
  Latin: ["en", "fr", "es"],
  Cyrillic: ["ru", "be"],
};

/** Fewer letters may be a name or a title. */
const FEW = 40;

const WORDS = 6;
const WORD = /(?<!\S)\p{L}[\p{L}\p{M}]+(?=[\s,.;:!?،؛؟]|$)/gu;

/** Matches the first line of a passage in another language, or its last, which names none. */
const PASSAGE = /^:{3,}[ \t]*(?<lang>[A-Za-z-]*)[ \t]*$/gm;

export function* passageLanguage(document: Document, context: Context): Generator<Fault> {
  const { passages } = document;
  const last = [...document.body.matchAll(PASSAGE)].at(-1);
  if (last?.groups?.lang) {
    yield {
      at: document.inBody(last.index, last[0].length),
      message: `This passage has no end, so all that follows is read out as “${last.groups.lang}”.`,
      fix: "Put a line ::: after its last paragraph.",
    };
  }
  const whole = wholeLanguage(document, context);
  if (whole) {
    yield whole;
    return;
  }
  const others = passages.map(otherLanguageOf);
  for (const [index, passage] of passages.entries()) {
    const other = others[index];
    // Passages of one language that follow each other are one.
    if (other === undefined || others[index - 1] === other) continue;
    const end = others.findIndex((each, at) => at > index && each !== other);
    const more = (end === -1 ? others.length : end) - index - 1;
    const follow = more === 1 ? "one that follows" : `${more} that follow`;
    const it = more === 0 ? "it" : "them";
    yield {
      at: document.in(passage, Math.max(0, passage.text.search(/\p{L}/u)), 1),
      message:
        more === 0
          ? `This passage seems to be in another language (${other}), and is not marked as such.`
          : `This passage and the ${follow} seem to be in another language (${other}), and are not marked as such.`,
      fix: `Put a line :::ru (or fr, es …) before ${it} and a line ::: after ${it}.`,
    };
  }
}

/** Finds a text of which all is in another language than its file or its field says. */
function wholeLanguage(document: Document, { content }: Context): Fault | undefined {
  const { passages, lang, file } = document;
  const own = passages.filter((passage) => typeof passage.from === "number" && passage.lang === lang);
  const other = otherLanguageOf({ kind: "paragraph", lang, text: own.map(({ text }) => text).join("\n") });
  if (other === undefined) return undefined;
  const isMeant = (each: string) => other === baseOf(each) || other === `${scriptOf(each)} letters`;
  const [meant = "its language", ...more] = Object.keys(content.site.languages).filter(isMeant);
  const isNamed = file.endsWith(`/${lang}.md`);
  const names = [meant, ...more].map((each) => (isNamed ? `${each}.md` : `lang: ${each}`)).join(", or ");
  return {
    at: document.inBody(0, 0),
    message: `This text seems to be in another language (${other}) than “${lang}”, and readers of that are shown it.`,
    fix: isNamed
      ? `Put the text in its own language here, or rename the file: ${names}`
      : `Write among the fields: ${names}`,
  };
}

const count = (text: string, pattern: RegExp | undefined) => (pattern && text.match(pattern)?.length) ?? 0;

/** The language that a passage is in and is not said to be in; undefined where it is in its own, or too short to tell. */
function otherLanguageOf({ kind, lang, text }: Pick<Passage, "kind" | "lang" | "text">): string | undefined {
  if (kind === "label" || kind === "attribution" || text.length < FEW) return undefined;
  // A few small words of its own language: it is in that.
  const mine = count(text, small(lang));
  if (mine > 3) return undefined;
  const letters = text.replace(/\P{L}+/gu, "");
  if (letters.length < FEW) return undefined;
  const own = scriptOf(lang);
  const isRest = (script: RegExp) => letters.replace(script, "").length < letters.length * 0.1;
  const main = Object.entries(scripts).find(([, script]) => isRest(script))?.[0] ?? own;
  // Names and lines for a computer are of no language.
  if (main !== own) return main !== "Han" && count(text, WORD) < WORDS ? undefined : `${main} letters`;
  if (!languageOf(lang).small) return undefined;
  // Its small words are at least three times as many as those of the passage's own language.
  const [most] = (LIKE[own] ?? [])
    .filter((other) => other !== baseOf(lang))
    .map((other) => ({ other, count: count(text, small(other)) }))
    .toSorted((a, b) => b.count - a.count);
  return most && most.count >= 4 && most.count >= 3 * mine ? most.other : undefined;
}

function scriptOf(lang: string): keyof typeof scripts {
  if (/^(?:ru|be|uk|bg|sr|mk|kk|ky|mn|tg)/.test(lang)) return "Cyrillic";
  if (/^(?:ar|fa|ur|ps)/.test(lang)) return "Arabic";
  return /^(?:zh|ja)/.test(lang) ? "Han" : "Latin";
}
