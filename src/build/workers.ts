import { availableParallelism } from "node:os";
import { placeOf } from "../content/text-on-disk.ts";
import type { Content } from "../model/content.ts";
import type { Made, ReleaseWork, ThreadWork } from "./release-work.ts";
import type { Thread } from "./thread.ts";

/** More threads would take longer to start than they save. */
const MOST = 4;

/** Returns how many threads make releases, while the main thread makes all else. */
export function workersHere(): number {
  return Math.max(1, Math.min(MOST, availableParallelism() - 1));
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
