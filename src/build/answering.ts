import { parentPort } from "node:worker_threads";

/** In a thread: answers each request of the thread that opened it. */
export function answering<Request>(answer: (request: Request) => unknown): void {
  parentPort?.on("message", async (request: Request) => parentPort?.postMessage(await answer(request)));
}
