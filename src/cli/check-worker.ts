import { parentPort, workerData } from "node:worker_threads";
import { findingsInShare, type Share } from "./check-threads.ts";

/** A further thread of the check: finds what is in the files whose turns it takes, and says it. */
const { findings } = await findingsInShare(workerData as Share);
parentPort?.postMessage(findings);
