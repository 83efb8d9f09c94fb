import { parentPort } from "node:worker_threads";

/** In a thread: answers each request of the thread that opened it. A thread whose work waits for nothing that could still come ends. */
export function answering<Request>(answer: (request: Request) => unknown): void {
  parentPort?.on("message", async (request: Request) => {
    parentPort?.unref();
    parentPort?.postMessage(await answer(request));
    parentPort?.ref();
  });
}
