import { parentPort, workerData } from "node:worker_threads";
import { madeInThread, type ThreadWork } from "../build/release-work.ts";

/** A further thread of a build: makes releases, and returns the record of each file. */
parentPort?.postMessage(await madeInThread(workerData as ThreadWork));
