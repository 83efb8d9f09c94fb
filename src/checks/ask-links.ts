import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { attempt } from "../model/attempt.ts";
import { countsOf, grouped } from "../model/grouped.ts";
import { type Certain, Sites } from "./ask-site.ts";
import type { Answer } from "./rule.ts";

const NAME = "links.json";

/** For so many days an answer is taken for true. */
const days = { there: 7, moved: 7, gone: 1 } as const;

/** The number of sites that are asked at a time, each one link after another. */
const AT_A_TIME = 8;

/** A site's answer, and when it came. */
type Remembered = Certain & { readonly at: number };

export interface Asking {
  /** The folder in which answers are kept. */
  readonly cacheDir: string;
  readonly now: Date;
  /** Told how many of the links to be asked about are answered. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
  /** The sites to ask: by default those that the public can reach. */
  readonly sites?: Sites;
}

export interface Answers {
  readonly answers: ReadonlyMap<string, Answer>;
  /** The number of links asked about now; the others are remembered. */
  readonly asked: number;
  /** The reasons for which links could not be judged, and how many each. */
  readonly unsure: ReadonlyMap<string, number>;
}

/** Asks the sites of addresses whether they are there, few at a time; what was asked lately is remembered. */
export async function askLinks(addresses: readonly string[], options: Asking): Promise<Answers> {
  const { cacheDir, now, progress, sites = new Sites() } = options;
  const known = new Map(readKnown(cacheDir).filter(([, answer]) => isFresh(answer, now)));
  const fresh = [...new Set(addresses)].filter((address) => !known.has(address));
  const unsure: string[] = [];
  let done = 0;
  const askAbout = async (address: string) => {
    const answer = await sites.judge(address);
    if (answer.is === "unsure") unsure.push(answer.why);
    else known.set(address, { ...answer, at: now.getTime() });
    progress?.(++done, fresh.length);
  };
  const hosts = [...grouped(fresh, (address) => [URL.canParse(address) ? new URL(address).host : ""]).values()];
  const askInTurn = async () => {
    for (let own = hosts.shift(); own; own = hosts.shift()) for (const address of own) await askAbout(address);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, askInTurn));
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(path.join(cacheDir, NAME), JSON.stringify(Object.fromEntries([...known].toSorted()), undefined, 1));
  const answers = new Map(
    [...known].map(([address, { at, ...answer }]) => [address, { ...answer, age: ageOf(at, now) }]),
  );
  return { answers, asked: fresh.length, unsure: countsOf(unsure.toSorted()) };
}

/** Reads the answers that are remembered; none where the file is not there or is damaged. */
function readKnown(cacheDir: string): [string, Remembered][] {
  const read = attempt(() => JSON.parse(readFileSync(path.join(cacheDir, NAME), "utf8")) as Record<string, Remembered>);
  return Object.entries(read ?? {}).filter(([, answer]) => answer?.is in days && Number.isFinite(answer.at));
}

function isFresh({ is, at }: Remembered, now: Date): boolean {
  const age = ageOf(at, now);
  return age >= 0 && age < days[is];
}

const ageOf = (at: number, now: Date) => Math.floor((now.getTime() - at) / 86_400_000);
