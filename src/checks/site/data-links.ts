import { Parser } from "htmlparser2";
import type { At } from "./built-site.ts";

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
  const found: At<string>[] = [];
  /** The text of the element at hand, which the parser gives piece by piece. */
  let words = "";
  let start = 0;
  const end = () => {
    found.push(...addressesOf(words, start));
    words = "";
  };
  const parser = new Parser(
    {
      onopentag(_, attributes) {
        end();
        for (const [name, value] of Object.entries(attributes))
          if (NAMING.test(name) && FIRM.test(value)) found.push({ value, offset: parser.startIndex });
      },
      onprocessinginstruction(_, data) {
        const [, value] = /\bhref="([^"]*)"/.exec(data) ?? [];
        if (value !== undefined && FIRM.test(value)) found.push({ value, offset: parser.startIndex });
      },
      ontext(piece) {
        if (words === "") start = parser.startIndex;
        words += piece;
      },
      onclosetag: end,
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

/** The strings of a JSON text that are addresses, or HTML with links; `also` says which others are. */
export function* inJson(text: string, also?: RegExp): Generator<At<string>> {
  for (const { 0: written, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"/g)) {
    const value = unwritten(written);
    if (also?.test(value)) yield { value, offset: index };
    else yield* addressesOf(value, index);
  }
}

function unwritten(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    return "";
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
  const found: At<string>[] = [];
  const parser = new Parser({
    onopentag(_, { href, src }) {
      for (const link of [href, src]) if (link !== undefined && FIRM.test(link)) found.push({ value: link, offset });
    },
  });
  parser.end(value);
  return found;
}
