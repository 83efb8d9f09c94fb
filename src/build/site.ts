import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { inspectFiles } from "../content/inspect.ts";
import { withTypography } from "../content/typography.ts";
import { currentReleases, firstAddresses } from "../feeds/files.ts";
import type { MadeFiles } from "../genuine/files.ts";
import { type Signer, signerOf } from "../genuine/key.ts";
import type { Content } from "../model/content.ts";
import { DatelineError } from "../model/dateline-error.ts";
import { sha256 } from "../model/hash.ts";
import { memoized } from "../model/memo.ts";
import { nextChange } from "../model/next-change.ts";
import type { OutputFile } from "../model/output-file.ts";
import { Press, withheldOf } from "../model/press.ts";
import { inReadingOrder, type Read, read, wrong } from "../model/problem.ts";
import { lostAddresses, type Published, publishedBelow } from "../model/published.ts";
import { pathPrefix } from "../model/site.ts";
import { newCounter } from "../model/taken.ts";
import { fileUrl, releaseUrl } from "../model/urls.ts";
import { addressesOf, withdrawnWith } from "../pages/addressed.ts";
import { wordsDigest } from "../pages/digests.ts";
import type { Kind, Page } from "../pages/page.ts";
import { pdfView, releasesWithPdf } from "../release/desk.ts";
import { messageOf } from "../reporting/fault.ts";
import { withheldReport } from "../reporting/report.ts";
import { HOST_FILES, hostFiles } from "../site-files/host.ts";
import { forgetKept, keepBundles } from "../styling/bundle.ts";
import { StyleSheet } from "../styling/styles.ts";
import { lossMessage, rememberCount, shrunk } from "./addresses.ts";
import { clashIn } from "./clash.ts";
import { codeVersion } from "./code.ts";
import { FileCache } from "./file-cache.ts";
import { makeFolders } from "./folders.ts";
import { beyondHost, sizeOfSite } from "./host-limits.ts";
import { knownReleases } from "./known.ts";
import { isLarge, LARGE } from "./large.ts";
import { lock } from "./lock.ts";
import { costlyOutputsOf, foldersOf, outputsOf } from "./outputs.ts";
import { pagesOf } from "./pages.ts";
import { folderFault, overlapFault } from "./places.ts";
import { asItWas, isIntact, notOurs, type Proof, publish, stagedWriter } from "./publish.ts";
import type { ReleaseWork } from "./release-work.ts";
import { Scratch, ScratchFiles } from "./scratch.ts";
import { type Seen, seenIn, There } from "./seen.ts";
import { readState, type State, type Summary, writeState } from "./state.ts";
import { Store } from "./store.ts";
import { recover } from "./swap.ts";
import { templateVersions } from "./templates.ts";
import { Threads } from "./thread.ts";
import { broughtNear } from "./tree.ts";
import { stampsOfBuild } from "./unchanged.ts";
import { unhurried } from "./unhurried.ts";
import { loadedByAll, madeInThreads, workersHere } from "./workers.ts";

export interface BuildOptions {
  readonly content: string;
  readonly output: string;
  /** The folder of the build's cache. */
  readonly cache: string;
  readonly now: Date;
  /** The private key that signs the manifest; without one, nothing is signed. */
  readonly key?: string | undefined;
  /** The state of the last build, and the stamps of all that this one reads, if it was asked already whether anything has changed. */
  readonly state?: State;
  readonly stamps?: string | undefined;
  /** Whether others can read what is said: then nothing that is not public is named, or kept in the cache. */
  readonly discreet?: boolean;
  /** From how many releases on a site is large, and how many threads make them, for tests. */
  readonly large?: number;
  readonly workers?: number;
  /** Is called with the number of pictures and fonts that are made. */
  readonly progress?: (done: number, of: number) => void;
  /** Is called with the number of volumes of the search index that are made. */
  readonly indexed?: (done: number, of: number) => void;
}

/** Eleventy holds all pages of a run until its end. */
const AT_A_TIME = 1000;

/** V8 lets the memory grow to several times what is in use before it looks for what is not. Where much is made, it looks sooner. */
const SPARING = "--heap-growing-percent=30";

/** Fewer files are made before a thread is ready. */
const MUCH = 2000;

export interface Built {
  readonly content: Content;
  readonly press: Press;
  readonly pages: readonly Page[];
  readonly summary: Summary;
  /** How many pages were rendered. */
  readonly rendered: number;
  readonly written: number;
  readonly removed: number;
}

/**
 * Builds the site: reads content/, decides what is public, renders what has changed, and publishes when all has succeeded. With a problem
 * in content/, it renders nothing and leaves the output as it is.
 */
