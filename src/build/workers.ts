import { availableParallelism } from "node:os";
import { type Loaded, loadContent, type ReadingAhead, readAhead } from "../content/load.ts";
import type { ReleaseCache } from "../content/release-cache.ts";
import { placeOf } from "../content/text-on-disk.ts";
import type { Content } from "../model/content.ts";
import { newCounter } from "../model/taken.ts";
import type { Made, ReleaseWork, ThreadWork } from "./release-work.ts";
import type { Thread } from "./thread.ts";

/** More threads would take longer to start than they save. */
const MOST = 4;

/** Returns how many threads make releases, while the main thread makes all else. */
export function workersHere(): number {
  return Math.max(1, Math.min(MOST, availableParallelism() - 1));
}

/** Loads content/ as loadContent() does. If nothing is known of its releases, this thread and others first read them into the cache. */
export async function loadedByAll(contentDir: string, known: ReleaseCache, crew: readonly Thread[]): Promise<Loaded> {
  if (crew.length > 0 && !known.isThere) {
    const reading: ReadingAhead = { contentDir, version: known.version, counter: newCounter() };
    const theirs = Promise.all(crew.map((thread) => thread.ask<Uint8Array[]>(reading)));
    theirs.catch(() => {});
    known.fill([...readAhead(reading), ...(await theirs).flat()]);
  }
  return loadContent(contentDir, known);
}

/** Has each thread make releases, with a scratch file of its own, until all are taken; then the threads end. */
export function madeInThreads(
  content: Content,
  now: Date,
  work: ReleaseWork,
  crew: readonly Thread[],
  scratchOf: () => number,
): Promise<readonly Made[]> {
  if (crew.length === 0) return Promise.resolve([]);
  const releases = content.releases.map((release) => ({ fields: { ...release }, place: placeOf(release) }));
  const share = { ...work, content: { ...content, releases }, now: now.getTime() };
  const made = Promise.all(
    crew.map((thread) => thread.askLast<Made>({ ...share, scratch: scratchOf() } satisfies ThreadWork)),
  );
  made.catch(() => {});
  return made;
}
