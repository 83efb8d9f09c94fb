import { type Draft, type Recognise, someLines } from "../draft.ts";
import type { Block } from "../incoming.ts";
import { withNotesInPlace } from "../markup/footnotes.ts";
import { isContactHeading } from "../wording/contact-lines.ts";
import { known, namesOf } from "../wording/names.ts";

/** Marks that the release ends here, as wire services and press offices write them. */
const END =
  /^(?:#\s*#\s*#|[-–—\s([（【/*=~]*(?:ends?|end of (?:press |news |media )?release|30|o[0o]o|fin(?: del comunicado)?|fine?|fim|ende|koniec|конец|канец|кінець|النهاية|انتهى|完|结束)[-–—\s)\]）】/*=~]*)\.?$/i;

const NOTES =
  /^(?:notes? (?:to|for) (?:the )?editors?|notes?|editors?['’]? notes?|for editors|background(?: information)?|примечани[ея](?: для (?:редакторов|прессы|редакции))?|заўвагі для рэдактараў|примітки для редакторів|notes? (?:aux|à l['’]attention des) (?:rédacteurs|rédactions|journalistes)|notas? (?:para|a) (?:los )?(?:editores|redactores)|ملاحظات? (?:للمحررين|إلى المحررين)|编者注|编辑注意事项)\s*[:.]?$/i;
const NOTES_BEGIN =
  /^(?:notes? (?:to|for) (?:the )?editors?|примечани[ея] для редакторов|заўвагі для рэдактараў|notes? aux rédacteurs|notas? para (?:los )?(?:editores|redactores)|ملاحظات? (?:للمحررين|إلى المحررين)|编者注)\s*[:：.–—-]\s*(?=\S)/i;
const ABOUT =
  /^(?:(?:about(?: the)?|о|об|аб|пра|про|acerca del?|sobre(?: el| la)?|حول|عن|نبذة عن)\s+|à propos (?:de |du |des |d['’])|关于\s*)(\S.{1,80}?):?$/iu;

/** What stands at the end of a release and is no part of its story: end marks, notes to editors, "About …" texts. */
export const tail: Recognise = (draft, context) => {
  for (const block of draft.blocks) {
    const { lines: [first = "", ...others] = [] } = block;
    if (others.length > 0 && END.test(first.trim()))
      draft.replace(draft.blocks.indexOf(block), 1, someLines(block, 0, 1), someLines(block, 1));
  }
  const marks = draft.blocks.filter(({ text, kind }) => kind !== "code" && END.test(text.trim()));
  const mark = marks.at(-1);
  if (mark && draft.blocks.indexOf(mark) > 0) {
    draft.end = draft.blocks.indexOf(mark);
    for (const each of marks) draft.drop(each, "An end mark; what follows is no part of the release.");
  }
  takeNotes(draft);
  abouts(draft, context);
};

function takeNotes(draft: Draft): void {
  const start = Math.min(Math.floor(draft.blocks.length / 3), draft.end);
  const at = draft.blocks.findIndex(
    ({ text, lines: [first = text] = [] }, index) =>
      index >= start && (isNotesHeading(first, index >= draft.end) || NOTES_BEGIN.test(text)),
  );
  if (at === -1) return;
  const isInOne = !isNotesHeading(draft.blocks[at]?.text ?? "", at >= draft.end);
  const all = draft.blocks.slice(at, isInOne ? at + 1 : endOfPart(draft.blocks, at));
  // A picture is put beside the release, wherever it stood.
  const pictures = all.filter(({ kind }) => kind === "picture");
  const taken = all.filter(({ kind }) => kind !== "picture");
  const notes = isInOne ? taken : taken.slice(1);
  if (notes.length === 0) return;
  const [first = ""] = notes[0]?.lines ?? [];
  const written = notes.map((note) => note.markdown).join("\n\n");
  const markdown = isNotesHeading(first, true)
    ? written.replace(/^.*\\\n/, "")
    : written
        .replace(/^[*_]+/, "")
        .replace(NOTES_BEGIN, "")
        .replace(/^[*_]+\s*/, "");
  draft.notes = markdown;
  draft.found("notes", withNotesInPlace(markdown, draft.footnotes), taken[0]?.text ?? "", "certain");
  draft.blocks.splice(at, all.length, ...pictures);
  draft.end = Math.min(draft.end, at);
}

/** Where the part ends that begins at a block: before the next heading. */
function endOfPart(blocks: readonly Block[], at: number): number {
  const isNext = ({ kind, text }: Block) => kind === "heading" || isAboutHeading(text) || isContactHeading(text);
  const next = blocks.findIndex((block, index) => index > at && isNext(block));
  return next === -1 ? blocks.length : next;
}

/** "Background" and "Notes" alone are headings of many texts: they count only behind the end mark. */
function isNotesHeading(text: string, isBehindEnd: boolean): boolean {
  return (
    NOTES.test(text) &&
    (isBehindEnd || /editor|редактор|редакци|рэдактар|rédact|journalist|redactor|محرر|编/i.test(text))
  );
}

/** `About 40 officers came.` is a sentence and no heading. */
const isAboutHeading = (text: string) => text.length < 100 && ABOUT.test(text) && !/[.!?]$/.test(text);

/** "About …" texts: one whose organisation is a known partner with such a text of its own is removed, because the page shows that. */
function abouts(draft: Draft, { terms }: Parameters<Recognise>[1]): void {
  const names = namesOf(terms.partners);
  const start = Math.min(Math.floor(draft.blocks.length / 2), draft.end);
  for (const block of draft.blocks.slice(start)) {
    const { heading, isAll } = headingOf(block);
    const name = isAboutHeading(heading) ? ABOUT.exec(heading)?.[1] : undefined;
    const at = draft.blocks.indexOf(block);
    if (name === undefined || at === -1) continue;
    draft.end = Math.min(draft.end, at);
    const id = known(name, names)[0]?.id;
    if (id === undefined || terms.partners.get(id)?.about === undefined) {
      const where = id === undefined ? "a file of the organisation in partners/" : "the file of the partner";
      draft.look(`An “About …” text stayed in the text. It belongs into ${where}, as the field “about”.`, heading);
      continue;
    }
    draft.found("boilerplates", { id, name }, heading, "certain");
    for (const gone of draft.blocks.slice(at, isAll ? endOfPart(draft.blocks, at) : at + 1)) {
      if (gone.kind === "picture") continue;
      draft.drop(gone, `The “About …” text of ${id}: the page shows the one in partners/${id}.yaml. Compare the two.`);
    }
  }
}

/** A block's heading: the whole of it, or its first line, or the bold words at its beginning. */
function headingOf({ kind, text, lines = [text], markdown }: Block): {
  readonly heading: string;
  readonly isAll: boolean;
} {
  if (kind !== "heading" && kind !== "paragraph") return { heading: "", isAll: true };
  const bold = /^\*\*([^*\n]{3,99})\*\*(?=\s|\\)/.exec(markdown)?.[1];
  const first = lines.length > 1 ? lines[0] : bold?.trim();
  return first && first.length < text.length ? { heading: first, isAll: false } : { heading: text, isAll: true };
}
