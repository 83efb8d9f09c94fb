import { readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { load, report } from "../support/content.ts";
import { testSite } from "../support/site.ts";

const RIGHT = '{\n "/en/2017/one/": "2017-01-27",\n "/press/zh-Hant/2018/two/": "2018-01-27 0123456789ab",\n';

describe("S6: of the list of published addresses is explained", () => {
  test("an entry that leads out of the site", () => {
    expect(report({ "ledger.json": `${RIGHT} "/../../evil/": "2017-01-27"\n}` })).toMatchInlineSnapshot(`
      "ledger.json:4:2
      “/../../evil/” is no address of a release with the day on which it was first public.
      → Delete the line, or take the file back from Git as it was: git checkout HEAD -- content/ledger.json. A right line is like this: "/en/2017/training-centre/": "2017-01-27"
        2 |  "/en/2017/one/": "2017-01-27",
        3 |  "/press/zh-Hant/2018/two/": "2018-01-27 0123456789ab",
      > 4 |  "/../../evil/": "2017-01-27"
          |  ^
        5 | }"
    `);
  });

  test.each([
    '"/en/2017/%2e%2e/x/": "2017-01-27"',
    '"/a/%2E%2e/en/2017/x/": "2017-01-27"',
    '"//evil.example/en/2017/x/": "2017-01-27"',
    '"__proto__": "2017-01-27"',
    '"/\\\\..\\\\en/2017/x/": "2017-01-27"',
    '"/.git/en/2017/x/": "2017-01-27"',
    '"/en/2017/../x/": "2017-01-27"',
    '"/en/2017/x/index.html": "2017-01-27"',
    '"/en/2017/x": "2017-01-27"',
    '"/EN/2017/x/": "2017-01-27"',
    '"en/2017/x/": "2017-01-27"',
    '"https://press.example.org/en/2017/x/": "2017-01-27"',
    '"/en/2017/x/\\u0000": "2017-01-27"',
    '"": "2017-01-27"',
    '"/en/2017/x/": 20170127',
    '"/en/2017/x/": null',
    '"/en/2017/x/": ["2017-01-27"]',
    '"/en/2017/x/": ""',
    '"/en/2017/x/": "yesterday"',
    '"/en/2017/x/": "2017-13-27"',
    '"/en/2017/x/": "2017-01-27 short"',
    '"/en/2017/x/": "2017-01-27 0123456789ab /../evil/"',
    '"/en/2017/x/": "2017-01-27 0123456789ab javascript:alert(1)"',
  ])("the entry %s", (entry) => {
    expect(report({ "ledger.json": `${RIGHT} ${entry}\n}` })).toContain(
      "is no address of a release with the day on which it was first public.",
    );
  });

  test.each(["[]", "[1, 2]", '"text"', "7", "null"])("that it is none: %s", (text) => {
    expect(report({ "ledger.json": text })).toContain("It is no list of addresses between { and }.");
  });

  test.each([
    ["a comma that is missing", '{\n "/en/2017/one/": "2017-01-27"\n "/en/2017/two/": "2017-01-27"\n}'],
    ["a comma too many", `${RIGHT}}`],
    ["that it is cut off", RIGHT],
    ["text around it", "Addresses: {}"],
  ])("%s", (_, text) => {
    expect(report({ "ledger.json": text })).toMatch(
      /^ledger\.json:\d+:\d+\nledger\.json cannot be read: .*\n→ .*git checkout/,
    );
  });

  test("where a comma is missing", () => {
    expect(
      report({ "ledger.json": '{\n "/en/2017/one/": "2017-01-27"\n "/en/2017/two/": "2017-01-27"\n}' }),
    ).toMatchInlineSnapshot(`
      "ledger.json:3:2
      ledger.json cannot be read: the addresses that were ever published are not known. Something is here that does not belong, or a comma, quotation mark or bracket is missing.
      → Each line is "address": "day", with a comma after all but the last. Take the file back from Git as it was: git checkout HEAD -- content/ledger.json
        1 | {
        2 |  "/en/2017/one/": "2017-01-27"
      > 3 |  "/en/2017/two/": "2017-01-27"
          |  ^
        4 | }"
    `);
  });

  test("two versions that were never put together", () => {
    expect(report({ "ledger.json": `${RIGHT}<<<<<<< HEAD\n=======\n>>>>>>> other\n}` })).toMatchInlineSnapshot(`
      "ledger.json:4:1
      ledger.json cannot be read: the addresses that were ever published are not known. Two versions of this file were never put together: this is a mark that Git left between them.
      → Keep the lines of both versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.
        2 |  "/en/2017/one/": "2017-01-27",
        3 |  "/press/zh-Hant/2018/two/": "2018-01-27 0123456789ab",
      > 4 | <<<<<<< HEAD
          | ^
        5 | ======="
    `);
  });

  test("that it is empty, in another encoding, no file, or huge", () => {
    const unreadable = "ledger.json cannot be read: the addresses that were ever published are not known.";
    expect(report({ "ledger.json": " \n" })).toContain(`${unreadable} This file is empty.`);
    expect(report({ "ledger.json": Buffer.from([0x7b, 0xe9, 0x7d]) })).toContain(unreadable);
    const inPlace = (change: (file: string) => void) =>
      report({}, (folder) => change(path.join(folder, "ledger.json")));
    expect(inPlace((file) => symlinkSync("/etc/hostname", file))).toContain("leads out of the content folder");
    expect(inPlace((file) => symlinkSync("gone.json", file))).toContain("a link to something that is not there");
    expect(
      inPlace((file) => {
        writeFileSync(file, "{");
        truncateSync(file, 3_000_000_000);
      }),
    ).toContain("This file is 3000.0 MB");
  });

  test("no more than can be read", () => {
    const entries = Array.from({ length: 5000 }, (_, n) => `"/evil${n}/": 1`);
    const { problems } = load({ "ledger.json": `{${entries.join(",")}}` });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toBe("There are 4980 more mistakes of this kind in the file.");
  });
});

test("S6: a list with a byte order mark, CRLF, or nothing in it is right", () => {
  const published = (text: string) => load({ "ledger.json": text }).content?.published;
  expect(published(`\ufeff${RIGHT} "/en/2016/three/": "2016-01-27 0123456789ab /en/2016/other/"\r\n}\r\n`)).toEqual({
    "/en/2017/one/": "2017-01-27",
    "/press/zh-Hant/2018/two/": "2018-01-27 0123456789ab",
    "/en/2016/three/": "2016-01-27 0123456789ab /en/2016/other/",
  });
  expect(published("{}\n")).toEqual({});
});

test("S6: a list that cannot be read is never written over, and nothing is published", async () => {
  const site = testSite();
  for (const text of ["[]", "", '{"/../../evil/": "2017-01-27"}', "{"]) {
    site.write("ledger.json", text);
    const run = await site.build({}, "--record");
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/ledger\.json/);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(site.files()).toEqual([]);
    expect(readFileSync(path.join(site.content, "ledger.json"), "utf8")).toBe(text);
  }
});
