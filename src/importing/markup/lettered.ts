import { made } from "./html.ts";

/** The attribute of what stands before an item where that is no number: `b)`, `1.2.` */
export const LABEL = "data-label";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя";
/** What Word's formats write numbers with, one sign for each. */
const signs: Readonly<Record<string, string>> = {
  lowerLetter: LETTERS,
  upperLetter: LETTERS.toUpperCase(),
  russianLower: CYRILLIC,
  russianUpper: CYRILLIC.toUpperCase(),
  chineseCounting: "一二三四五六七八九十",
  chineseCountingThousand: "一二三四五六七八九十",
};
const ROMAN = [",i,ii,iii,iv,v,vi,vii,viii,ix", ",x,xx,xxx,xl,l,lx,lxx,lxxx,xc"].map((row) => row.split(","));

/** What HTML calls these formats. */
const types: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

/** A number as Word and browsers write it in a list of some format; in figures where it has no sign there. */
export function numeral(format: string, number: number): string {
  const roman = number < 100 ? `${ROMAN[1]?.[Math.floor(number / 10)]}${ROMAN[0]?.[number % 10]}` : undefined;
  const written =
    format === "lowerRoman" ? roman : format === "upperRoman" ? roman?.toUpperCase() : signs[format]?.[number - 1];
  return written ?? String(number);
}

/** Makes lines of lists with letters and of those whose items have labels: Markdown has numbers only. */
export function linesOfLettered(body: Element): void {
  for (const list of [...body.querySelectorAll("ol")].toReversed()) {
    const format = types[list.getAttribute("type") ?? ""];
    const items = [...list.children];
    const isLabelled = items.some((item) => item.hasAttribute(LABEL));
    if ((!format && !isLabelled) || list.querySelector("ul, ol, table, blockquote")) continue;
    const first = Number(list.getAttribute("start") ?? 1);
    const lines = items.flatMap((item, index): (Node | string)[] => {
      const label = item.getAttribute(LABEL) ?? (format && `${numeral(format, first + index)}.`);
      for (const paragraph of item.querySelectorAll("p")) paragraph.replaceWith(...paragraph.childNodes);
      return [made(list, "br"), label ? `${label} ` : "", ...item.childNodes];
    });
    if (list.parentElement?.nodeName === "LI") list.replaceWith(...lines);
    else list.replaceWith(made(list, "p", ...lines.slice(1)));
  }
}
