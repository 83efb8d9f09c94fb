import type { Recognise } from "../draft.ts";
import type { Block } from "../incoming.ts";
import { type Attribution, attributionAfter, attributionBefore, isSurnameOf } from "../speakers.ts";

/** Words that somebody said, as the text gives them. */
export interface FoundQuote {
  readonly speaker: string;
  readonly role?: string;
  readonly text: string;
  /** Whether it became a block quote: it was all that its paragraph said. */
  readonly isBlock: boolean;
}

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
const FEWEST_WORDS = 5;

/**
 * Quotes with their speaker. A paragraph that is nothing but a quotation and who said it becomes a block quote with
 * exactly these words; a quotation inside other sentences stays where it is and is only told of.
 */
export const quotes: Recognise = (draft, { lang }) => {
  let last: Attribution | undefined;
  const people: Attribution[] = [];
  for (let index = 0; index < draft.end; index++) {
    const block = draft.blocks[index];
    if (!block) break;
    if (block.kind === "quote") {
      const found = attributedQuote(block);
      if (found) draft.found("quotes", found, block.text, "certain");
      continue;
    }
    if (block.kind !== "paragraph" && block.kind !== "list") continue;
    const spans = spansOf(block.text).filter(({ inner }) => isSpeech(inner, lang));
    if (spans.length === 0) continue;
    const whole = block.kind === "paragraph" ? asBlockQuote(block, lang) : undefined;
    const tied = spans.map((span, at) => {
      const before = block.text.slice(at === 0 ? 0 : (spans[at - 1]?.end ?? 0), span.start);
      const after = block.text.slice(span.end, spans[at + 1]?.start ?? block.text.length);
      return attributionAfter(after, lang) ?? attributionBefore(before, lang);
    });
    const first = tied.find((one) => one !== undefined);
    for (const [at, span] of spans.entries()) {
      // A paragraph's further quotations without a speaker of their own go on with what the one before said.
      const named =
        tied[at] ?? (isContinued(block.text, spans, at) ? first : undefined) ?? followed(block.text, span, last);
      if (!named) continue;
      const speaker = resolve(named, people, last);
      if (!speaker) continue;
      last = speaker;
      if (!people.some(({ name }) => name === speaker.name)) people.push(speaker);
      const { name, role } = speaker;
      draft.found(
        "quotes",
        { speaker: name, ...(role ? { role } : {}), text: span.inner, isBlock: whole !== undefined },
        block.text.slice(Math.max(0, span.start - 60), span.end + 100),
        tied[at] ? "certain" : "likely",
      );
    }
    if (whole) draft.replace(index, 1, whole);
  }
};

/** A pronoun or a surname stands for somebody who was named before. */
function resolve(
  named: Attribution,
  people: readonly Attribution[],
  last: Attribution | undefined,
): Attribution | undefined {
  if (named.name === "") return last;
  const full =
    people.find(({ name }) => name === named.name) ?? people.findLast(({ name }) => isSurnameOf(named.name, name));
  if (full) return { ...full, ...(named.role && !full.role ? { role: named.role } : {}) };
  return named;
}

function isContinued(text: string, spans: readonly Span[], at: number): boolean {
  const between = text.slice(spans[at - 1]?.end ?? 0, spans[at]?.start);
  return at === 0 || between.length < 160;
}

/** A paragraph that is nothing but a quotation goes on with what the last speaker said. */
function followed(text: string, { start, end }: Span, last: Attribution | undefined): Attribution | undefined {
  return last && start === 0 && text.slice(end).replace(/[\s.,]/g, "") === "" ? last : undefined;
}

/** A title, a term or a slogan in quotation marks is no speech: it is short, or has no verb's room. */
function isSpeech(inner: string, lang: string): boolean {
  return lang === "zh" ? inner.length >= 10 : inner.split(/\s+/).length >= FEWEST_WORDS;
}

/** The quotations of a text; a mark that is never closed ends with its paragraph where it opened one. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const close = pairs[text[at] ?? ""];
    if (close === undefined || (text[at] === "”" && !/\p{Script=Arabic}/u.test(text))) continue;
    if (text[at] === '"' && !/^$|[\s(–—:-]/.test(text[at - 1] ?? "")) continue;
    const end = closing(text, at, close);
    if (end === -1) {
      if (at === 0) spans.push({ start: 0, end: text.length, inner: text.slice(1).trim() });
      continue;
    }
    spans.push({ start: at, end: end + 1, inner: text.slice(at + 1, end).trim() });
    at = end;
  }
  return spans;
}

/** The mark that closes: the same kind inside is counted, `»` within `«…«…»…»`. */
function closing(text: string, at: number, close: string): number {
  const open = text[at] ?? "";
  let depth = 0;
  for (let index = at + 1; index < text.length; index++) {
    if (text[index] === close && (open !== '"' || !/[\p{L}\p{N}]/u.test(text[index + 1] ?? ""))) {
      if (depth === 0) return index;
      depth--;
    } else if (text[index] === open && open !== close) depth++;
  }
  return -1;
}

/** A block quote whose last line says who spoke, as this site writes it. */
function attributedQuote(block: Block): FoundQuote | undefined {
  const [, words = "", line = ""] =
    /^([\s\S]*?)(?:\n>\s*|\s+)(?:[—–―]|\\?--?)\s*([^\n]{2,200})$/.exec(block.markdown.trimEnd()) ?? [];
  const [speaker = "", ...role] = line.replace(/[*\\]/g, "").split(/,\s*/);
  const text = words.replace(/^> ?/gm, "").replace(/\s+/g, " ").trim();
  if (!/^\p{Lu}|^\p{Lo}/u.test(speaker) || text === "") return undefined;
  return { speaker, ...(role.length > 0 ? { role: role.join(", ") } : {}), text, isBlock: true };
}

/**
 * The block quote that a paragraph becomes: one quotation from its first sign on, and behind it who said so, or before it
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
  const said = after.replace(/^[\s,.–—―-]+/, "").trim();
  if (said.length > 260 || named.whole === undefined) return undefined;
  const line = said.includes("**") ? said : said.replace(named.name, `**${named.name}**`);
  const words = span.inner.replace(/,$/, ".");
  return { kind: "quote", markdown: `> ${words}\n>\n> — ${line}`, text: block.text };
}