export async function buildSite(options: BuildOptions): Promise<Read<Built>> {
  const { output, cache } = options;
  if (!existsSync(output)) recover(output);
  const { state = readState(cache) } = options;
  const refusal = folderFault(options) ?? notOurs(output, state.files) ?? overlapFault(options);
  if (refusal) throw refusal;
  // Where the output is not there yet, the lock of the cache is enough.
  const unlock = lockAll(existsSync(output) ? [cache, output] : [cache]);
  const scratches = new ScratchFiles(cache);
  const threads = new Threads();
  try {
    return await buildAlone(options, state, scratches, threads);
  } finally {
    await threads.end();
    forgetKept();
    scratches.close();
    unlock();
  }
}

/** Locks folders for this build, and returns a function that unlocks them. Throws if another build has locked one. */
function lockAll(folders: readonly string[]): () => void {
  const unlocks: (() => void)[] = [];
  const unlockAll = () => {
    for (const unlock of unlocks) unlock();
  };
  try {
    for (const folder of folders) unlocks.push(lock(folder));
  } catch (error) {
    unlockAll();
    throw error;
  }
  return unlockAll;
}

async function buildAlone(
  options: BuildOptions,
  { files: before }: State,
  scratches: ScratchFiles,
  threads: Threads,
): Promise<Read<Built>> {
  recover(options.output);
  // First, so that the next build notices files that are touched from here on.
  const stamps = options.stamps ?? stampsOfBuild(options);
  const isMuch = isLarge(options.content, options.large);
  const code = codeVersion();
  if (isMuch && !isMadeBy(code, before)) setFlagsFromString(SPARING);
  const listing = isMuch ? threads.open("output-worker").askLast<Seen>(options.output) : undefined;
  // If something else fails first, that error is reported.
  listing?.catch(() => {});
  const openCrew = (count: number) => Array.from({ length: count }, () => threads.open("build-worker"));
  // Without a state all is read and made: the threads begin now, and need not wait until anything is compared.
  const isFirst = isMuch && before.size === 0;
  const firstCrew = isFirst ? openCrew(options.workers ?? workersHere()) : [];
  await threads.begun();
  const loaded = await loadedByAll(options.content, knownReleases(options.cache), firstCrew);
  const { files, problems } = await inspectFiles(loaded.files, options.cache);
  if (!loaded.content || problems.length > 0) return wrong(...inReadingOrder([...loaded.problems, ...problems]));
  const signer = signerFor(options, loaded.content);
  const content = { ...loaded.content, files, ...(signer ? { signedWith: signer.id } : {}) };
  const readable = withTypography(content);
  const press = new Press(readable, options.now);
  const published = publishedBelow(pathPrefix(content.site), content.published);
  const fewer = shrunk(options.cache, options.content, content.published);
  if (fewer !== undefined) throw new DatelineError("lost", fewer, "");
  const kept = new FileCache(options.cache);
  keepBundles(kept, code);
  const wanted = costlyOutputsOf(press);
  const scratch = new Scratch(scratches.open());
  const store = new Store(kept, wanted, scratch);
  await store.fill(options.progress);
  // A file that cannot be made is empty.
  const costly = wanted.filter(({ file }) => store.sizeOf(file) !== 0);
  const pages = pagesOf(press, store.sizeOf, published);
  const styles = new StyleSheet(press);
  const staging = path.join(options.cache, "staging");
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  const isDirect = press.releases.length >= (options.large ?? LARGE);
  const startMaking = (files?: ReadonlySet<string>, entries?: ReadonlySet<string>) => {
    const isLittle = files !== undefined && files.size < MUCH;
    if (!isLittle) setFlagsFromString(SPARING);
    const work: ReleaseWork = {
      sizes: new Map(costly.flatMap(({ file }) => sized(file, store.sizeOf(file)))),
      files,
      entries,
      current: currentReleases(press),
      first: firstAddresses(pages),
      staging,
      sheets: styles.sheets,
      counter: newCounter(),
    };
    const crew = isFirst ? firstCrew : openCrew(options.workers ?? (isLittle ? 0 : workersHere()));
    return { work, inThreads: madeInThreads(readable, options.now, work, crew, () => scratches.open()) };
  };
  const early = isDirect && isFirst ? startMaking() : undefined;
  // What takes a thread a while is waited for when there is nothing else left to make.
  const folders = foldersOf(press, isMuch ? threads.asking("search-worker") : undefined);
  const indexing = makeFolders(folders, kept, options.indexed);
  indexing.catch(() => {});
  await threads.begun();
  const proofs = new Map<string, Proof>();
  const textBefore = (file: string) => asItWas(options.output, file, before.get(file));
  const recorded: MadeFiles = {
    signer,
    sha256Of: (file) => (proofs.get(file) ?? before.get(file))?.sha256,
    issuedOf: (file) => proofs.get(file)?.issued,
    isUnchanged: (file) => !proofs.has(file) && before.has(file),
    before: textBefore,
  };
  const outputs = outputsOf(press, costly, pages, published, recorded, (file) => {
    const { hash = "" } = before.get(file) ?? {};
    const maker = makerOf(code);
    return hash.startsWith(maker) ? { hash: hash.slice(maker.length), text: () => textBefore(file) } : undefined;
  });
  refuseClash([
    ...[...pages, ...outputs].map(({ file }) => file),
    ...folders.map(({ folder }) => folder),
    ...HOST_FILES,
  ]);
  refuseLoss(press, published, content, pages, outputs, options.content);

  const hashes = hashesOf(code, press, pages, styles);
  const addHashes = (some: readonly OutputFile[]) => {
    // The name of a costly file holds all that it is made of; any other is made anew when the code is another.
    for (const { file, hash, costly } of some) hashes.set(file, costly ? hash : makerOf(code) + hash);
  };
  addHashes(outputs);
  const there = new There((await listing) ?? seenIn(options.output));
  const isStale = ({ file }: { readonly file: string }): boolean => {
    const entry = before.get(file);
    if (!entry || entry.hash !== hashes.get(file)) return true;
    return !there.isAs(file, entry) && !(there.hasFile(file) && isIntact(options.output, file, entry));
  };
  const stale = pages.filter(isStale);
  const staleOutputs = outputs.filter(isStale);
  const write = stagedWriter(staging);
  const stageAll = async (some: readonly OutputFile[]) => {
    for await (const { file, costly, make } of unhurried(some))
      proofs.set(file, write(file, await (costly ? store.read(file) : make(store))));
  };
  const isNow = ({ isLast }: OutputFile) => !isLast;
  if (stale.length === 0) {
    // Loading Eleventy or Nunjucks takes long, and is not needed if no page has changed.
    await stageAll(staleOutputs.filter(isNow));
  } else if (!isDirect) {
    await stageAll(staleOutputs.filter(isNow));
    const { render } = await import("../eleventy/render.ts");
    for (let start = 0; start < stale.length; start += AT_A_TIME)
      await render({ press, styles, pages: stale.slice(start, start + AT_A_TIME) }, staging);
  } else {
    const { directRenderer } = await import("../eleventy/direct.ts");
    const render = directRenderer({ press, styles, pages: [] });
    // Threads make releases, their pages and other forms together, while this one makes all else, and then what is left of the releases.
    const ofReleases = filesOfReleases(stale, staleOutputs);
    const entries = new Set(staleOutputs.flatMap(({ holds }) => holds?.() ?? []));
    const { releasesMade } = await import("./release-work.ts");
    const { work, inThreads } = early ?? startMaking(ofReleases, entries);
    const isHere = ({ file }: { readonly file: string }) => !ofReleases.has(file);
    for await (const page of unhurried(stale.filter(isHere))) proofs.set(page.file, write(page.file, render(page)));
    await stageAll(staleOutputs.filter(isHere).filter(isNow));
    const here = await releasesMade(work, press, render, scratch);
    for (const made of [here, ...(await inThreads)]) {
      for (const [file, proof] of made.proofs) proofs.set(file, proof);
      scratch.add(made.entries);
    }
  }
  await stageAll(staleOutputs.filter(({ isLast }) => isLast));
  const indexes = await indexing;
  store.add(indexes);
  const later = [...indexes, ...hostFiles(press, published, pages, [...outputs, ...indexes])];
  addHashes(later);
  await stageAll(later.filter(isStale));
  const lost = stale.find((page) => !existsSync(path.join(staging, page.file)));
  if (lost) throw new Error(`The page ${lost.url} was not rendered.`);
  kept.forgetUnused();
  const near = broughtNear(staging, options.output);
  const { files: known, ...publication } = publishOrExplain(() =>
    publish(near, options.output, options.cache, there, hashes, before, proofs),
  );
  rmSync(near, { recursive: true, force: true });
  const summary = {
    releases: content.releases.length,
    languages: Object.keys(content.site.languages),
    pages: pages.length,
    warnings: content.warnings,
    withheld: withheldReport(withheldOf(readable, options.now), options.discreet),
    withoutPdf: releasesWithPdf(press)
      .filter((release) => !pdfView(press, release, store.sizeOf))
      .map(({ file }) => file),
    size: sizeOfSite(known),
    beyondHost: beyondHost(content.site, known),
  };
  rememberCount(options.cache, content.published);
  const from = options.now.getTime();
  const until = nextChange(content.releases, content.site, options.now);
  writeState(options.cache, {
    files: known,
    basis: stamps === undefined ? undefined : { stamps, from, until, summary },
  });
  return read({ content, press, pages, summary, rendered: stale.length, ...publication });
}

