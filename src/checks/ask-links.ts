import { lookup } from "node:dns/promises";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { BlockList, isIP } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "./rule.ts";

const NAME = "links.json";

const DAY = 86_400_000;

/** For so many days an answer is taken for true. */
const days = { there: 7, moved: 7, gone: 1 } as const;

/** So many sites are asked at a time, each one thing after another. */
const AT_A_TIME = 8;
const SECONDS = 15;
const MOST_HOPS = 10;

/** What a site said, and when. */
type Remembered = (
  | { readonly is: "there" }
  | { readonly is: "gone"; readonly said: string }
  | { readonly is: "moved"; readonly to: string }
) & { readonly at: number };

/** Nothing certain: a page may be there for readers and refuse programs. */
interface Unsure {
  readonly is: "unsure";
  readonly why: string;
  /** Whether it is worth asking once more. */
  readonly again?: boolean;
}

export interface Asking {
  /** The folder in which answers are kept. */
  readonly cacheDir: string;
  readonly now: Date;
  /** Told how many of the links to be asked about are answered. */
  readonly progress?: (done: number, of: number) => void;
  /** Whether a host may be asked at all: by default those that the public can reach. */
  readonly mayAsk?: (host: string) => boolean;
}

export interface Answers {
  readonly answers: ReadonlyMap<string, Answer>;
  /** How many were asked about now; the others are remembered. */
  readonly asked: number;
  /** What could not be told, and for how many links. */
  readonly unsure: ReadonlyMap<string, number>;
}

/** Asks the sites of addresses whether they are there, few at a time; what was asked lately is remembered. */
export async function askLinks(addresses: readonly string[], options: Asking): Promise<Answers> {
  const { cacheDir, now, progress, mayAsk = isPublic } = options;
  const known = new Map(Object.entries(readKnown(cacheDir)).filter(([, answer]) => isFresh(answer, now)));
  const fresh = [...new Set(addresses)].filter((address) => !known.has(address));
  const unsure = new Map<string, number>();
  let done = 0;
  const askAbout = async (address: string) => {
    const answer = await judge(address, mayAsk);
    if (answer.is === "unsure") unsure.set(answer.why, (unsure.get(answer.why) ?? 0) + 1);
    else known.set(address, { ...answer, at: now.getTime() });
    progress?.(++done, fresh.length);
  };
  const hosts = [...byHost(fresh).values()];
  const askInTurn = async () => {
    for (let own = hosts.shift(); own; own = hosts.shift()) for (const address of own) await askAbout(address);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, askInTurn));
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(path.join(cacheDir, NAME), JSON.stringify(Object.fromEntries([...known].toSorted()), undefined, 1));
  const answers = new Map(
    [...known].map(([address, { at, ...answer }]) => [address, { ...answer, age: ageOf(at, now) }]),
  );
  return { answers, asked: fresh.length, unsure: new Map([...unsure].toSorted()) };
}

function byHost(addresses: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const address of addresses) {
    const host = URL.canParse(address) ? new URL(address).host : "";
    const own = hosts.get(host);
    if (own) own.push(address);
    else hosts.set(host, [address]);
  }
  return hosts;
}

/** What one site says: asked once more where it did not answer, for a net can stutter. */
async function judge(address: string, mayAsk: (host: string) => boolean): Promise<Unasked> {
  const first = await follow(address, mayAsk);
  if (first.is !== "unsure" || !first.again) return first;
  await pause(500);
  return await follow(address, mayAsk);
}

type Unasked =
  | { readonly is: "there" }
  | { readonly is: "gone"; readonly said: string }
  | { readonly is: "moved"; readonly to: string }
  | Unsure;

/** Follows redirects by hand, to tell those that are for good. */
async function follow(address: string, mayAsk: (host: string) => boolean): Promise<Unasked> {
  let at = address;
  let isForGood = true;
  try {
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      const url = new URL(at);
      if (!/^https?:$/.test(url.protocol) || !(await mayReach(url.hostname, mayAsk)))
        return { is: "unsure", why: "an address that is not asked: not public" };
      const { status, location } = await ask(url);
      if (location !== undefined) {
        isForGood &&= status === 301 || status === 308;
        at = new URL(location, url).href;
      } else if (status === 404 || status === 410) {
        return { is: "gone", said: `its site answers ${status} (${status === 404 ? "not found" : "gone for ever"})` };
      } else if (status >= 200 && status < 300) {
        return isForGood && hop > 0 ? { is: "moved", to: at } : { is: "there" };
      } else return { is: "unsure", why: `answers ${status}`, again: status >= 500 };
    }
    return { is: "unsure", why: "redirects without end" };
  } catch (error) {
    return failure(error);
  }
}

/** A name of the public may stand for a computer inside: neither it nor any of its numbers may be one. */
async function mayReach(host: string, mayAsk: (host: string) => boolean): Promise<boolean> {
  if (!mayAsk(host)) return false;
  const numbers = await lookup(bare(host), { all: true });
  return numbers.every(({ address }) => mayAsk(address));
}

/** Asks for the head, and for the page where the head is refused: many sites answer only the latter rightly. */
async function ask(url: URL): Promise<{ readonly status: number; readonly location?: string }> {
  for (const method of ["HEAD", "GET"] as const) {
    const response = await fetch(url, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(SECONDS * 1000),
      headers: { "user-agent": "Dateline (link check)", accept: "text/html,*/*" },
    });
    await response.body?.cancel();
    const location = response.headers.get("location");
    const { status } = response;
    if (status >= 300 && status < 400 && location !== null) return { status, location };
    if (status < 400 || method === "GET") return { status };
  }
  throw new Error("unreachable");
}

function failure(error: unknown): Unasked {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOTFOUND") return { is: "gone", said: "there is no such site" };
  const isSlow = error instanceof Error && error.name === "TimeoutError";
  return {
    is: "unsure",
    why: isSlow ? `no answer in ${SECONDS} s` : `no connection${code ? ` (${code})` : ""}`,
    again: true,
  };
}

/** The nets that lead to this computer, into an office or to many at once (RFC 6890 and the registries of IANA that it began). */
const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside.addSubnet(net, bits, "ipv6");

/** A host without the brackets in which an address has a number of IPv6. */
const bare = (host: string) => host.replace(/^\[|\]$/g, "");

/** Names and numbers that mean this computer or the office's own net are never asked: a text could make the check knock on doors inside. */
export function isPublic(host: string): boolean {
  const name = bare(host).toLowerCase();
  if (isIP(name)) return !inside.check(name, isIP(name) === 6 ? "ipv6" : "ipv4");
  return name.includes(".") && !/(?:^|\.)(?:localhost|local|internal|lan|intranet|test|invalid|example)$/.test(name);
}

function readKnown(cacheDir: string): Record<string, Remembered> {
  try {
    return JSON.parse(readFileSync(path.join(cacheDir, NAME), "utf8")) as Record<string, Remembered>;
  } catch {
    return {};
  }
}

function isFresh({ is, at }: Remembered, now: Date): boolean {
  const age = ageOf(at, now);
  return age >= 0 && age < days[is];
}

function ageOf(at: number, now: Date): number {
  return Math.floor((now.getTime() - at) / DAY);
}
