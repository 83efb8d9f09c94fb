import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Coming, comingOf, inZone, missedOf } from "../content/coming.ts";
import { NO_OFFICE } from "../model/dateline-error.ts";
import { isOverheard } from "./overheard.ts";
import { CONTENT, defined, missing, now, numberIn, type Options, runningClock } from "./run.ts";

const options = {
  within: {
    type: "string",
    value: "MINUTES",
    help: "say only the moment (UTC), and only if it is so near; “now” if a text should be public already",
  },
  wait: { type: "boolean", default: false, help: "say nothing and end when the next text becomes public" },
  content: CONTENT,
} as const satisfies Options;

/** How often a waiting command checks whether somebody has changed a moment. */
const LOOK_MS = 30_000;

/** The most texts that are listed. */
const MOST = 10;

/** `due`: says what becomes public next and when. It loads no package, because schedules run it every few minutes before anything is installed. */
export const command = defined({ options }, async ({ content, within, wait }, { env, out }) => {
  if (!existsSync(path.join(content, "site.yaml"))) throw missing(`There is no ${content}/site.yaml.`, NO_OFFICE);
  const minutes = within === undefined ? undefined : numberIn(within, "within", 1, 100_000);
  const coming = comingOf(content);
  const at = now(env);
  if (wait) await untilNext(content, env);
  else if (minutes !== undefined) {
    const said = momentWithin(content, coming, at, minutes);
    if (said !== undefined) out(said);
  } else out(listed(content, coming, at, isOverheard(env)));
  return 0;
});

/** Returns the moment at which the next texts become public, if it is so near; `now` if one was missed. */
function momentWithin(content: string, coming: readonly Coming[], at: Date, minutes: number): string | undefined {
  if (missedOf(content, coming, at).length > 0) return "now";
  const next = nextAfter(coming, at.getTime());
  return next !== undefined && next <= at.getTime() + minutes * 60_000
    ? new Date(next).toISOString().replace(/\.000Z$/, "Z")
    : undefined;
}

function nextAfter(coming: readonly Coming[], time: number): number | undefined {
  const later = coming.map(({ at }) => at).filter((at) => at > time);
  return later.length === 0 ? undefined : Math.min(...later);
}

function listed(content: string, coming: readonly Coming[], now: Date, isDiscreet: boolean): string {
  const waiting = coming
    .filter(({ at }) => at > now.getTime())
    .toSorted((a, b) => a.at - b.at || (a.file < b.file ? -1 : 1));
  const missed = missedOf(content, coming, now).map(
    ({ file }) => `${file} should be public, and is not recorded as published.`,
  );
  const lines = waiting.slice(0, MOST).map(({ file, at }) => {
    const what = isDiscreet ? "a release" : file;
    return `${inZone(at, content)}  ${what}  (in ${spanOf(at - now.getTime())})`;
  });
  const more = waiting.length > MOST ? [`… and ${waiting.length - MOST} more`] : [];
  if (lines.length === 0) lines.push("Nothing waits for a moment to become public.");
  return [...missed, ...lines, ...more].join("\n");
}

/** Returns a span of time in words: `2 days 3 h`, `40 min`, `20 s`. */
function spanOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} ${days === 1 ? "day" : "days"} ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

/** Waits until the next text becomes public. It notices moments that are changed meanwhile. */
async function untilNext(content: string, env: NodeJS.ProcessEnv): Promise<void> {
  const time = runningClock(env);
  const from = time();
  for (;;) {
    const next = nextAfter(comingOf(content), from);
    if (next !== undefined && next <= time()) return;
    await sleep(Math.min(LOOK_MS, Math.max(1, (next ?? Number.POSITIVE_INFINITY) - time())));
  }
}
