/** The numbers of a document's lists, as Word counts them: a list goes on behind other paragraphs. */
interface Lists {
  /** The list of which each instance is one. */
  readonly lists: ReadonlyMap<string, string>;
  /** Instances that begin again, with their first number. */
  readonly begins: ReadonlyMap<string, number>;
  /** The first number of a list's level. */
  readonly starts: ReadonlyMap<string, number>;
}

const MARK = "dateline-number-";
const PROPERTIES = /<w:pPr>(?:(?!<\/w:pPr>)[\s\S]){0,5000}?<\/w:pPr>/g;

/** Puts into each item of a numbered list, as a bookmark, the number that Word shows before it. */
export function markNumbers(document: string, numbering: string): string {
  if (numbering === "") return document;
  const { lists, begins, starts } = listsIn(numbering);
  const counted = new Map<string, number[]>();
  const begun = new Set<string>();
  return document.replace(PROPERTIES, (properties) => {
    const own = /<w:numPr>([\s\S]*?)<\/w:numPr>/.exec(properties)?.[1] ?? "";
    const instance = value(own, "numId");
    const list = instance === undefined ? undefined : lists.get(instance);
    if (list === undefined || instance === undefined) return properties;
    const level = Number(value(own, "ilvl") ?? 0);
    const numbers = counted.get(list) ?? [];
    counted.set(list, numbers);
    const again = begun.has(instance) || level > 0 ? undefined : begins.get(instance);
    begun.add(instance);
    const number = again ?? (numbers[level] ?? (starts.get(`${list} ${level}`) ?? 1) - 1) + 1;
    numbers.splice(level, numbers.length, number);
    return `${properties}<w:bookmarkStart w:id="0" w:name="${MARK}${number}"/>`;
  });
}

/** Gives the items of lists their numbers, which {@link markNumbers} put into them. */
export function withNumbers(html: string): string {
  const mark = new RegExp(`<a id="${MARK}(\\d+)"></a>`, "g");
  return html.replace(new RegExp(`<li>${mark.source}`, "g"), '<li value="$1">').replace(mark, "");
}

function listsIn(numbering: string): Lists {
  const lists = new Map<string, string>();
  const begins = new Map<string, number>();
  const starts = new Map<string, number>();
  for (const [, list = "", inside = ""] of numbering.matchAll(
    /<w:abstractNum [^>]*w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g,
  ))
    for (const [, level = "", first = ""] of inside.matchAll(
      /<w:lvl [^>]*w:ilvl="(\d)"[^>]*>\s*<w:start w:val="(\d+)"/g,
    ))
      starts.set(`${list} ${level}`, Number(first));
  for (const [, instance = "", inside = ""] of numbering.matchAll(
    /<w:num [^>]*w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/g,
  )) {
    const list = value(inside, "abstractNumId");
    if (list !== undefined) lists.set(instance, list);
    const first = /<w:lvlOverride [^>]*w:ilvl="0"[^>]*>\s*<w:startOverride w:val="(\d+)"/.exec(inside)?.[1];
    if (first !== undefined) begins.set(instance, Number(first));
  }
  return { lists, begins, starts };
}

function value(xml: string, name: string): string | undefined {
  return new RegExp(`<w:${name} [^>]*w:val="(\\d+)"`).exec(xml)?.[1];
}
