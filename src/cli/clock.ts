import { epochOf, isInstant } from "../model/instant.ts";
import { misuse } from "./run.ts";

/**
 * Returns the current time. This is the only place that reads the clock. `BUILD_TIME` (RFC 3339, with an offset) sets it, so that a build
 * can be repeated to the byte, or show the site of another day.
 */
export function now(env: NodeJS.ProcessEnv = process.env): Date {
  const set = env.BUILD_TIME;
  if (set === undefined || set === "") return new Date();
  if (!isInstant(set)) {
    throw misuse(
      `BUILD_TIME is “${set}”, which is not a date and time with an offset.`,
      "Write it like this: 2026-03-04T09:00:00+03:00",
    );
  }
  return new Date(epochOf(set));
}

/** Returns a clock that continues from {@link now}, in milliseconds since 1970. */
export function runningClock(env: NodeJS.ProcessEnv = process.env): () => number {
  const ahead = now(env).getTime() - Date.now();
  return () => Date.now() + ahead;
}
