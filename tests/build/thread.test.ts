import { expect, test } from "vitest";
import { LARGE } from "../../src/build/large.ts";
import { Thread, Threads } from "../../src/build/thread.ts";
import { messageOf } from "../../src/reporting/fault.ts";
import { releaseFile } from "../support/content.ts";
import { testSite } from "../support/site.ts";

test("a large site is built in a thread of its own, which says all it has to say and hands on its exit code", async () => {
  const site = testSite();
  for (let number = 0; number < LARGE; number++)
    site.write(`releases/2018-03-04-draft-${number}.md`, releaseFile({ draft: "true" }));
  const built = await site.buildAsUser({ CI: "true" });
  expect(built).toMatchObject({ code: 0, stderr: "" });
  expect(built.stdout).toMatch(new RegExp(`read +${LARGE + 1} releases[^]+withheld +${LARGE}`));
  const before = site.files();
  for (let number = 0; number < LARGE; number++)
    site.write(`releases/2018-03-04-draft-${number}.md`, releaseFile({ draft: "soon" }));
  const refused = await site.buildAsUser();
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain(`${LARGE} things have to be put right. The first 100 are shown.`);
  expect(site.files()).toEqual(before);
}, 120_000);

test("memory that does not suffice is told in a sentence, with the setting that allows more", () => {
  const error = Object.assign(new Error("Worker terminated"), { code: "ERR_WORKER_OUT_OF_MEMORY" });
  expect(messageOf(error)).toMatch(/^Node may not use as much memory as this takes\. .+--max-old-space-size=6144$/);
});

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