/** @throws where two files cannot both be published. */
function refuseClash(files: readonly string[]): void {
  const clash = clashIn(files);
  if (clash)
    throw new DatelineError(
      "clash",
      `${clash.join(" and ")} cannot both be published: they are one file, or a file and a folder of the same name, at least on some computers.`,
      `Look for one of the two among the aliases of your releases, and change it there.`,
    );
}

/** @throws where an address that was public would lead nowhere. */
function refuseLoss(
  press: Press,
  published: Published,
  content: Content,
  pages: readonly Page[],
  outputs: readonly OutputFile[],
  contentDir: string,
): void {
  if (Object.keys(published).length === 0) return;
  let all: ReadonlySet<string> | undefined;
  // Of a large site there are many, and they are asked only if something has gone.
  const claimed = () => {
    all ??= new Set([
      ...pages.flatMap(({ kind, url }) => (kind === "removed" ? [] : [url])),
      ...outputs.map(({ file }) => fileUrl(press.site, file)),
    ]);
    return all;
  };
  const [corrected, withdrawn] = [correctedIn(content), withdrawnWith(press)];
  // What says that it was corrected is no other text, however much of it was; and a withdrawal takes its documents and speakers with it.
  const losses = lostAddresses(published, addressesOf(press, pages), claimed).filter(
    ({ url, isTaken, now }) => !(isTaken ? now === undefined && corrected.has(url) : withdrawn.has(url)),
  );
  if (losses.length > 0) throw new DatelineError("lost", lossMessage(losses, contentDir), "");
}

