import type { Passage } from "../document.ts";
import type { Rule } from "../rule.ts";

const scripts = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Han: /\p{Script=Han}/gu,
} as const;

/** Small words that nearly every sentence of a language has, for languages of one script. */
const small: Partial<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:the|of|and|to|is|are|was|were|that|with|for|have|this|which)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:les|des|est|dans|pour|une|qui|sur|avec|aux|cette|sont|nous)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:los|las|del|una|para|por|que|con|está|más|como|su|y)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:и|что|это|был[аио]?|для|или|также|который|его|из)(?!\p{L})/giu,
  be: /(?<!\p{L})(?:і|што|гэта|бы[ўл][аоі]?|для|або|таксама|які|яго|з|ў)(?!\p{L})/giu,
};

/** Fewer letters may be a name or a title. */
const FEW = 40;

const WORDS = 6;
const WORD = /(?<!\S)\p{L}[\p{L}\p{M}]+(?=[\s,.;:!?،؛؟]|$)/gu;

export const passageLanguage: Rule = {
  name: "passage-language",
  group: "reach",
  severity: "warning",
  why: "A passage that is not marked is read out with the sounds of the wrong language (WCAG 3.1.2).",
  wrong: "The centre was opened.\n\nЦентр открыт в Сморгони, в нём будут учиться пограничники.",
  right: "The centre was opened.\n\n:::ru\nЦентр открыт в Сморгони, в нём будут учиться пограничники.\n:::",
  *check(document) {
    const { passages } = document;
    const others = passages.map(languageOf);
    for (const [index, passage] of passages.entries()) {
      const other = others[index];
      // Passages of one language that follow each other are one.
      if (other === undefined || others[index - 1] === other) continue;
      const end = others.findIndex((each, at) => at > index && each !== other);
      const more = (end === -1 ? others.length : end) - index - 1;
      const what =
        more === 0
          ? "This passage seems"
          : `This passage and the ${more === 1 ? "one that follows" : `${more} that follow`} seem`;
      yield {
        at: document.in(passage, Math.max(0, passage.text.search(/\p{L}/u)), 1),
        message: `${what} to be in another language (${other}), and ${more === 0 ? "is" : "are"} not marked as such.`,
        fix: `Put a line :::ru (or fr, es …) before ${more === 0 ? "it" : "them"} and a line ::: after ${more === 0 ? "it" : "them"}.`,
      };
    }
  },
};

/** The language that a passage is in and is not said to be in; undefined where it is in its own, or too short to tell. */
function languageOf({ kind, lang, text }: Passage): string | undefined {
  if (kind === "label" || kind === "attribution" || text.length < FEW) return undefined;
  const own = scriptOf(lang);
  // A few small words of its own language: it is in that.
  if ((text.match(small[lang.split("-")[0] ?? ""] ?? /$^/g)?.length ?? 0) > 3) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEW) return undefined;
  const main = (Object.keys(scripts) as (keyof typeof scripts)[]).find(
    (script) => (text.match(scripts[script])?.length ?? 0) > letters * 0.9,
  );
  if (main === undefined || main === own) return otherLanguage(text, lang);
  // Names and lines for a computer are of no language.
  return main !== "Han" && (text.match(WORD)?.length ?? 0) < WORDS ? undefined : `${main} letters`;
}

function scriptOf(lang: string): keyof typeof scripts {
  if (/^(?:ru|be|uk|bg|sr|mk|kk|ky|mn|tg)/.test(lang)) return "Cyrillic";
  if (/^(?:ar|fa|ur|ps)/.test(lang)) return "Arabic";
  return /^(?:zh|ja)/.test(lang) ? "Han" : "Latin";
}

/** A language whose small words are at least three times as many as those of the passage's own. */
function otherLanguage(text: string, lang: string): string | undefined {
  const count = (pattern: RegExp | undefined) => (pattern ? (text.match(pattern)?.length ?? 0) : 0);
  const mine = small[lang.split("-")[0] ?? ""];
  if (!mine) return undefined;
  const most = Object.entries(small)
    .filter(([other]) => scriptOf(other) === scriptOf(lang) && other !== lang)
    .map(([other, pattern]) => ({ other, count: count(pattern) }))
    .toSorted((a, b) => b.count - a.count)[0];
  return most && most.count >= 4 && most.count >= 3 * count(mine) ? most.other : undefined;
}
