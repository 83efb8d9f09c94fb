import { answering } from "../build/answering.ts";
import type { ThreadWork } from "../build/release-work.ts";
import type { ReadingAhead } from "../build/workers.ts";
import { readAhead } from "../content/load.ts";

let making: Promise<typeof import("../build/release-work.ts")> | undefined;

/** A further thread of a build: reads releases ahead, then makes releases, and returns the record of each file. */
answering(async (work: ReadingAhead | ThreadWork) => {
  if ("scratch" in work) {
    making ??= import("../build/release-work.ts");
    return (await making).madeInThread(work);
  }
  const ahead = readAhead(work.contentDir, work.counted);
  // While the first thread goes on with what was read.
  making = import("../build/release-work.ts");
  return ahead;
});
