import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { askLinks } from "../../src/checks/ask-links.ts";
import { Sites } from "../../src/checks/ask-site.ts";
import { findingsIn, releaseOf } from "../support/check.ts";
import { dateline } from "../support/command.ts";
import { ownFolder } from "../support/folder.ts";

/** What the site of the test answers: a status, or a status and where to. */
const pages: Record<string, number | readonly [number, string]> = {
  "/there": 200,
  "/lost": 404,
  "/gone": 410,
  "/moved": [301, "/new"],
  "/new": 200,
  "/for-now": [302, "/there"],
  "/moved-and-lost": [308, "/lost"],
  "/refused": 403,
  "/busy": 429,
  "/broken": 503,
  "/round": [301, "/round"],
};

async function siteOf(): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const url = request.url ?? "";
    asked.push(`${request.method} ${url}`);
    if (url === "/no-head") return response.writeHead(request.method === "HEAD" ? 405 : 200).end();
    if (url === "/hangs-up") return request.socket.destroy();
    const [status, location] = [pages[url] ?? 404].flat() as [number, string?];
    return response.writeHead(status, location ? { location } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  onTestFinished(() => void server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test("what sites say of links: there, gone, moved for good, or nothing certain; asked again only when an answer is old", async () => {
  const { origin, asked } = await siteOf();
  const cacheDir = ownFolder();
  const addresses = [...Object.keys(pages), "/no-head", "/hangs-up"].map((page) => origin + page);
  const sites = new Sites({ allowIPAddressList: ["127.0.0.1"] });
  const ask = (day: string) => askLinks(addresses, { cacheDir, now: new Date(day), sites });
  const { answers, unsure } = await ask("2026-11-23");
  const plain = (words: string) => words.replaceAll(origin, "");
  expect(Object.fromEntries([...answers].map(([address, { is }]) => [plain(address), is]))).toEqual({
    "/there": "there",
    "/lost": "gone",
    "/gone": "gone",
    "/moved": "moved",
    "/new": "there",
    "/for-now": "there",
    "/moved-and-lost": "gone",
    "/no-head": "there",
  });
  expect(Object.fromEntries(unsure)).toEqual({
    "answers 403": 1,
    "answers 429": 1,
    "answers 503": 1,
    "no connection (ECONNRESET)": 1,
    "redirects without end": 1,
  });
  expect(asked.filter((line) => line.endsWith("/broken"))).toEqual(
    ["HEAD", "GET", "HEAD", "GET"].map((how) => `${how} /broken`),
  );
  const again = async (day: string) => {
    asked.length = 0;
    await ask(day);
    return [...new Set(asked.map((line) => line.split(" ")[1]))];
  };
  const never = ["/refused", "/busy", "/broken", "/round", "/hangs-up"];
  expect(await again("2026-11-23")).toEqual(never);
  expect(await again("2026-11-25")).toEqual(["/lost", "/gone", "/moved-and-lost", ...never].toSorted(inOrder));
  expect(await again("2026-12-01")).toContain("/there");

  const text = `See [one](${origin}/lost), [two](${origin}/moved#part) and [three](${origin}/there).`;
  const found = await findingsIn({ "releases/2018-03-04-a.md": releaseOf(text) }, [], { answers });
  expect(
    found
      .filter(({ rule }) => rule === "outer-links")
      .map((each) => plain(`${each.severity}: ${each.message} ${each.fix}`)),
  ).toMatchInlineSnapshot(`
    [
      "warning: This link leads nowhere: its site answers 404 (not found). Link to where the page is now or to a copy in a web archive, or delete the link.",
      "warning: This page has moved permanently. Look at /new and, where it is the same page, link to it.",
    ]
  `);
});

/** As they stand in `addresses`. */
function inOrder(a: string, b: string): number {
  const order = Object.keys(pages);
  const place = (page: string) => (order.includes(page) ? order.indexOf(page) : order.length);
  return place(a) - place(b);
}

/** What is said of an address, where the names of the test stand for these numbers: at each question the next, the last for good. */
async function said(address: string, names: Readonly<Record<string, readonly (string | readonly string[])[]>> = {}) {
  const turns = new Map<string, number>();
  const lookup: LookupFunction = (name, options, callback) => {
    const numbers = names[name] ?? [];
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    const all = [numbers[Math.min(turn, numbers.length - 1)] ?? []].flat();
    const found = all.map((number) => ({ address: number, family: number.includes(":") ? 6 : 4 }));
    if (found.length === 0) return callback(Object.assign(new Error("none"), { code: "ENOTFOUND" }), "");
    return options.all ? callback(null, found) : callback(null, found[0]?.address ?? "", found[0]?.family);
  };
  // The one number of this machine that the test takes for one of the public.
  return await new Sites({ lookup, allowIPAddressList: ["127.0.0.1"] }).judge(address);
}

const NOT_PUBLIC = { is: "unsure", why: "an address that is not asked: not public" };

test("a name that leads inside is not asked, whatever it is called and however the number is written", async () => {
  const { origin, asked } = await siteOf();
  const { port } = new URL(origin);
  const inside = [
    "127.0.0.2",
    "10.1.2.3",
    "169.254.169.254",
    "100.64.0.1",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.2",
    "::ffff:10.1.2.3",
    "64:ff9b::7f00:2",
    "2002:7f00:2::",
  ];
  for (const number of inside) {
    expect(await said(`http://press.example:${port}/there`, { "press.example": [number] }), number).toEqual(NOT_PUBLIC);
    expect(await said(`https://press.example:${port}/there`, { "press.example": [number] }), number).toEqual(
      NOT_PUBLIC,
    );
  }
  // One number of the public does not make the others so.
  const both = { "press.example": [["127.0.0.1", "127.0.0.2"]] };
  expect(await said(`http://press.example:${port}/there`, both)).toEqual(NOT_PUBLIC);
  const literal = [
    "127.0.0.2",
    "2130706434",
    "0x7f000002",
    "127.2",
    "0.0.0.0",
    "[::1]",
    "[::ffff:7f00:2]",
    "[fe80::1]",
  ];
  for (const host of literal) expect(await said(`http://${host}:${port}/there`), host).toEqual(NOT_PUBLIC);
  expect(await new Sites().judge(`http://localhost:${port}/there`)).toEqual(NOT_PUBLIC);
  expect(await said("ftp://press.example/there")).toEqual(NOT_PUBLIC);
  expect(asked).toEqual([]);
  expect(await said(`http://press.example:${port}/there`, { "press.example": ["127.0.0.1"] })).toEqual({ is: "there" });
  expect(await said("http://nobody.example/")).toEqual({ is: "gone", said: "there is no such site" });
});

test("a site of the public cannot lead the check inside, by a redirect or by another number at the next question", async () => {
  const { origin, asked } = await siteOf();
  const { port } = new URL(origin);
  pages["/inside"] = [302, `http://127.0.0.2:${port}/there`];
  pages["/inside-by-name"] = [301, `http://nas.example:${port}/there`];
  const names = { "press.example": ["127.0.0.1"], "nas.example": ["127.0.0.2"] };
  expect(await said(`http://press.example:${port}/inside`, names)).toEqual(NOT_PUBLIC);
  expect(await said(`http://press.example:${port}/inside-by-name`, names)).toEqual(NOT_PUBLIC);
  expect(asked).toEqual(["HEAD /inside", "HEAD /inside-by-name"]);
  asked.length = 0;
  const rebound = { "press.example": ["127.0.0.1", "127.0.0.2"] };
  expect(await said(`http://press.example:${port}/no-head`, rebound)).toEqual(NOT_PUBLIC);
  expect(asked).toEqual(["HEAD /no-head"]);
});

test("a damaged memory of answers is as good as none", async () => {
  const { origin } = await siteOf();
  const sites = new Sites({ allowIPAddressList: ["127.0.0.1"] });
  for (const text of ["null", "[3]", '{"x":null}', '{"x":{"is":"there"}}', "{"]) {
    const cacheDir = ownFolder();
    writeFileSync(path.join(cacheDir, "links.json"), text);
    const { answers } = await askLinks([`${origin}/there`], { cacheDir, now: new Date("2026-11-23"), sites });
    expect([...answers.values()], text).toEqual([{ is: "there", age: 0 }]);
  }
});

test("nothing is asked without --links, and addresses inside an office never are", async () => {
  const { origin, asked } = await siteOf();
  const content = ownFolder();
  cpSync("tests/fixtures/minimal", content, { recursive: true });
  writeFileSync(path.join(content, "releases/2018-03-04-a.md"), releaseOf(`See [it](${origin}/lost).`));
  const cache = ownFolder();
  const args = ["--content", content, "--cache", cache];
  expect((await dateline("check", args)).stdout).not.toContain("asked");
  expect((await dateline("check", [...args, "--links"])).stdout).toContain(
    "1 link asked now, 0 answered now or in the last week. Not judged: 1 an address that is not asked: not public.",
  );
  expect(asked).toEqual([]);
  expect(JSON.parse(readFileSync(path.join(cache, "links.json"), "utf8"))).toEqual({});
});
