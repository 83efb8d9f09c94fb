import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { differences } from "../../src/checks/site/public.ts";
import { ownFolder } from "../support/folder.ts";

const FILES = Array.from({ length: 30 }, (_, index) => `${index}.txt`);
const SOON = [0.01, 0.01];

/** Asks a host for the files of a site. Returns what differs, and what the host was asked for. */
async function asked(answer: (url: string, count: number) => string | undefined) {
  const output = ownFolder();
  for (const file of FILES) writeFileSync(path.join(output, file), file);
  const requests: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    requests.push(url);
    const text = answer(url, requests.length);
    if (text === undefined) response.destroy();
    else response.end(text);
  }).listen(0);
  onTestFinished(() => void server.close());
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { found: await differences(output, origin, FILES, SOON), requests };
}

test("what is not public yet is asked for again when all has been asked for", async () => {
  const { found, requests } = await asked((url, count) => (count <= FILES.length ? "old" : url.slice(1)));
  expect(found).toEqual([]);
  expect(new Set(requests.slice(0, FILES.length)).size).toBe(FILES.length);
  expect(requests).toHaveLength(2 * FILES.length);
});

test("a host that does not answer is not asked for all files", async () => {
  const { found, requests } = await asked(() => undefined);
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]?.why).toContain("does not answer");
  expect(requests.length).toBeLessThan(FILES.length);
});

test("what was left unasked, because the host once did not answer, is asked for after the wait", async () => {
  const { found } = await asked((url, count) => (count === 1 ? undefined : url === "/29.txt" ? "old" : url.slice(1)));
  expect(found.map(({ why }) => why)).toEqual(["is not what was built"]);
});
