import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inspectFiles } from "../content/inspect.ts";
import { loadContent } from "../content/load.ts";
import { withTypography } from "../content/typography.ts";
import type { Content } from "../model/content.ts";
import { sha256 } from "../model/hash.ts";
import type { OutputFile } from "../model/output-file.ts";
import { Press, type Withheld, withheldOf } from "../model/press.ts";
import { inReadingOrder, type Problem } from "../model/problem.ts";
import { publishedBelow } from "../model/published.ts";
import { pathPrefix } from "../model/site.ts";
import { UserError } from "../model/user-error.ts";
import { kinds, type Page } from "../pages/page.ts";
import { pdfView, releasesWithPdf } from "../release/pdf.ts";
import { messageOf } from "../reporting/fault.ts";
import { StyleSheet } from "../styling/styles.ts";
import { clashIn } from "./clash.ts";
import { makeFolders } from "./folders.ts";
import { KeptFiles } from "./kept-files.ts";
import { readLedger } from "./ledger.ts";
import { lock } from "./lock.ts";
import { costlyOutputsOf, foldersOf, outputsOf } from "./outputs.ts";
import { pagesOf } from "./pages.ts";
import { folderFault, overlapFault } from "./places.ts";
import { isIntact, notOurs, publish } from "./publish.ts";
import { Store } from "./store.ts";
import { codeVersion, templatesOf, templateVersion } from "./templates.ts";
import { broughtNear, filesIn, folderMaker } from "./tree.ts";

export interface BuildOptions {
  readonly content: string;
  readonly output: string;
  /** Where the build keeps what it knows between runs. */
  readonly cache: string;
  readonly now: Date;
  /** Told how many of the pictures and fonts to be made are there. */
  readonly progress?: (done: number, of: number) => void;
  /** Told how many of the volumes of the search index to be made are there. */
  readonly indexed?: (done: number, of: number) => void;
}

export interface Built {
  readonly problems: readonly [];
  readonly content: Content;
  readonly press: Press;
  readonly pages: readonly Page[];
  readonly withheld: readonly Withheld[];
  /** Files of releases that have no PDF, because no font has all their letters. */
  readonly withoutPdf: readonly string[];
  /** Addresses of the pages that were rendered. */
  readonly rendered: readonly string[];
  readonly written: number;
  readonly removed: number;
}

/**
 * Builds the site: reads content/, decides what is public, renders what has changed, and publishes when all has
 * succeeded. With a problem in content/, nothing is rendered and the output stays as it is.
 */
export async function buildSite(options: BuildOptions): Promise<Built | { readonly problems: readonly Problem[] }> {
  const { output, cache } = options;
  const refusal = folderFault(options) ?? notOurs(output, readLedger(cache)) ?? overlapFault(options);
  if (refusal) throw new UserError(refusal);
  // Where the output is not there yet, the lock of the cache is enough.
  const unlock = lockAll(existsSync(output) ? [cache, output] : [cache]);
  try {
    return await buildAlone(options);
  } finally {
    unlock();
  }
}

/** Locks folders for this build; returns what unlocks them. */
function lockAll(folders: readonly string[]): () => void {
  const unlocks: (() => void)[] = [];
  const unlockAll = () => {
    for (const unlock of unlocks) unlock();
  };
  for (const folder of folders) {
    const locked = lock(folder);
    if ("busy" in locked) {
      unlockAll();
      throw new UserError(locked.busy);
    }
    unlocks.push(locked.unlock);
  }
  return unlockAll;
}

