import { DatelineError } from "../model/dateline-error.ts";
import { epochOf, isInstant } from "../model/instant.ts";

/**
 * The one place where the clock is read. `BUILD_TIME` (RFC 3339, with an offset) sets it, so that a build can be
 * repeated to the byte, or the site be seen as it will be on another day.
 */
export function now(env: NodeJS.ProcessEnv = process.env): Date {
  const set = env.BUILD_TIME;
  if (set === undefined || set === "") return new Date();
  if (!isInstant(set)) {
    throw new DatelineError(
      "usage",
      `BUILD_TIME is “${set}”, which is not a date and time with an offset.`,
      "Write it like this: 2026-03-04T09:00:00+03:00",
    );
  }
  return new Date(epochOf(set));
}

/** A clock that goes on from {@link now}: milliseconds since 1970. */
export function runningClock(env: NodeJS.ProcessEnv = process.env): () => number {
  const ahead = now(env).getTime() - Date.now();
  return () => Date.now() + ahead;
}
