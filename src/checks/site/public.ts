import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sha256 } from "../../model/hash.ts";

/** An address at which the public site differs from what was built, and how. */
export interface Difference {
  readonly url: string;
  readonly why: string;
}

/** Hosts keep these for themselves, answer them in another way, or show them only where nothing else is. */
const HOSTS_OWN = /^(?:_headers|_redirects)$|(?:^|\/)404\.html$|^\.(?!well-known\/)/;

/** The number of files asked for at once. */
const AT_ONCE = 8;

/** A host may need a moment until all of its machines have the new site: seconds to wait before asking again. */
const PATIENCE = [2, 5, 15, 30];

/**
 * The files whose public answers differ from what was built: `most` of them, the ones of the root first, then spread over the site.
 * Each is asked for again some times, because hosts do not change everywhere at once.
 */
export async function differences(
  output: string,
  origin: string,
  files: readonly string[],
  patience: readonly number[] = PATIENCE,
): Promise<Difference[]> {
  const queue = [...files];
  const found: Difference[] = [];
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const difference = await differenceOf(output, origin, file, patience);
      if (difference) found.push(difference);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
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

async function differenceOf(
  output: string,
  origin: string,
  file: string,
  patience: readonly number[],
): Promise<Difference | undefined> {
  const bytes = readFileSync(path.join(output, file));
  // Nobody sees a page that leads on where the host does so by itself.
  if (file.endsWith(".html") && bytes.includes('http-equiv="refresh"')) return undefined;
  const built = sha256(bytes);
  const url = `${origin}/${file
    .replace(/(^|\/)index\.html$/, "$1")
    .split("/")
    .map(encodeURIComponent)
    .join("/")}`;
  for (const seconds of [...patience, 0]) {
    const why = await whyNot(url, built);
    if (why === undefined) return undefined;
    if (seconds === 0) return { url, why };
    await sleep(seconds * 1000);
  }
  return undefined;
}

async function whyNot(url: string, built: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { headers: { "Cache-Control": "no-cache" }, signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) return `answers ${answer.status}`;
    return sha256(new Uint8Array(await answer.arrayBuffer())) === built ? undefined : "is not what was built";
  } catch (error) {
    return `does not answer (${error instanceof Error ? String(error.cause ?? error.message) : String(error)})`;
  }
}
