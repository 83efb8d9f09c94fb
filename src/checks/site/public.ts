import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sha256 } from "../../model/hash.ts";

/** An address at which the public site differs from what was built, and how. */
export interface Difference {
  readonly url: string;
  readonly why: string;
  /** Whether the host did not answer at all. */
  readonly isSilent?: boolean;
}

/** Hosts keep these for themselves, answer them in another way, or show them only where nothing else is. */
const HOSTS_OWN = /^(?:_headers|_redirects)$|(?:^|\/)404\.html$|^\.(?!well-known\/)/;

/** The number of files asked for at once. */
const AT_ONCE = 8;

/** A host may need a moment until all of its machines have the new site: seconds to wait before asking again. */
const PATIENCE = [2, 5, 15, 30];

/**
 * Returns the files whose public answers differ from what was built. Those that differ are asked for again some times, all of them
 * after one wait, because hosts do not change everywhere at once. Once a host does not answer, nothing more is asked until after the wait.
 */
export async function differences(
  output: string,
  origin: string,
  files: readonly string[],
  patience: readonly number[] = PATIENCE,
): Promise<Difference[]> {
  let left = [...files];
  let found: Difference[] = [];
  for (const seconds of [0, ...patience]) {
    await sleep(seconds * 1000);
    const queue = left;
    [left, found] = [[], []];
    const work = async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        const difference = await differenceOf(output, origin, file);
        if (!difference) continue;
        found.push(difference);
        left.push(file);
        if (difference.isSilent) left.push(...queue.splice(0));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (left.length === 0) break;
  }
  return found.toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

/** Returns the files of an output to ask for: at most `most`, those of the root first. */
export function sampleOf(files: readonly string[], most: number): string[] {
  const asked = files.filter((file) => !HOSTS_OWN.test(file)).toSorted();
  const root = asked.filter((file) => file.split("/").length <= 2).slice(0, most);
  const rest = asked.filter((file) => !root.includes(file));
  const step = Math.max(1, rest.length / Math.max(1, most - root.length));
  const spread = rest.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  return [...root, ...spread].slice(0, most);
}

async function differenceOf(output: string, origin: string, file: string): Promise<Difference | undefined> {
  const bytes = readFileSync(path.join(output, file));
  // Nobody sees a page that leads on where the host does so by itself.
  if (file.endsWith(".html") && bytes.includes('http-equiv="refresh"')) return undefined;
  const url = `${origin}/${file
    .replace(/(^|\/)index\.html$/, "$1")
    .split("/")
    .map(encodeURIComponent)
    .join("/")}`;
  try {
    const answer = await fetch(url, { headers: { "Cache-Control": "no-cache" }, signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) return { url, why: `answers ${answer.status}` };
    const isBuilt = sha256(new Uint8Array(await answer.arrayBuffer())) === sha256(bytes);
    return isBuilt ? undefined : { url, why: "is not what was built" };
  } catch (error) {
    const cause = error instanceof Error ? String(error.cause ?? error.message) : String(error);
    return { url, why: `does not answer (${cause})`, isSilent: true };
  }
}
