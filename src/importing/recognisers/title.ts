import type { Recognise } from "../draft.ts";
import { textField } from "../fields.ts";
import { wordsOf } from "../formats/markdown.ts";
import type { Block } from "../incoming.ts";
import { behindLabels, subtitleIn, withoutLabel } from "../wording/labels.ts";

/** A headline is short and no sentence that ends. */
const LONGEST = 250;

/** The headline: the source's own field, else the first heading, else the first line that looks like one. */
export const title: Recognise = (draft, { fields }) => {
  const named = textField(fields, "title");
  // "Press release" is the name of many a page, and no headline.
  const own = named && behindLabels(named) === "" ? undefined : named;
  if (own !== undefined) {
    const whole = plain(own);
    const said = withoutLabel(whole);
    if (said !== whole) draft.found("type", whole, whole, "certain");
    draft.found("title", said, own, "stated");
    dropRepeated(draft, whole, said);
  } else {
    const first = draft.blocks.find(({ kind, text }) => kind !== "picture" && kind !== "rule" && /\p{L}/u.test(text));
    const top = draft.blocks.slice(0, 4);
    const text = top.findIndex((block) => block.kind !== "picture" && block.kind !== "rule" && !isHeadline(block));
    // A heading of the second level below the first words of the text is that of a part.
    const heading = top.find(
      ({ kind, level = 6 }, index) =>
        kind === "heading" && (level === 1 || (level === 2 && (text === -1 || index < text))),
    );
    const block = heading ?? (first && isHeadline(first) ? first : undefined);
    if (!block) return draft.look("No title could be found.", first?.text);
    const said = withoutLabel(block.text);
    if (said !== block.text) draft.found("type", block.text, block.text, "certain");
    draft.found("title", said, block.text, heading ? "certain" : "likely");
    const at = draft.blocks.indexOf(block);
    const below = draft.blocks[at + 1];
    const deck = below && subtitleIn(below.text);
    if (deck) draft.found("subtitle", deck, below.text, "certain");
    draft.replace(at, deck ? 2 : 1);
  }
  const deck = textField(fields, "subtitle");
  const summary = textField(fields, "summary");
  const said = draft.first<string>("title");
  if (deck && plain(deck) !== said && deck !== summary) draft.found("subtitle", plain(deck), deck, "stated");
  if (summary && plain(summary) !== said) draft.found("summary", plain(summary), summary, "stated");
};

/** Entities and tags of the old site's fields as what they mean: `Q&amp;A` is Q&A. */
export function plain(words: string): string {
  return wordsOf(words.replace(/\{\{[<%].*?[%>]\}\}|\{%.*?%\}/g, ""))
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a block can be a headline: short, and no sentence that ends. */
export function isHeadline({ text, kind }: Pick<Block, "text" | "kind">): boolean {
  return (
    (kind === "heading" || kind === "paragraph") &&
    text.length <= LONGEST &&
    /\p{L}/u.test(text) &&
    !/[.;:,。؛]$/.test(text.replace(/\.{3}$/, ""))
  );
}

/** The title once more at the top of the text: the page has it already. */
function dropRepeated(draft: Parameters<Recognise>[0], ...said: readonly string[]): void {
  const key = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const isShort = ({ kind, text }: Block) => kind === "heading" || (kind === "paragraph" && text.length < 300);
  const keys = said.map(key);
  for (const block of draft.blocks.slice(0, 3)) {
    if (isShort(block) && keys.includes(key(block.text))) draft.drop(block, "The title once more.");
  }
}
