import { answering } from "../build/answering.ts";
import { seenIn } from "../build/seen.ts";

/** A thread that lists the last output while the build reads content/. */
answering(seenIn);
