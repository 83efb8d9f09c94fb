import { availableParallelism } from "node:os";
import type { directRenderer } from "../eleventy/direct.ts";
import type { Content } from "../model/content.ts";
import type { Press } from "../model/press.ts";
import type { Proof } from "./publish.ts";
import { type ReleaseWork, releasesMade } from "./release-work.ts";
import { inThread } from "./thread.ts";

/** More threads would take longer to start than they save. */
const MOST = 4;

/** Returns how many threads make releases, while the main thread makes all else. */
export function workersHere(): number {
  return Math.max(1, Math.min(MOST, availableParallelism() - 1));
}

/** The share of the main thread, where that of another is 1: it makes all else meanwhile. */
const HERE = 0.4;

/**
 * Starts so many threads that make files of releases. Returns a function that makes what is left in this thread, waits for the others, and
 * returns what is known of each file. The bytes are the same with any number.
 */
export function madeByWorkers(
  press: Press,
  content: Content,
  work: Pick<ReleaseWork, "sizes" | "files" | "staging" | "sheets">,
  count: number,
  render: ReturnType<typeof directRenderer>,
): () => Promise<ReadonlyMap<string, Proof>> {
  const all = press.releases.length;
  const whole = { ...work, content, now: press.now.getTime(), to: all };
  const start = (share: number) => Math.floor((all * share) / (count + HERE));
  const shares = Array.from({ length: count }, (_, index): ReleaseWork => {
    const [from, to] = [start(index), start(index + 1)];
    const own = new Set(press.releases.slice(from, to).map(({ file }) => file));
    return { ...whole, content: forShare(content, own), from, to };
  });
  const inThreads = Promise.all(shares.map((share) => inThread<Map<string, Proof>>("build-worker", share)));
  // If something else fails meanwhile, that error is reported.
  inThreads.catch(() => {});
  return async () => {
    const here = await releasesMade({ ...whole, from: start(count) }, press, render);
    return new Map([...(await inThreads), here].flatMap((proofs) => [...proofs]));
  };
}

/** Content with the texts of a share. */
function forShare(content: Content, own: ReadonlySet<string>): Content {
  const releases = content.releases.map(({ body, ...fields }) => ({
    ...fields,
    body: own.has(fields.file) ? body : "",
  }));
  return { ...content, releases };
}
