import { expect, test } from "vitest";
import { Thread, Threads } from "../../src/build/thread.ts";

test("a thread that fails says why to whoever asks, then and later", async () => {
  const thread = new Thread("search-worker");
  await expect(thread.ask(null)).rejects.toThrow(TypeError);
  await expect(thread.ask(null)).rejects.toThrow(TypeError);
});

test("whoever asks a thread that is ended, or waits for its answer, is told so", async () => {
  const threads = new Threads();
  const thread = threads.open("output-worker");
  await threads.begun();
  const asked = thread.ask("src");
  const told = expect(asked).rejects.toThrow("The thread output-worker ended before it had finished.");
  await threads.end();
  await told;
  await expect(thread.ask("src")).rejects.toThrow("The thread output-worker ended before it had finished.");
});
