import { letter as table } from "../data.ts";
import { type Draft, type Recognise, someLines } from "../draft.ts";
import { behindLabels } from "../wording/labels.ts";

const GREETING = new RegExp(`^(?:${table.greetings.join("|")})(?![\\p{L}\\p{N}]).{0,60}[,!:،，！：]$`, "iu");
const COVERING = new RegExp(`(?<!\\p{L})(?:${table.covering.join("|")})`, "iu");
const REGARDS = new RegExp(`^(?:${table.regards.join("|")})[\\s,.!،，]*$`, "iu");
/** Characters of a paragraph that sends a release, how many there are, and lines of who signs. */
const LONGEST = 250;
const MOST = 3;
const MOST_LINES = 6;

const SENT = "Words of the letter that the release came with.";

/**
 * Takes out what a letter says around a release: the greeting and the sentences that send it, where they or the kind of text follow,
 * and then also the regards at the end with who signs. Whom to call stays, and so does a letter that is itself the release.
 */
export const letter: Recognise = (draft) => {
  const lines = draft.blocks.slice(0, MOST + 2).flatMap(({ text, lines: own = [text] }) => own);
  if (!GREETING.test(lines[0] ?? "") || !lines.slice(1).some((line) => sends(line) || behindLabels(line) !== undefined))
    return;
  takeFirstLine(draft, 0);
  for (let count = 0; count < MOST && sends(draft.blocks[0]?.text ?? ""); count++) {
    const [block] = draft.blocks;
    if (block) draft.drop(block, SENT);
  }
  takeRegards(draft);
};

/** Whether words only send a release. */
function sends(words: string): boolean {
  return words.length <= LONGEST && COVERING.test(words);
}

function takeFirstLine(draft: Draft, at: number): void {
  const block = draft.blocks[at];
  if (!block) return;
  draft.dropped.push({ words: block.lines?.[0] ?? block.text, why: SENT });
  draft.replace(at, 1, ...((block.lines?.length ?? 1) > 1 ? [someLines(block, 1)] : []));
}

function takeRegards(draft: Draft): void {
  const at = draft.blocks.findLastIndex(({ text, lines: [first = text] = [] }) => REGARDS.test(first));
  if (at === -1) return;
  const signed = draft.blocks.slice(at);
  const lines = signed.flatMap(({ text, lines: own = [text] }) => own);
  draft.end = Math.min(draft.end, at);
  if (lines.length <= MOST_LINES && lines.every((line) => line.length < 80 && !/@|\d{3}/.test(line)))
    for (const block of signed) draft.drop(block, SENT);
  else takeFirstLine(draft, at);
}
