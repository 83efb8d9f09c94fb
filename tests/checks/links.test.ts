import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { askLinks, isPublic } from "../../src/checks/ask-links.ts";
import { findingsIn, releaseOf } from "../support/check.ts";
import { dateline } from "../support/command.ts";

/** What the site of the test answers: a status, or a status and where to. */
const pages: Readonly<Record<string, number | readonly [number, string]>> = {
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
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "dateline-links-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test("what sites say of links: there, gone, moved for good, or nothing certain; asked again only when an answer is old", async () => {
  const { origin, asked } = await siteOf();
  const cacheDir = folder();
  const addresses = [...Object.keys(pages), "/no-head", "/hangs-up"].map((page) => origin + page);
  const ask = (day: string) => askLinks(addresses, { cacheDir, now: new Date(day), mayAsk: () => true });
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
    "no connection (UND_ERR_SOCKET)": 1,
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
      "hint: This page has moved for good. Look at /new and, where it is the same page, link to it.",
    ]
  `);
});

/** As they stand in `addresses`. */
function inOrder(a: string, b: string): number {
  const order = Object.keys(pages);
  const place = (page: string) => (order.includes(page) ? order.indexOf(page) : order.length);
  return place(a) - place(b);
}

test("a name that leads inside is not asked, whatever it is called", async () => {
  const { origin, asked } = await siteOf();
  const address = `${origin.replace("127.0.0.1", "localhost")}/there`;
  const mayAsk = (host: string) => host === "localhost" || isPublic(host);
  const { answers, unsure } = await askLinks([address], { cacheDir: folder(), now: new Date(), mayAsk });
  expect([...answers.keys(), ...asked]).toEqual([]);
  expect([...unsure]).toEqual([["an address that is not asked: not public", 1]]);
});

test("nothing is asked without --links, and addresses inside an office never are", async () => {
  const { origin, asked } = await siteOf();
  const content = folder();
  cpSync("tests/fixtures/minimal", content, { recursive: true });
  writeFileSync(path.join(content, "releases/2018-03-04-a.md"), releaseOf(`See [it](${origin}/lost).`));
  const cache = folder();
  const args = ["--content", content, "--cache", cache];
  expect((await dateline("check", args)).stdout).not.toContain("asked");
  expect((await dateline("check", [...args, "--links"])).stdout).toContain(
    "1 link asked now, 0 answered now or in the last week. Not judged: 1 an address that is not asked: not public.",
  );
  expect(asked).toEqual([]);
  expect(JSON.parse(readFileSync(path.join(cache, "links.json"), "utf8"))).toEqual({});
  const inside = [
    "localhost",
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "[::1]",
    "[fe80::1]",
    "nas.local",
    "intranet",
  ];
  expect(inside.filter(isPublic)).toEqual([]);
  expect(["www.undp.org", "8.8.8.8", "[2001:db8::1]"].filter(isPublic)).toHaveLength(3);
});