async function buildAlone(options: BuildOptions): Promise<Built | { readonly problems: readonly Problem[] }> {
  const ledger = readLedger(options.cache);
  const loaded = loadContent(options.content);
  const { files, problems } = await inspectFiles(loaded.files, options.cache);
  if (!loaded.content || problems.length > 0) return { problems: inReadingOrder([...loaded.problems, ...problems]) };
  const content = { ...loaded.content, files };
  const press = new Press(withTypography(content), options.now);
  const published = publishedBelow(pathPrefix(content.site), content.published);
  const kept = new KeptFiles(options.cache);
  const indexes = await makeFolders(foldersOf(press), kept, options.indexed);
  const wanted = [...costlyOutputsOf(press), ...indexes];
  const store = new Store(kept, wanted);
  await store.fill(options.progress);
  // What cannot be made is empty.
  const costly = wanted.filter(({ file }) => store.sizeOf(file) !== 0);
  const pages = pagesOf(press, store.sizeOf, published);
  const outputs = outputsOf(press, costly, pages, published);
  const clash = clashIn([...pages, ...outputs].map(({ file }) => file));
  if (clash) {
    throw new UserError(
      `${clash.join(" and ")} cannot both be published: they are one file, or a file and a folder of the same name, at least on some computers. Look for one of the two among the aliases of your releases, and change it there.`,
    );
  }

  const templates = new Map(kinds.map((kind) => [kind, templatesOf(kind)]));
  const styles = new StyleSheet(press);
  const code = codeVersion();
  const versions = new Map(
    [...templates].map(([kind, names]) => [kind, sha256(code, templateVersion(names), String(styles))]),
  );
  const words = new Map([...content.words].map(([lang, table]) => [lang, JSON.stringify(table)]));
  const allWords = sha256(...words.values());
  const fingerprints = new Map<string, string>();
  for (const page of pages) {
    const spoken = page.kind === "not-found" ? allWords : (words.get(page.lang) ?? "");
    fingerprints.set(page.file, sha256(page.digest, versions.get(page.kind) ?? "", spoken));
  }
  // The name of a costly file holds all that it is made of; any other is made anew when the code is another.
  for (const { file, fingerprint, costly } of outputs)
    fingerprints.set(file, costly ? fingerprint : sha256(code, fingerprint));

  const there = new Set(filesIn(options.output));
  const isStale = ({ file }: { readonly file: string }): boolean => {
    const entry = ledger.get(file);
    if (!entry || entry.fingerprint !== fingerprints.get(file) || !there.has(file)) return true;
    return !isIntact(options.output, file, entry);
  };
  const stale = pages.filter(isStale);
  const staging = path.join(options.cache, "staging");
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const makeFolderOf = folderMaker();
  for (const output of outputs.filter(isStale)) await stage(output, staging, store, makeFolderOf);
  if (stale.length > 0) {
    // Eleventy takes most of the time in which a build starts, and is not needed where nothing has changed.
    const { render } = await import("../eleventy/render.ts");
    await render({ press, styles, pages: stale }, staging);
  }
  const lost = stale.find((page) => !existsSync(path.join(staging, page.file)));
  if (lost) throw new Error(`The page ${lost.url} was not rendered.`);
  kept.forgetUnused();
  const near = broughtNear(staging, options.output);
  const publication = publishOrSay(() => publish(near, options.output, options.cache, fingerprints, ledger));
  rmSync(near, { recursive: true, force: true });
  return {
    problems: [],
    content,
    press,
    pages,
    withheld: withheldOf(content, options.now),
    withoutPdf: releasesWithPdf(press)
      .filter((release) => !pdfView(press, release, store.sizeOf))
      .map(({ file }) => file),
    rendered: stale.map((page) => page.url),
    ...publication,
  };
}

/** From here on the output is being changed: what goes wrong now is said for what it is. */
function publishOrSay<T>(publishing: () => T): T {
  try {
    return publishing();
  } catch (error) {
    throw new UserError(
      `The output is half replaced: ${messageOf(error)}. Mend that and build again: everything is made anew then.`,
    );
  }
}

/** Puts a file that is no page where it is to be published from. */
async function stage(
  { file, costly, make }: OutputFile,
  staging: string,
  store: Store,
  makeFolderOf: (file: string) => void,
): Promise<void> {
  const target = path.join(staging, file);
  if (costly) return store.copy(file, target);
  const bytes = await make(store);
  makeFolderOf(target);
  writeFileSync(target, bytes);
}
