import { availableParallelism } from "node:os";
import { type Loaded, loadContent, readAhead } from "../content/load.ts";
import { type Ahead, placeOf, type ReleaseCache } from "../content/release-cache.ts";
import type { Content } from "../model/content.ts";
import { type Counter, counter } from "../model/taken.ts";
import type { Made, ReleaseWork, ThreadWork } from "./release-work.ts";
import type { Thread } from "./thread.ts";

/** More threads would take longer to start than they save. */
const MOST = 4;

/** Returns how many threads make releases, while the main thread makes all else. */
export function workersHere(): number {
  return Math.max(1, Math.min(MOST, availableParallelism() - 1));
}

/** What a thread is asked to read ahead. */
export interface ReadingAhead {
  readonly contentDir: string;
  readonly counted: Counter;
}

/** Loads content/ as loadContent() does; other threads help to read the releases. */
export async function loadedByAll(contentDir: string, known: ReleaseCache, crew: readonly Thread[]): Promise<Loaded> {
  if (crew.length > 0) {
    const counted = counter();
    const theirs = Promise.all(crew.map((thread) => thread.ask<Ahead>({ contentDir, counted } satisfies ReadingAhead)));
    theirs.catch(() => {});
    known.add([readAhead(contentDir, counted), ...(await theirs)]);
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
    crew.map((thread) => {
      const asked = { ...share, scratch: scratchOf() } satisfies ThreadWork;
      return thread.ask<Made>(asked).finally(() => thread.end());
    }),
  );
  made.catch(() => {});
  return made;
}
