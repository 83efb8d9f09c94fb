import { parentPort, workerData } from "node:worker_threads";
import { type ReleaseWork, releasesMade } from "../build/release-work.ts";

/** A further thread of a build: makes a share of the releases, and returns the record of each file. */
parentPort?.postMessage(await releasesMade(workerData as ReleaseWork));
