import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { exampleOrigin } from "../../src/checks/example-origin.ts";
import { checkContent } from "../../src/cli/check-content.ts";
import { waitingReport } from "../../src/cli/waiting.ts";
import { releaseFile } from "../support/content.ts";
import { ownFolder } from "../support/folder.ts";

const minimal = path.join("tests", "fixtures", "minimal");

test.each([
  "https://press.example.org",
  "https://example.com/press",
  "http://localhost:8080",
  "https://press.test",
  "https://a.invalid",
])("%s is no address to publish at", (origin) => {
  const [finding] = exampleOrigin(minimal, origin);
  expect(finding).toMatchObject({ file: "site.yaml", severity: "error", line: expect.any(Number) });
});

test.each([
  "https://press.moh.gov",
  "https://moh.github.io/press",
  "https://example.gov",
  "https://testing.org",
  "https://myexample.org",
])("%s is one", (origin) => {
  expect(exampleOrigin(minimal, origin)).toEqual([]);
});

test("the check says when an embargo ends, and what publishes it", async () => {
  const folder = ownFolder();
  cpSync(minimal, folder, { recursive: true });
  mkdirSync(path.join(folder, "releases"), { recursive: true });
  const text = releaseFile({ embargo: '"2026-03-04 09:00 +03:00"' });
  writeFileSync(path.join(folder, "releases/2018-03-04-centre.md"), text);
  const saidAt = async (now: string) => {
    const { waiting } = await checkContent(folder, { cache: ownFolder(), now: new Date(now) }, 1);
    return waitingReport(folder, waiting);
  };
  expect(await saidAt("2026-03-04T05:00:00Z")).toEqual([
    "releases/2018-03-04-centre.md is public from 2026-03-04 09:00 +03:00 on: “Publish on time” (due.yml) publishes it then.",
  ]);
  expect(await saidAt("2026-03-04T06:00:00Z")).toEqual([]);
  // What cannot be read is not published either.
  writeFileSync(path.join(folder, "releases/2018-03-05-other.md"), "---\ntitle: [\n---\n");
  expect(await saidAt("2026-03-04T05:00:00Z")).toEqual([]);
});
