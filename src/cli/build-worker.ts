import { answering } from "../build/answering.ts";
import { madeInThread } from "../build/release-work.ts";

/** A further thread of a build: makes releases, and returns the record of each file. */
answering(madeInThread);
