import type { Document, Passage } from "../document.ts";
import type { Fault } from "../rule.ts";
import { rewritten } from "./characters.ts";

const SIGNS = /["“”„«»]/g;
const ANY = /^\s*["“«„]/;

export function* quotationMarks(document: Document): Generator<Fault> {
  const { passages } = document;
  let closed: Passage | undefined;
  for (const [index, passage] of passages.entries()) {
    const open = unmatched(passage);
    if (open === undefined || passage === closed) continue;
    if (!closes(passage, open)) {
      // A quotation of several paragraphs opens each, and closes the last; one that has a list in it opens before and closes after.
      const next = passages[index + 1];
      if (next?.kind === passage.kind && ANY.test(next.text) && ANY.test(passage.text)) continue;
      const end = passages.slice(index + 1).find((each) => each.kind !== "item" || unmatched(each) !== undefined);
      const at = end && unmatched(end);
      if (end && at !== undefined && closes(end, at)) {
        // The paragraph that goes on with the quotation and does not open it again is the one that is named.
        if (end.kind === "item") closed = end;
        continue;
      }
    }
    yield {
      at: document.in(passage, open, 1),
      message: `This quotation mark ${closes(passage, open) ? "closes what was never opened" : "has no partner"}.`,
      fix: "Put the other mark where the quotation begins or ends.",
    };
  }
  yield* mixed(document);
}

const closes = ({ text }: Passage, at: number) => /[”»]/.test(text[at] ?? "");

/** Returns the place of a quotation mark that has no partner in its passage. */
function unmatched({ text, source, lang }: Passage): number | undefined {
  // A mark that is written as an entity is not seen here.
  if (/&(?:[lr][ad]quo|quot|bdquo|#(?:34|822[0-2]|171|187));/.test(source)) return undefined;
  const signs = [...text.matchAll(SIGNS)].filter(
    ({ 0: sign, index }) =>
      (sign !== '"' || !/\d/.test(text[index - 1] ?? "")) &&
      // "Join us »" points onward.
      (sign !== "»" || text.includes("«") || text[index - 1] !== " "),
  );
  const straight = signs.filter(({ 0: sign }) => sign === '"');
  if (straight.length % 2 === 1) {
    // An inch, or a straight mark that closes a typographic one.
    if (signs.length % 2 === 0 || /\d"/.test(text)) return undefined;
    const openers = straight.filter(({ index }) =>
      /^[\s(\ue000[—–-]?$/.test(text.slice(Math.max(0, index - 1), index)),
    );
    return (openers.length > straight.length / 2 ? openers : straight).at(-1)?.index;
  }
  const opened: { sign: string; index: number }[] = [];
  for (const { 0: sign, index } of signs) {
    const top = opened.at(-1)?.sign;
    if (sign === '"') continue;
    if (/^(?:ar|fa|he)/.test(lang) && sign !== "«" && sign !== "»") {
      if (top === undefined) opened.push({ sign, index });
      else opened.pop();
    } else if (sign === "«" || sign === "„" || (sign === "“" && top !== "„")) opened.push({ sign, index });
    else if (top === undefined || (sign === "»") !== (top === "«")) return index;
    else opened.pop();
  }
  return opened[0]?.index;
}

/** Straight and typographic marks side by side: only the typographic stay as they are typed, and look different from page to page. */
function* mixed(document: Document): Generator<Fault> {
  const words = document.passages.filter((passage) => typeof passage.from === "number");
  const text = words.map((passage) => passage.text).join("\n");
  const straight = /"/.test(text);
  const curly = /[“”„]|\p{L}’\p{L}/u;
  if (!straight || !curly.test(text)) return;
  const passage = words.find((each) => curly.test(each.text));
  const at = passage ? passage.text.search(curly) : -1;
  if (!passage || at === -1) return;
  const sign = passage.text.slice(at).search(/[“”„’]/) + at;
  yield {
    at: document.in(passage, sign, 1),
    severity: "hint",
    message: "This text has straight and typographic quotation marks or apostrophes side by side.",
    fix: "Write straight ones everywhere: they become those of the language by themselves.",
    ...straightened(document, words),
  };
}

/** All typographic marks made straight ones, where every passage has its pairs. */
function straightened(document: Document, words: readonly Passage[]): Pick<Fault, "edit"> {
  if (/^(?:ar|fa|he|zh|ja)/.test(document.lang) || words.some((passage) => unmatched(passage) !== undefined)) return {};
  const marks = /[“”„]|(?<=\p{L})’(?=\p{L})/gu;
  const { edit } = rewritten(document, words, marks, (sign) => (sign === "’" ? "'" : '"')) ?? {};
  return edit ? { edit } : {};
}