/** Returns the beginning of the hash of a file, which says what makes it. */
const makerOf = (hash: string) => hash.slice(0, 16);

/** Whether some code made the last site; otherwise all is made anew. */
function isMadeBy(code: string, before: State["files"]): boolean {
  for (const { hash } of before.values()) if (hash.startsWith(makerOf(code))) return true;
  return false;
}

/** Returns, by file, a hash over all that a page is made of: its view or signature, and the templates, styles, words and code that make it. */
function hashesOf(code: string, press: Press, pages: readonly Page[], styles: StyleSheet): Map<string, string> {
  const look = sha256(code, String(styles));
  const templates = templateVersions();
  const allWords = [...press.words.keys()].map((lang) => wordsDigest(press, lang)).join("");
  // Few things make all pages, so that they are hashed once and stand before the hash of each.
  const makerOfPage = memoized((kind: Kind, lang: string) => {
    const said = kind === "not-found" ? allWords : wordsDigest(press, lang);
    return makerOf(sha256(look, templates.get(kind) ?? "", said));
  });
  const hashes = new Map<string, string>();
  for (const { file, kind, lang, digest } of pages) hashes.set(file, makerOfPage(kind, lang) + digest);
  return hashes;
}

/** The addresses of releases that name a change since their last text was recorded. */
function correctedIn({ site, editions, releases }: Content): ReadonlySet<string> {
  const all = releases.filter((release) => {
    const last = editions.get(releaseUrl(site, release))?.at(-1);
    return last !== undefined && release.noted > last.noted;
  });
  return new Set(all.map((release) => releaseUrl(site, release)));
}

/** Returns the signer of an office, if the public part of its key is published. */
function signerFor({ key, content }: BuildOptions, { keys }: Content): Signer | undefined {
  if (key === undefined || key.trim() === "") return undefined;
  const signer = signerOf(key);
  if (!signer)
    throw new DatelineError(
      "usage",
      "DATELINE_KEY is no private key for Ed25519.",
      "Take the line that npm run key showed.",
    );
  if (keys.some(({ id }) => id === signer.id)) return signer;
  throw new DatelineError(
    "usage",
    `The public part of DATELINE_KEY (${signer.id}) is not in ${content}/keys/: nobody could check what it signs.`,
    "Put the file that npm run key made there, or take the key that belongs to the one that is there.",
  );
}

/** The pages of releases, and their other forms. */
function filesOfReleases(pages: readonly Page[], outputs: readonly OutputFile[]): ReadonlySet<string> {
  const made = [...pages.filter(({ kind }) => kind === "release"), ...outputs.filter(({ isForm }) => isForm)];
  return new Set(made.map(({ file }) => file));
}

function sized(file: string, size: number | undefined): (readonly [string, number])[] {
  return size === undefined ? [] : [[file, size]];
}

/** Changes the output, and reports an error in it as a publication that was interrupted. */
function publishOrExplain<T>(publishing: () => T): T {
  try {
    return publishing();
  } catch (error) {
    if (error instanceof DatelineError) throw error;
    throw new DatelineError(
      "half-published",
      `The output is half replaced: ${messageOf(error)}.`,
      `Mend that and build again: everything is made anew then.`,
    );
  }
}
