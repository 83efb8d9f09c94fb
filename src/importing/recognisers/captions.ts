import type { Recognise } from "../draft.ts";
import type { Block, Picture } from "../incoming.ts";
import { beginsWithDateline } from "../wording/dateline.ts";

/** How a line begins that says who took a picture. */
const CREDIT =
  /^[\s(*_[]*(?:(?:©|\(c\)|courtesy(?: of)?(?!\p{L}))|(?:(?:источник|автор) (?:фото|снимка)|photo(?:graph)?s?|pictures?|images?|credits?|фото(?:граф(?:ия|ии)?)?|снимок|фота|здымак|світлина|crédits?(?: photos?)?|photos?|foto(?:graf[ií]a)?s?|créditos?|imagen|الصورة|صورة|تصوير|图片来源|图片|图|摄影?|照片)(?: (?:credits?|courtesy|source))?\s*(?:[:：/©–—-]|(?:by|courtesy of|par|de|por|предоставлен\p{L}*|автор\p{L}*)(?!\p{L})))[\s:：/©–—-]*(?:(?:by|of)\s)?/iu;
/** How it says so behind a caption. */
const WITHIN =
  /[\s.;(|[–—-]+(?<!(?<!\p{L})(?:in|on|the|this|above|на|у|sur|la|cette|en|esta|في|الصورة)\s+)(?:(?:photo|picture|image|credit|courtesy)s?\s*(?:credit|courtesy|by)?\s*[:/©]|(?:photo|credit) by\s|photo courtesy of\s|©|фото\s*[:©/]|crédits?(?: photos?)?\s*[:©]|foto\s*[:©/]|صورة\s*[:©]|图\s*[:：/])\s*(?<who>[^:©]{3,80}?)[\])]?\.?$/iu;
/** A line that is nothing but names, the last that of an agency for pictures. */
const AGENCY =
  /^[\p{L}\p{N} ._'/,©|-]{0,60}(?:iStock(?:photo)?|Thinkstock|Getty Images|Shutterstock|Adobe Stock|Unsplash|AFP|Reuters)(?:[\s/,]+(?:iStock(?:photo)?|Thinkstock|Getty Images))?$/u;
/** Where one sentence ends and another begins; the full stop of an initial ends none. */
const SENTENCES = /(?<!(?<!\p{L})\p{Lu})[.!?] \p{Lu}/u;
const LONGEST = 300;
const LONGEST_CREDIT = 100;

/** Moves the line under a picture to it: its caption, and who took it. */
export const captions: Recognise = (draft) => {
  for (const block of draft.blocks.filter(({ kind }) => kind === "picture")) {
    const at = draft.blocks.indexOf(block);
    // Words that share a paragraph with a picture stand before it.
    const beside = [draft.blocks[at + 1], block.picture?.isWithin ? draft.blocks[at - 1] : undefined];
    const line = beside.find((each) => each && isCaption(each));
    if (!block.picture) continue;
    const { caption = "", ...picture } = block.picture;
    draft.blocks[at] = { ...block, picture: { ...picture, ...divided(caption), ...divided(line?.text ?? "") } };
    if (line) draft.drop(line, "The line under a picture: it goes with the picture.");
  }
};

/** A short line that begins or ends as credits do, or that is set apart as a whole. */
function isCaption({ kind, text, markdown }: Block): boolean {
  if (kind !== "paragraph" || text.length > LONGEST || beginsWithDateline(text)) return false;
  return (
    CREDIT.test(text) ||
    AGENCY.test(text) ||
    WITHIN.test(text) ||
    (/^(\*|_)(?!\1)[\s\S]+\1$/.test(markdown) && !markdown.slice(1, -1).includes("*"))
  );
}

/** What a line says of a picture, and who took it. */
function divided(line: string): Pick<Picture, "caption" | "credit"> {
  const text = line.trim();
  if (text === "") return {};
  if (AGENCY.test(text)) return { credit: text };
  const begun = CREDIT.exec(text)?.[0];
  const rest = text.slice(begun?.length ?? 0).replace(/[)\].\s]+$/, "");
  if (begun !== undefined && rest.length <= LONGEST_CREDIT && !SENTENCES.test(rest))
    return rest ? { credit: rest } : {};
  const within = WITHIN.exec(text);
  const who = within?.groups?.who;
  return who && within.index > 0
    ? { caption: text.slice(0, within.index).trim(), credit: who.trim() }
    : { caption: text };
}
