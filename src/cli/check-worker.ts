import { answering } from "../build/answering.ts";
import { findingsInShare, type Share } from "./check-threads.ts";

/** A further thread of the check: returns what it finds in the files that it takes. */
answering(async (share: Share) => (await findingsInShare(share)).findings);
