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

/** Makes files of releases in so many threads, or in this one where there are none; returns what is known of each. The bytes are the same with any number. */
export async function madeByWorkers(
  press: Press,
  content: Content,
  work: Pick<ReleaseWork, "sizes" | "files" | "staging" | "sheets">,
  count: number,
  render: ReturnType<typeof directRenderer>,
): Promise<ReadonlyMap<string, Proof>> {
  const all = press.releases.length;
  const whole = { ...work, content, now: press.now.getTime(), from: 0, to: all };
  if (count === 0) return releasesMade(whole, press, render);
  const shares = Array.from({ length: count }, (_, index): ReleaseWork => {
    const from = Math.floor((all * index) / count);
    const to = Math.floor((all * (index + 1)) / count);
    const own = new Set(press.releases.slice(from, to).map(({ file }) => file));
    return { ...whole, content: forShare(content, own), from, to };
  });
  const made = await Promise.all(shares.map((share) => inThread<Map<string, Proof>>("build-worker", share)));
  return new Map(made.flatMap((proofs) => [...proofs]));
}

/** Content with the texts of a share. */
function forShare(content: Content, own: ReadonlySet<string>): Content {
  const releases = content.releases.map(({ body, ...fields }) => ({
    ...fields,
    body: own.has(fields.file) ? body : "",
  }));
  return { ...content, releases };
}
