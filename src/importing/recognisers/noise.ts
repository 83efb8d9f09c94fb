import { noise as table } from "../data.ts";
import { type Recognise, someLines } from "../draft.ts";

const patterns = table.map(({ is, why }) => ({ is: new RegExp(is, "iu"), why }));
const LONGEST = 2000;

/**
 * Takes out what is no part of any release: navigation, sharing, cookies, wire services' tails; a whole block, or the last lines of
 * one. Never a line with more in it.
 */
export const noise: Recognise = (draft) => {
  for (const block of [...draft.blocks]) {
    if ((block.kind !== "paragraph" && block.kind !== "list") || block.text.length > LONGEST) continue;
    const { text, lines = [text] } = block;
    const end = block.kind === "paragraph" && lines.length > 1 ? lines.findLastIndex((line) => !whyNot(line)) + 1 : 0;
    const why = whyNot(text);
    if (end > 0 && end < lines.length) {
      for (const line of lines.slice(end)) draft.dropped.push({ words: line, why: whyNot(line) ?? "" });
      draft.replace(draft.blocks.indexOf(block), 1, someLines(block, 0, end));
    } else if (why) draft.drop(block, why);
  }
};

/** Why words are no part of a release; undefined where they may be one. */
function whyNot(words: string): string | undefined {
  return patterns.find(({ is }) => is.test(words))?.why;
}
