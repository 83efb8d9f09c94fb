import { parentPort, workerData } from "node:worker_threads";
import { seenIn } from "../build/seen.ts";

/** A thread that lists the last output while the build reads content/. */
parentPort?.postMessage(seenIn(workerData as string));
