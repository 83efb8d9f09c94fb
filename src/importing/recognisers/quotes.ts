import { memoized } from "../../model/memo.ts";
import type { Recognise } from "../draft.ts";
import type { Block } from "../incoming.ts";
import { escapeLineStarts } from "../markup/html-to-markdown.ts";
import {
  type Attribution,
  attributionAfter,
  attributionBefore,
  firstNamed,
  fullNameIn,
  isPartOf,
} from "../wording/speakers.ts";

/** A quotation inside a text: where its marks stand, and what is between them. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly inner: string;
}

const pairs: Readonly<Record<string, string>> = {
  "“": "”",
  "«": "»",
  "„": "“",
  "「": "」",
  "『": "』",
  "”": "“",
  '"': '"',
};
/** British quotation marks, which are apostrophes too: they close behind a mark of punctuation. */
const SINGLE = /[‘'][^\n]{0,2000}?[,.!?…][’'](?![\p{L}\p{N}])/uy;
/** Fewer words are a title, a term or a slogan. */
const FEWEST_WORDS = 5;
const FEWEST_SIGNS = 10;
/** Characters of a paragraph that is searched for quotations. */
const LONGEST = 20_000;
/** The full stop of a sentence, which is none of a shortened word. */
const SENTENCE_END = /(?<=\p{L}{3}|\p{Lu}{2}|\p{Lo}{2}|[\d)»”"*])(?<!(?<!\p{L})(?:Corp|Inc|Ltd|Bros|Dept|Govt))[.。]$/u;
/** Characters between two stretches of one quotation: who said it, and no more. */
const LONGEST_BETWEEN = 260;

/**
 * Quotes with their speaker. A paragraph that is nothing but a quotation and who said it becomes a block quote with
 * exactly these words; a quotation inside other sentences stays where it is and is only told of.
 */
export const quotes: Recognise = (draft, { lang }) => {
  let last: Attribution | undefined;
  let spoken = -1;
  const people: Attribution[] = [];
  let told = draft.first<string>("title") ?? "";
  for (let index = 0; index < draft.end; index++) {
    const block = draft.blocks[index];
    if (!block) break;
    const before = told;
    told += `\n${block.text}`;
    if (block.kind === "quote") {
      const found = attributedQuote(block);
      if (found) draft.found("quotes", found, block.text, "certain");
      draft.replace(index, 1, { ...block, markdown: withSpeakerApart(block.markdown) });
      continue;
    }
    if ((block.kind !== "paragraph" && block.kind !== "list") || block.text.length > LONGEST) continue;
    const whole = block.kind === "paragraph" ? asBlockQuote(block, lang) : undefined;
    for (const { spans, named } of stretchesOf(block.text, lang)) {
      const text = spans.map(({ inner }) => inner).join(" ");
      if (lang === "zh" ? text.length < FEWEST_SIGNS : text.split(/\s+/).length < FEWEST_WORDS) continue;
      const start = spans[0]?.start ?? 0;
      const end = spans.at(-1)?.end ?? 0;
      const isAlone = start === 0 && block.text.slice(end).replace(/[\s.,]/g, "") === "";
      const above = draft.blocks[index - 1]?.text ?? "";
      // A paragraph that is nothing but a quotation was announced by the one before, or goes on with what its speaker said.
      const attributed =
        named ?? (isAlone ? (announcedIn(above, lang) ?? (spoken === index - 1 ? last : undefined)) : undefined);
      const near = [above, block.text.slice(0, start)].filter((part) => part.trim() !== "").at(-1) ?? "";
      const speaker =
        attributed && fullName(attributed, people, last, near, `${before}\n${block.text.slice(0, start)}`, lang);
      if (!speaker) continue;
      last = speaker;
      spoken = index;
      if (!people.some(({ name }) => name === speaker.name)) people.push(speaker);
      const { name, role } = speaker;
      const words = block.text.slice(Math.max(0, start - 60), end + 100);
      const quote = { speaker: name, ...(role ? { role } : {}), text, isBlock: whole !== undefined };
      draft.found("quotes", quote, words, named ? "certain" : "likely");
    }
    if (whole) draft.replace(index, 1, whole);
  }
};

/** The quotations of a paragraph with who said them; what is parted by nothing but that is one. */
function stretchesOf(text: string, lang: string) {
  const spans = spansOf(text);
  /** One or more stretches of what somebody said, with who is named before or behind them. */
  const stretches: { spans: readonly Span[]; named: Attribution | undefined }[] = [];
  for (const [at, span] of spans.entries()) {
    const previous = spans[at - 1];
    const between = text.slice(previous?.end ?? 0, span.start);
    const open = stretches.at(-1);
    const after = text.slice(span.end, spans[at + 1]?.start ?? text.length);
    const isNext =
      open?.named && previous && between.length < LONGEST_BETWEEN && attributionAfter(between, lang) !== undefined;
    if (open && isNext) stretches.splice(-1, 1, { ...open, spans: [...open.spans, span] });
    else stretches.push({ spans: [span], named: attributionAfter(after, lang) ?? attributionBefore(between, lang) });
  }
  return stretches;
}

/** A pronoun, a first name or a surname stands for somebody named before; one that stands for nobody is no speaker. */
function fullName(
  named: Attribution,
  people: readonly Attribution[],
  last: Attribution | undefined,
  near: string,
  before: string,
  lang: string,
): Attribution | undefined {
  if (named.name === "") return announcedIn(near, lang) ?? firstNamed(lastSentence(near)) ?? last;
  const known =
    people.find(({ name }) => name === named.name) ?? people.findLast(({ name }) => isPartOf(named.name, name));
  if (known) return { ...known, ...(named.role && !known.role ? { role: named.role } : {}) };
  if (/[\s]/.test(named.name) || !/^\p{Lu}\p{Ll}/u.test(named.name)) return named;
  const name = fullNameIn(before, named.name);
  return name ? { ...named, name } : named.isTitled ? named : undefined;
}

/** Who is said to say something at the end of a paragraph: `according to Anna Kavalenka.`, `Anna Kavalenka said:` */
function announcedIn(paragraph: string, lang: string): Attribution | undefined {
  const found = attributionBefore(lastSentence(paragraph).replace(/[.:]\s*$/, ":"), lang);
  return found?.name ? found : undefined;
}

const lastSentence = (paragraph: string) => paragraph.split(/(?<=[.!?»”"])\s+(?=\p{Lu}|["“«])/u).at(-1) ?? "";

/** The quotations of a text; a mark that is never closed ends with its paragraph where it opened one. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  const closings = memoized((open: string, close: string) => closingsIn(text, open, close));
  for (let at = 0; at < text.length; at++) {
    SINGLE.lastIndex = at;
    const single = /[‘']/.test(text[at] ?? "") && isOpening(text, at) && SINGLE.exec(text);
    if (single) {
      spans.push({ start: at, end: at + single[0].length, inner: single[0].slice(1, -1).trim() });
      at += single[0].length - 1;
      continue;
    }
    const close = pairs[text[at] ?? ""];
    if (close === undefined || (text[at] === "”" && !/\p{Script=Arabic}/u.test(text))) continue;
    if (text[at] === '"' && !isOpening(text, at)) continue;
    const end = closings(text[at] ?? "", close).get(at);
    if (end === undefined) {
      if (at === 0) spans.push({ start: 0, end: text.length, inner: text.slice(1).trim() });
      continue;
    }
    spans.push({ start: at, end: end + 1, inner: text.slice(at + 1, end).trim() });
    at = end;
  }
  return spans;
}

/** Whether a mark at a place stands before words, and behind none. */
function isOpening(text: string, at: number): boolean {
  return /^$|[\s([–—:-]/.test(text[at - 1] ?? "") && /\S/.test(text[at + 1] ?? "");
}

/** Where each mark of a kind is closed: the same kind inside is counted, `»` within `«…«…»…»`. */
function closingsIn(text: string, open: string, close: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const unclosed: number[] = [];
  for (let at = 0; at < text.length; at++) {
    // Straight marks are alike.
    if (text[at] === open && (open !== close || isOpening(text, at))) unclosed.push(at);
    else if (text[at] === close) {
      const start = unclosed.pop();
      if (start !== undefined) found.set(start, at);
    }
  }
  return found;
}

/** A quote whose last sentence names its speaker behind a dash, with these words in a paragraph of their own, outside any emphasis. */
function withSpeakerApart(markdown: string): string {
  const [, words = "", dash = "", name = ""] =
    /^(.*[.!?…»”"'*])\s+([—–]|\\?--) (\p{Lu}[^\n]{1,200}(?<![.!?…]))$/su.exec(markdown) ?? [];
  const line = `${dash.replace(/.*--/, "—")} ${name}`;
  const isCut = (words.match(/\*/g)?.length ?? 0) % 2 === 1;
  if (words === "" || (isCut && !line.endsWith("*"))) return markdown;
  return isCut ? `${words}*\n>\n> ${line.slice(0, -1)}` : `${words}\n>\n> ${line}`;
}

/** A block quote whose last line says who spoke, as this site writes it. */
function attributedQuote(block: Block) {
  const [, words = "", line = ""] =
    /^([\s\S]*?)(?:\n>\s*|\s+)(?:[—–―]|\\?--?)\s*([^\n]{2,200})$/.exec(block.markdown.trimEnd()) ?? [];
  const [speaker = "", ...role] = line.replace(/[*\\]/g, "").split(/,\s*/);
  const text = words.replace(/^> ?/gm, "").replace(/\s+/g, " ").trim();
  if (!/^\p{Lu}|^\p{Lo}/u.test(speaker) || text === "") return undefined;
  return { speaker, ...(role.length > 0 ? { role: role.join(", ") } : {}), text, isBlock: true };
}

/**
 * The block quote that a paragraph becomes: one quotation from its first character on, and behind it who said so, or before it
 * who says so and nothing behind. In any other case the paragraph stays as it is.
 */
function asBlockQuote(block: Block, lang: string): Block | undefined {
  const { markdown } = block;
  const spans = spansOf(markdown);
  const [span] = spans;
  if (!span || spans.length !== 1 || span.start !== 0 || span.end === markdown.length) return undefined;
  const after = markdown.slice(span.end);
  const named = attributionAfter(after, lang);
  if (!named?.name || /[.!?]\s+\p{Lu}\p{L}+ .{12}/u.test(after.replace(named.name, ""))) return undefined;
  const said = after
    .replace(/^[\s,،.–—―-]+/, "")
    .trim()
    .replace(SENTENCE_END, "");
  if (said.length > 260 || named.whole === undefined) return undefined;
  const line = said.includes("**") ? said : said.replace(named.name, `**${named.name}**`);
  const words = escapeLineStarts(span.inner.replace(/[,،]$/, ".").replace(/，$/, "。"));
  return { kind: "quote", markdown: `> ${words}\n>\n> — ${line}`, text: block.text };
}
