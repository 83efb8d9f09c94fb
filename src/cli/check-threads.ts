import { availableParallelism } from "node:os";
import { inThread } from "../build/thread.ts";
import { entriesOf } from "../checks/document.ts";
import type { Finding } from "../checks/finding.ts";
import { type Checked, type CheckOptions, findings } from "../checks/findings.ts";
import type { Content } from "../model/content.ts";
import { inReadingOrder } from "../model/problem.ts";

/** What a thread is given: each takes the next file from the one counter. */
export interface Share {
  readonly content: Content;
  readonly options: Omit<CheckOptions, "next">;
  readonly counter: Int32Array<SharedArrayBuffer>;
}

/** With fewer files a second thread is not ready before the first has done it all. */
const MANY = 300;

/** More threads than this each take longer to make ready than they save. */
const MOST = 4;

/** Checks content in several threads where that is quicker. What is found is the same with any number of them. */
export async function findingsOf(content: Content, options: Share["options"], threads?: number): Promise<Checked> {
  const count =
    threads ?? (entriesOf(content, options.only).length < MANY ? 1 : Math.min(MOST, availableParallelism()));
  const share = { content, options, counter: new Int32Array(new SharedArrayBuffer(4)) };
  const others = Array.from({ length: count - 1 }, () => inThread<readonly Finding[]>("check-worker", share));
  const checked = await findingsInShare(share);
  const found = [...checked.findings, ...(await Promise.all(others)).flat()];
  return { ...checked, findings: inReadingOrder(found) as Finding[] };
}

/** What one thread finds in the files whose turns it takes. */
export function findingsInShare({ content, options, counter }: Share): Promise<Checked> {
  return findings(content, { ...options, next: () => Atomics.add(counter, 0, 1) });
}
