import { close, createIndex } from "pagefind";
import type { Press } from "../model/press.ts";
import { pathPrefix } from "../model/site.ts";
import { type SearchRecord, type Volume, volumesOf } from "../pages/search.ts";
import { escapeHtml } from "../text/escape.ts";
import { htmlOf } from "../text/html.ts";
import { parseText } from "../text/text.ts";
import type { OutputFolder } from "./file.ts";

/** How much more than a word of the text one of the subtitle or the summary counts. */
const WEIGHT = 3;

/** How many records are on their way to the indexer at a time. */
const AT_A_TIME = 64;

/** What Pagefind adds for its own pages, which are not ours. */
const FOREIGN = /^pagefind-(?:.*ui\.|highlight)/;

/** The search index of each language, a folder for each of its volumes (Pagefind). */
export function searchFolders(press: Press): OutputFolder[] {
  const prefix = pathPrefix(press.site);
  return Object.keys(press.site.languages).flatMap((lang) =>
    volumesOf(press, lang).map((volume) => ({ folder: volume.folder, make: () => indexOf(volume, prefix) })),
  );
}

/**
 * Indexes a volume in a process of Pagefind's own, which is ended in any case. Releases in other languages than the
 * page's are read with the page's rules for words, as the reader's question is.
 * @throws a sentence where Pagefind cannot be started, ends early, or refuses a record.
 */
async function indexOf({ lang, records }: Volume, prefix: string): Promise<ReadonlyMap<string, Uint8Array>> {
  let lost = () => {};
  const { error: printError } = console;
  try {
    // It prints a stack trace where its process ends; the sentence below says as much.
    console.error = () => {};
    // A process that dies (of want of memory, say) answers nothing: Node would end in silence.
    const died = new Promise<never>((_, reject) => {
      lost = () => reject(new Error("Pagefind ended before it had finished. Is there too little memory?"));
      process.once("beforeExit", lost);
    });
    return await Promise.race([filesOf(lang, records(), prefix), died]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The search index for the language “${lang}” could not be made. ${reason}`);
  } finally {
    console.error = printError;
    process.off("beforeExit", lost);
    await close();
  }
}

async function filesOf(lang: string, records: readonly SearchRecord[], prefix: string) {
  const { index, errors } = await createIndex({ forceLanguage: lang });
  if (!index) throw new Error(errors.join(" "));
  for (let start = 0; start < records.length; start += AT_A_TIME) {
    const added = await Promise.all(
      records.slice(start, start + AT_A_TIME).map((record) =>
        index.addHTMLFile({
          url: `${record.url}#${encodeURIComponent(JSON.stringify(record.shown))}`,
          content: pageOf(record, prefix),
        }),
      ),
    );
    const refused = added.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw new Error(refused.join(" "));
  }
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(made.errors.join(" "));
  return new Map(made.files.filter(({ path }) => !FOREIGN.test(path)).map(({ path, content }) => [path, content]));
}

/**
 * A record as a page for Pagefind. All that it takes as metadata is searched, so what a result only shows travels in its
 * address instead.
 */
function pageOf({ lang, title, date, lines, texts, names, filters }: SearchRecord, prefix: string): string {
  const apart = (as: string, text: string) =>
    `<p data-pagefind-ignore="index" data-pagefind-${as}>${escapeHtml(text)}</p>`;
  return [
    `<!doctype html><html lang="${lang}"><body>`,
    apart('meta="title"', title),
    apart('meta="names"', names.join(", ")),
    apart('sort="date"', date),
    ...Object.entries(filters).flatMap(([name, values]) => values.map((value) => apart(`filter="${name}"`, value))),
    ...lines.map((line) => `<p data-pagefind-weight="${WEIGHT}">${escapeHtml(line)}</p>`),
    ...texts.map((text) => htmlOf(parseText(text, lang), { prefix })),
    "</body></html>",
  ].join("\n");
}
