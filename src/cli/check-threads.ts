import { availableParallelism } from "node:os";
import { Thread } from "../build/thread.ts";
import { entriesOf } from "../checks/entries.ts";
import type { Finding } from "../checks/finding.ts";
import { type Checked, type CheckOptions, findings } from "../checks/findings.ts";
import type { Content } from "../model/content.ts";
import { inReadingOrder } from "../model/problem.ts";
import { withFields } from "../model/release.ts";

/** The input of a thread. Each thread takes the next file from the shared counter. */
export interface Share {
  readonly content: Content;
  readonly options: Omit<CheckOptions, "next">;
  readonly counter: Int32Array<SharedArrayBuffer>;
}

/** With fewer files, the first thread is done before a second one is ready. */
const MANY = 300;

/** The memory for values that are soon done with: a check makes more of them than a build. */
const AMPLE = { maxYoungGenerationSizeMb: 96 };

/** More threads would take longer to start than they save. */
const MOST = 4;

/** Checks content in several threads if that is faster. The findings are the same with any number of threads. */
export async function findingsOf(content: Content, options: Share["options"], threads?: number): Promise<Checked> {
  const count =
    threads ?? (entriesOf(content, options.only).length < MANY ? 1 : Math.min(MOST, availableParallelism()));
  const share = { content, options, counter: new Int32Array(new SharedArrayBuffer(4)) };
  // A thread gets copies, which have only what is a release's own: not a text that is read on demand.
  const releases = count > 1 ? content.releases.map((release) => withFields(release, {})) : [];
  const theirs = { ...share, content: { ...content, releases } };
  const others = Array.from({ length: count - 1 }, () =>
    new Thread("check-worker", AMPLE).askLast<readonly Finding[]>(theirs),
  );
  const checked = await findingsInShare(share);
  const found = [...checked.findings, ...(await Promise.all(others)).flat()];
  return { ...checked, findings: inReadingOrder(found) as Finding[] };
}

/** Returns what one thread finds in the files that it takes. */
export function findingsInShare({ content, options, counter }: Share): Promise<Checked> {
  return findings(content, { ...options, next: () => Atomics.add(counter, 0, 1) });
}
