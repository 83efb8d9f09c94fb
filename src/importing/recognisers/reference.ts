import type { Recognise } from "../draft.ts";
import { textField } from "../fields.ts";
import { daysIn } from "../wording/calendar.ts";

/** A line that is nothing but a reference number. */
const LINE =
  /^(?:(?:press|news|media) release\s+)?(?:ref(?:erence)?(?:\s*(?:no|number|nr))?\.?|release no\.?|no\.?|№|n[°º]|исх\.?\s*№|référence|referencia|номер|المرجع|(?:ال)?رقم|编号)\s*[:.]?\s*([A-ZА-ЯЁ\d][\p{L}\d]*(?:[/.-][\p{L}\d]+)*)\.?$/iu;
const CODE = /^[A-ZА-Я]{1,8}(?:\/[A-ZА-Я\d]{1,8}){1,4}$/u;

/** The reference number: the source's own field, or a line at the top or the end that gives nothing else. */
export const reference: Recognise = (draft, { fields }) => {
  const own = textField(fields, "reference");
  if (draft.first("reference")) return;
  // By `ref` some generators join the translations of a text.
  if (own && /\d/.test(own) && !/\p{Ll}{3}/u.test(own)) return draft.found("reference", own, own, "stated");
  for (const block of [...draft.blocks.slice(0, 4), ...draft.blocks.slice(-4)]) {
    const text = block.text.trim();
    const number = referenceIn(text);
    if (!number) continue;
    draft.found("reference", number, text, "certain");
    return draft.drop(block, "The reference number: the field “reference” carries it.");
  }
};

/** The number of a line that gives nothing else, but for its day: `Исх. № 12-34/5 от 14.05.2024 г.` */
export function referenceIn(line: string): string | undefined {
  const plain = line
    .replace(daysIn(line)[0]?.words ?? "", "")
    .replace(/(?:[\s,]+(?:от|ад|of|dated|du|del?))?[\s,]*(?:г\.)?\s*$/iu, "")
    .trim();
  const number = LINE.exec(plain)?.[1] ?? (CODE.test(plain) ? plain : undefined);
  return number && /\d/.test(number) ? number : undefined;
}
