import { parentPort, workerData } from "node:worker_threads";
import { findingsInShare, type Share } from "./check-threads.ts";

/** A further thread of the check: returns what it finds in the files that it takes. */
const { findings } = await findingsInShare(workerData as Share);
parentPort?.postMessage(findings);
