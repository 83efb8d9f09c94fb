import { DomUtils, ElementType, parseDocument } from "htmlparser2";
import { attempt } from "../../model/attempt.ts";

/** Something of a file, with where it stands. */
export interface At<T> {
  readonly value: T;
  readonly offset: number;
}

/** The attributes in which XML names an address; elsewhere, as in texts and JSON, only a whole one is known as such. */
const NAMING = /^(?:href|src|url|resource|template)$/i;

/** An address that is the same wherever it is read on the site. What others mean by a relative one is told by more than the file. */
const FIRM = /^(?:https?:\/\/|\/(?!\/))/i;

const WHOLE = /^https?:\/\/\S+$/i;

/** The readers of the files of a site that name addresses and are no pages, by the ends of their names. */
const readers: readonly { readonly names: RegExp; readonly read: (text: string) => Iterable<At<string>> }[] = [
  { names: /\.(?:xml|atom|rss)$/, read: inXml },
  { names: /\.webmanifest$/, read: (text) => inJson(text, /^\/(?!\/)\S*$/) },
  { names: /\.json$/, read: (text) => inJson(text) },
  { names: /\.(?:txt|md)$/, read: inText },
];

/** Reads the addresses that a file names, each with its place, those in HTML that it carries among them; undefined for a file that names none. */
export function addressReader(file: string): ((text: string) => Iterable<At<string>>) | undefined {
  return readers.find(({ names }) => names.test(file))?.read;
}

function inXml(text: string): At<string>[] {
  const { childNodes } = parseDocument(text, { xmlMode: true, withStartIndices: true });
  return DomUtils.filter(() => true, childNodes).flatMap((node) => {
    const offset = node.startIndex ?? 0;
    if (node.type === ElementType.Text) return addressesOf(node.data, offset);
    const attributes = "attribs" in node ? Object.entries(node.attribs) : [];
    const [, href] = (node.type === ElementType.Directive && /\bhref="([^"]*)"/.exec(node.data)) || [];
    const named = attributes.flatMap(([name, value]) => (NAMING.test(name) ? [value] : [])).concat(href ?? []);
    return named.filter((value) => FIRM.test(value)).map((value) => ({ value, offset }));
  });
}

/** The strings of a JSON text that are addresses, or HTML with links; `also` says which others are. */
export function* inJson(text: string, also?: RegExp): Generator<At<string>> {
  for (const { 0: written, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"/g)) {
    const value = attempt(() => JSON.parse(written) as string) ?? "";
    if (also?.test(value)) yield { value, offset: index };
    else yield* addressesOf(value, index);
  }
}

/** Whole addresses among words, without the brackets and marks that stand around them. */
function* inText(text: string): Generator<At<string>> {
  for (const { 0: found, index } of text.matchAll(/https?:\/\/[^\s<>"()[\]{}\\`]+/gi))
    yield { value: found.replace(/[.,;:!?*_'’»”]+$/, ""), offset: index };
}

/** The address that words are, or those of the HTML that they are. */
function addressesOf(words: string, offset: number): At<string>[] {
  const value = words.trim();
  if (WHOLE.test(value)) return [{ value, offset }];
  if (!/<[a-z][^>]*\s(?:href|src)=/i.test(value)) return [];
  return DomUtils.getElementsByTagName(() => true, parseDocument(value)).flatMap(({ attribs: { href, src } }) =>
    [href, src].flatMap((link) => (link !== undefined && FIRM.test(link) ? [{ value: link, offset }] : [])),
  );
}
