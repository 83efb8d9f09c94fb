import { Parser } from "htmlparser2";
import { escapeHtml } from "../../text/escape.ts";
import { LABEL, numeral } from "../markup/lettered.ts";

/** A level of a list: its first number, what its numbers are written with, and its text, such as `%1.%2)`. */
interface Level {
  start: number;
  format: string;
  text: string;
}

/** What a paragraph says of its own place in a list. */
type Own = Partial<Record<"instance" | "level" | "style", string>>;

const NUMBER = "dateline-number-";
const WORDS = "dateline-words-";

/** Puts into each item of a numbered list, as a bookmark, what Word shows before it: lists go on behind other paragraphs. */
export function markNumbers(document: string, numbering: string): string {
  if (numbering === "") return document;
  const labelOf = counted(listsIn(numbering));
  let written = "";
  let from = 0;
  let depth = 0;
  let own: Own = {};
  const parser = reader(
    (name, value) => {
      if (name === "w:pPr" && depth++ === 0) own = {};
      if (depth !== 1) return;
      if (name === "w:numId") own.instance = value;
      if (name === "w:ilvl") own.level = value;
      if (name === "w:pStyle") own.style = value;
    },
    (name) => {
      if (name !== "w:pPr" || --depth > 0) return;
      const label = labelOf(own);
      if (label === undefined) return;
      written += `${document.slice(from, parser.endIndex + 1)}<w:bookmarkStart w:id="0" w:name="${label}"/>`;
      from = parser.endIndex + 1;
    },
  );
  parser.end(document);
  return written + document.slice(from);
}

/** Gives the items of lists what {@link markNumbers} put into them: numbers, or words such as `b)`, which no list of HTML shows. */
export function withNumbers(html: string): string {
  return html.replace(
    new RegExp(`(<li>)?<a id="(${NUMBER}|${WORDS})([^"]*)"></a>`, "g"),
    (_, item: string | undefined, kind: string, label: string) => {
      if (!item) return "";
      return kind === NUMBER ? `<li value="${label}">` : `<li ${LABEL}="${escapeHtml(decodeURIComponent(label))}">`;
    },
  );
}

/** Returns a function that counts the items of lists: the bookmark of each, and nothing for other paragraphs. */
function counted({ levels, instances, styles }: ReturnType<typeof listsIn>) {
  const all = new Map<string, number[]>();
  const begun = new Set<string>();
  return (own: Own): string | undefined => {
    const styled = own.instance === undefined ? styles.get(own.style ?? "") : undefined;
    const { list = styled?.list, begins } = instances.get(own.instance ?? "") ?? {};
    const level = Number(own.level ?? styled?.level ?? 0);
    const levelsOfList = levels.get(list ?? "") ?? [];
    const { start, format, text = "" } = levelsOfList[level] ?? {};
    if (list === undefined || start === undefined || format === "bullet" || format === "none") return undefined;
    const numbers = all.get(list) ?? [];
    all.set(list, numbers);
    const again = level > 0 || begun.has(own.instance ?? "") ? undefined : begins;
    begun.add(own.instance ?? "");
    const number = again ?? (numbers[level] ?? start - 1) + 1;
    numbers.splice(level, numbers.length, number);
    if (format === "decimal" && /^[^\p{L}%]*%\d[^\p{L}%]*$/u.test(text)) return NUMBER + number;
    const words = text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      return numeral(levelsOfList[at]?.format ?? "decimal", numbers[at] ?? 1);
    });
    return WORDS + encodeURIComponent(words);
  };
}

/** The lists of a document: the levels of each, the list of each instance with the number with which it begins again, and that of paragraphs of a style. */
function listsIn(numbering: string) {
  const levels = new Map<string, Level[]>();
  const instances = new Map<string, { list: string; begins: number | undefined }>();
  const styles = new Map<string, { list: string; level: number }>();
  let list = "";
  let instance = "";
  let at = 0;
  reader((name, value, attributes) => {
    const level = levels.get(list)?.[at];
    if (name === "w:abstractNum") {
      list = attributes["w:abstractNumId"] ?? "";
      levels.set(list, []);
    } else if (name === "w:num") [list, instance] = ["", attributes["w:numId"] ?? ""];
    else if (name === "w:lvl" || name === "w:lvlOverride") {
      at = Number(attributes["w:ilvl"]);
      if (list !== "") (levels.get(list) ?? [])[at] = { start: 1, format: "decimal", text: `%${at + 1}.` };
    } else if (name === "w:abstractNumId") instances.set(instance, { list: value, begins: undefined });
    else if (name === "w:startOverride" && at === 0)
      instances.set(instance, { list: instances.get(instance)?.list ?? "", begins: Number(value) });
    else if (name === "w:pStyle") styles.set(value, { list, level: at });
    else if (level && name === "w:start") level.start = Number(value);
    else if (level && name === "w:numFmt") level.format = value;
    else if (level && name === "w:lvlText") level.text = value;
  }).end(numbering);
  return { levels, instances, styles };
}

/** A reader of Word's XML, which tells of each element with its value. */
function reader(
  open: (name: string, value: string, attributes: Readonly<Record<string, string>>) => void,
  close: (name: string) => void = () => undefined,
): Parser {
  return new Parser(
    { onopentag: (name, attributes) => open(name, attributes["w:val"] ?? "", attributes), onclosetag: close },
    { xmlMode: true },
  );
}
