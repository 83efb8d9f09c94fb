import { answering } from "../build/answering.ts";
import { madeInThread, type ThreadWork } from "../build/release-work.ts";
import { type ReadingAhead, readAhead } from "../content/load.ts";

/** A further thread of a build: reads releases ahead, then makes releases, and returns the record of each file. */
answering((work: ReadingAhead | ThreadWork) => ("scratch" in work ? madeInThread(work) : readAhead(work)));
