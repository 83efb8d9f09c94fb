import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { factsOf, findingsOn } from "../../src/preview/facts.ts";
import { previewServer } from "../../src/preview/server.ts";
import { PreviewSite } from "../../src/preview/site.ts";
import { BUILD_TIME } from "../support/command.ts";
import { siteIn } from "../support/site.ts";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** The preview of the smallest site; `ask` sends an address as it is written, as no browser would. */
async function preview(instead?: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-preview-"));
  const { content } = siteIn(folder, "minimal");
  const site = new PreviewSite(content, path.join(content, "..", "preview"), () => new Date(BUILD_TIME));
  await site.read();
  const { server, show } = previewServer(() => "", {
    at: (url) => site.at(url),
    facts: (url) => site.draft && factsOf(site.draft, content, url),
    findings: async (url) => site.draft && (await findingsOn(site.draft, content, url)),
  });
  if (instead !== undefined) show(instead);
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port, address } = server.address() as AddressInfo;
  const ask = (url: string, host = `localhost:${port}`, method = "GET") =>
    new Promise<Answer>((resolve, reject) => {
      const asking = request({ host: address, port, path: url, method, headers: { host } }, (response) => {
        let body = "";
        response.on("data", (data) => {
          body += data;
          // What goes on for ever has said enough.
          if (url === "/__preview/events") response.destroy();
        });
        response.on("close", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      asking.on("error", reject);
      asking.end();
    });
  const close = () => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ask, port, address, close };
}

const shared = preview();
const faulty = preview("<html><body>Mistakes</body></html>");
afterAll(async () => {
  for (const each of [shared, faulty]) (await each).close();
});

const PAGE = "/en/2017/training-centre/";

describe("S8: the frame of a phone shows", () => {
  test("a page of the site, as before", async () => {
    const { ask } = await shared;
    const { status, body } = await ask(`/__preview/phone?page=${encodeURIComponent(PAGE)}`);
    expect(status).toBe(200);
    expect(body).toContain(`<iframe src="${PAGE}"`);
    expect((await ask("/__preview/phone")).body).toContain('<iframe src="/"');
    expect((await ask("/__preview/phone?page=/en/?card=%252Fen%252F")).body).toContain('src="/en/?card=%2Fen%2F"');
    expect((await ask("/__preview/phone?page=/%D0%BD%D0%BE%D0%B2/")).body).toContain('src="/%D0%BD%D0%BE%D0%B2/"');
    expect((await ask('/__preview/phone?page=/"><script>alert(1)</script>')).body).not.toContain("<script>alert");
  });

  test.each([
    "/%09/evil.test",
    "/%0A/evil.test",
    "/%0d%0a/evil.test",
    "%09//evil.test",
    "//evil.test",
    "/%2Fevil.test",
    "%2f%2fevil.test",
    "/\\evil.test",
    "/%5Cevil.test",
    "/%5c/evil.test",
    "\\\\evil.test",
    "/.//evil.test",
    "/en/..//evil.test",
    "/%2e//evil.test",
    "https://evil.test/",
    "http:evil.test",
    "javascript:alert(1)",
    "%01javascript:alert(1)",
    "data:text/html,x",
    "evil.test",
    "@evil.test",
    ":80@evil.test",
    "%20/evil.test",
    "//[",
    "",
  ])("nothing of another host: %s", async (page) => {
    const { ask } = await shared;
    for (const question of ["phone", "facts", "findings"]) {
      const { status, body } = await ask(`/__preview/${question}?page=${page}`);
      expect(status, question).toBe(400);
      expect(body).not.toContain("evil");
    }
  });
});

describe("S8: an address that is none is answered in words:", () => {
  test.each([
    "/%00",
    "/en/%00/",
    "/%",
    "/%zz",
    "/%E0%A4%A",
    "/en/%ff/",
    "/%C0%AE%C0%AE/",
    "//",
    "//[",
    "/__preview/phone%00",
  ])("%s", async (url) => {
    const { ask } = await shared;
    const { status, body } = await ask(url);
    expect(status).toBe(400);
    expect(body).toBe("This is no address of a page of this site.");
  });

  test("others lead nowhere, and never out of the site", async () => {
    const { ask } = await shared;
    for (const url of [
      "/nothing/",
      "/%2e%2e/%2e%2e/package.json",
      "/..%2f..%2fpackage.json",
      "/en/%5c..%5c",
      "/en/a%0Ab/",
    ])
      expect((await ask(url)).status, url).toBe(404);
  });

  test("what is no HTTP ends the connection, not the preview", async () => {
    const { ask, port, address } = await shared;
    await new Promise<void>((resolve) => {
      const socket = connect(port, address, () => socket.end("NONSENSE\r\n\r\n"));
      socket.resume();
      socket.on("close", () => resolve());
      socket.on("error", () => {});
    });
    expect((await ask(PAGE)).status).toBe(200);
  });
});

test("S8: every answer says that nobody else may frame it, load it or guess its type", async () => {
  const { ask } = await shared;
  const { ask: askFaulty } = await faulty;
  const answers = {
    page: await ask(PAGE),
    head: await ask(PAGE, undefined, "HEAD"),
    lost: await ask("/nothing/"),
    feed: await ask("/en/atom.xml"),
    icon: await ask("/favicon.ico"),
    phone: await ask("/__preview/phone?page=/en/"),
    facts: await ask(`/__preview/facts?page=${PAGE}`),
    findings: await ask(`/__preview/findings?page=${PAGE}`),
    bar: await ask("/__preview/bar.js"),
    reload: await ask("/__preview/reload.js"),
    events: await ask("/__preview/events"),
    broken: await ask("/%00"),
    foreign: await ask(PAGE, "evil.test"),
    mistakes: await askFaulty(PAGE),
  };
  for (const [name, { headers }] of Object.entries(answers)) {
    expect(headers, name).toMatchObject({
      "content-security-policy": "frame-ancestors 'self'",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
    });
  }
  expect(Object.entries(answers).map(([name, { status }]) => `${name} ${status}`)).toEqual([
    "page 200",
    "head 200",
    "lost 404",
    "feed 200",
    "icon 200",
    "phone 200",
    "facts 200",
    "findings 200",
    "bar 200",
    "reload 200",
    "events 200",
    "broken 400",
    "foreign 403",
    "mistakes 200",
  ]);
});
