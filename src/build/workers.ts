import { availableParallelism } from "node:os";
import { placeOf } from "../content/release-cache.ts";
import type { Content } from "../model/content.ts";
import type { Made, ReleaseWork, ThreadWork } from "./release-work.ts";
import type { Threads } from "./thread.ts";

/** More threads would take longer to start than they save. */
const MOST = 4;

/** Returns how many threads make releases, while the main thread makes all else. */
export function workersHere(): number {
  return Math.max(1, Math.min(MOST, availableParallelism() - 1));
}

/** Starts a thread for each scratch file. They make releases until all are taken. */
export function madeInThreads(
  content: Content,
  now: Date,
  work: ReleaseWork,
  scratches: readonly number[],
  threads: Threads,
): Promise<readonly Made[]> {
  if (scratches.length === 0) return Promise.resolve([]);
  const releases = content.releases.map((release) => ({ fields: { ...release }, place: placeOf(release) }));
  const share = { ...work, content: { ...content, releases }, now: now.getTime() };
  const made = Promise.all(
    scratches.map((scratch) => threads.start<Made>("build-worker", { ...share, scratch } satisfies ThreadWork)),
  );
  made.catch(() => {});
  return made;
}
