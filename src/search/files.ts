import { close, createIndex } from "pagefind";
import type { OutputFolder } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { pathPrefix } from "../model/site.ts";
import { type SearchRecord, volumesOf } from "../pages/search.ts";
import { escapeHtml } from "../text/escape.ts";
import { parseText } from "../text/text.ts";
import { unitsApart } from "../text/units.ts";
import { htmlOf } from "../text/writers/html.ts";
import { commonWords } from "./words.ts";

/** The weight of a word of the subtitle or the summary, compared with one of the text. */
const WEIGHT = 3;

/** Indexing more records leaves Pagefind with memory that nothing needs any more. */
const FEW = 500;

/** How many records are sent to the indexer at a time. */
const AT_A_TIME = 64;

/** The file in a volume's folder with its words. */
const WORDS = "words.txt";

/** Files of Pagefind's own search page, which are not needed. */
const FOREIGN = /^pagefind-(?:.*ui\.|highlight)/;

/** A volume with its records. */
export interface Indexable {
  readonly lang: string;
  readonly records: readonly SearchRecord[];
  /** The path prefix of the site. */
  readonly prefix: string;
}

/** The files of a volume by their path in its folder. */
type Files = ReadonlyMap<string, Uint8Array>;

/** The search index of each language, a folder for each of its volumes (Pagefind). `index` makes one, here or in a thread. */
export function searchFolders(press: Press, index: (volume: Indexable) => Promise<Files> = indexed): OutputFolder[] {
  const prefix = pathPrefix(press.site);
  return Object.keys(press.site.languages).flatMap((lang) =>
    volumesOf(press, lang).map(({ folder, records }) => ({
      folder,
      make: () => index({ lang, records: records(), prefix }),
    })),
  );
}

/**
 * Makes the files of a volume, in a process of Pagefind's own. Where that stays small it waits for the next volume, because to start it
 * takes longer than to index; it ends with this process. Releases in other languages than the page's are read with the page's rules for
 * words, as the reader's question is. @throws a sentence where Pagefind cannot be started, ends early, or refuses a record.
 */
export async function indexed(volume: Indexable): Promise<Files> {
  let lost = () => {};
  const { error: printError } = console;
  try {
    // Pagefind prints a stack trace if its process ends; the message of the error replaces it.
    console.error = () => {};
    // A process that dies (because memory runs out, say) never answers, and Node would exit without a message.
    const died = new Promise<never>((_, reject) => {
      lost = () => reject(new Error("Pagefind ended before it had finished. Is there too little memory?"));
      process.once("beforeExit", lost);
    });
    const files = await Promise.race([indexedBy(volume), died]);
    if (volume.records.length > FEW) await close();
    return files.set(WORDS, new TextEncoder().encode(commonWords(volume.records.map(wordsOf))));
  } catch (error) {
    await close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The search index for the language “${volume.lang}” could not be made. ${reason}`);
  } finally {
    console.error = printError;
    process.off("beforeExit", lost);
  }
}

async function indexedBy({ lang, records, prefix }: Indexable): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: lang });
  if (!index) throw new Error(errors.join(" "));
  for (let start = 0; start < records.length; start += AT_A_TIME) {
    const added = await Promise.all(
      records
        .slice(start, start + AT_A_TIME)
        .map((record) => index.addHTMLFile({ url: record.url, content: pageOf(record, prefix) })),
    );
    const refused = added.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw new Error(refused.join(" "));
  }
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(made.errors.join(" "));
  await index.deleteIndex();
  return new Map(made.files.filter(({ path }) => !FOREIGN.test(path)).map(({ path, content }) => [path, content]));
}

/** All that is searched of a record, as plain as the search needs it. */
function wordsOf({ title, lines, texts, details, names }: SearchRecord): string {
  return [title, ...lines, ...texts, ...details, ...names].join("\n");
}

/** A record as a page for Pagefind, which searches all metadata: the search page's script says how much each of them counts. */
function pageOf(record: SearchRecord, prefix: string): string {
  const { lang, title, reference, date, lines, texts, details, names, filters, shown } = record;
  const apart = (as: string, text: string) =>
    `<p data-pagefind-ignore="index" data-pagefind-${as}>${escapeHtml(text)}</p>`;
  const headline = unitsApart(title);
  const meta = {
    title,
    // A title is shown as it is, and found by any part of it.
    ...(headline === title ? {} : { headline }),
    ...(reference === undefined ? {} : { reference }),
    names: unitsApart(names.join(", ")),
    ...shown,
  };
  const text = [
    ...lines.map((line) => `<p data-pagefind-weight="${WEIGHT}">${escapeHtml(line)}</p>`),
    ...texts.map((each) => htmlOf(parseText(each, lang), { prefix })),
    ...details.map((detail) => `<p>${escapeHtml(detail)}</p>`),
  ];
  return [
    `<!doctype html><html lang="${lang}"><body>`,
    ...Object.entries(meta).map(([name, value]) => apart(`meta="${name}"`, value)),
    apart('sort="date"', date),
    ...Object.entries(filters).flatMap(([name, values]) => values.map((value) => apart(`filter="${name}"`, value))),
    ...text.map(unitsApart),
    "</body></html>",
  ].join("\n");
}
