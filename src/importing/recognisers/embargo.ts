import type { Draft, Recognise } from "../draft.ts";

/** How the languages say that a text is not to be published before a moment. */
export const EMBARGO =
  /\bembargo(?:ed)?\b|\bnot for (?:publication|release|broadcast)\b.{0,40}\b(?:before|until)\b|эмбарго|эмбарга|не для публикации до|не публиковать до|ne pas (?:publier|diffuser) avant|no publicar antes|حظر (?:ال)?نشر|يحظر النشر|禁止.{0,6}发布|发布禁令/iu;
const LONGEST = 200;

/** An embargo that stands between title and text; one above the title is part of the head. */
export const embargo: Recognise = (draft) => {
  for (const block of draft.blocks.slice(0, 5)) {
    if (block.text.length > LONGEST || !EMBARGO.test(block.text)) continue;
    foundEmbargo(draft, block.text);
    draft.drop(block, "The line about the embargo: the field “embargo” is for it.");
    return;
  }
};

/** The release waits for a person, who writes the moment as a field; time zones are not guessed. */
export function foundEmbargo(draft: Draft, words: string): void {
  draft.found("embargo", words, words, "certain");
  draft.look("The text is under an embargo. Write its moment as the field “embargo”.", words);
}
