import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differences, sampleOf } from "../../src/checks/site/public.ts";
import { dateline } from "../support/command.ts";
import { fixture } from "../support/fixtures.ts";
import { type BuiltSite, builtSite } from "../support/pages.ts";
import { type RunningServer, servers, started } from "../support/servers.ts";

const sites = [
  { name: "showcase", prefix: "" },
  { name: "folder", prefix: "/press" },
] as const;

describe.each(servers.flatMap((server) => sites.map((site) => ({ server, ...site }))))(
  "$server publishes $name at “$prefix/”",
  ({ server, name, prefix }) => {
    let running: RunningServer;
    let site: BuiltSite;
    beforeAll(async () => {
      running = await started(server, name, prefix);
      site = await builtSite(name);
    });
    afterAll(() => running.close());
    const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${running.address}${prefix}${path}`, { redirect: "manual", headers });
    const fileLike = (pattern: RegExp) => {
      const file = site.files.find((other) => pattern.test(other));
      if (file === undefined) throw new Error(`The site has no file like ${pattern}.`);
      return `/${file.split("/").map(encodeURIComponent).join("/")}`;
    };

    test("every file as it was built", async () => {
      const asked = sampleOf(site.files, 150);
      expect(await differences(site.folder, running.address + prefix, asked, [])).toEqual([]);
    });

    test("with the headers of `_headers`, on pages that are not there too", async () => {
      for (const path of ["/", "/en/", "/en/nothing/"]) {
        const { headers } = await ask(path);
        expect(headers.get("content-security-policy"), path).toBe("frame-ancestors 'self'");
        expect(headers.get("x-content-type-options"), path).toBe("nosniff");
        expect(headers.get("referrer-policy"), path).toBe("strict-origin-when-cross-origin");
        expect(headers.get("permissions-policy"), path).toContain("camera=()");
      }
    });

    test("a drawing that is opened by itself can do nothing", async () => {
      const { headers } = await ask("/mark.svg");
      expect(headers.get("content-type")).toContain("image/svg+xml");
      expect(headers.get("content-security-policy")).toContain("sandbox");
    });

    test.each([
      [/atom\.xml$/, "application/xml; charset=utf-8"],
      [/feed\.json$/, "application/feed+json; charset=utf-8"],
      [/\.vcf$/, "text/vcard; charset=utf-8"],
      [/\/\d{4}\/[^/]+\.md$|\.md$/, "text/markdown; charset=utf-8"],
      [/\.txt$/, "text/plain; charset=utf-8"],
      [/\.webmanifest$/, "application/manifest+json; charset=utf-8"],
      [/index\.html$/, "text/html; charset=utf-8"],
    ])("the type of %s is %s", async (pattern, type) => {
      expect((await ask(fileLike(pattern))).headers.get("content-type")).toBe(type);
    });

    test("what has a hash in its name may be kept for a year, and nothing else", async () => {
      const lasting = "public, max-age=31536000, immutable";
      expect((await ask(fileLike(/^page\.en\.[0-9a-f]{10}\.js$/))).headers.get("cache-control")).toBe(lasting);
      expect((await ask(fileLike(/^pictures\//))).headers.get("cache-control")).toBe(lasting);
      expect((await ask("/en/")).headers.get("cache-control") ?? "").not.toContain("immutable");
    });

    test("text is compressed, a picture is not", async () => {
      const gzip = { "Accept-Encoding": "gzip" };
      for (const path of ["/en/", "/en/atom.xml", "/en/feed.json", fileLike(/^page\.en\.[0-9a-f]{10}\.js$/)])
        expect((await ask(path, gzip)).headers.get("content-encoding"), path).toBe("gzip");
      expect((await ask(fileLike(/\.(?:jpg|png)$/), gzip)).headers.get("content-encoding")).toBeNull();
    });

    test("old addresses lead on, with what follows the question mark where it belongs to them", async () => {
      const lines = site.read("_redirects").split("\n").filter(Boolean);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const [from = "", ...rest] = line.split(" ");
        const [to = ""] = rest.slice(-2);
        const query = rest.slice(0, -2).join("&");
        const answer = await fetch(`${running.address}${from}${query ? `?${query}` : ""}`, { redirect: "manual" });
        expect(answer.status, line).toBe(301);
        expect(answer.headers.get("location")?.replace(/^https?:\/\/[^/]+/, ""), line).toBe(to);
      }
    });

    test("what is not there is said in the language of its folder, with the status 404", async () => {
      const languages = site.files.flatMap((file) => /^([a-z]+)\/404\.html$/.exec(file)?.[1] ?? []);
      expect(languages.length).toBeGreaterThan(0);
      for (const lang of languages) {
        const answer = await ask(`/${lang}/2017/nothing-of-the-kind/`);
        expect(answer.status).toBe(404);
        expect(await answer.text(), lang).toBe(site.read(`${lang}/404.html`));
      }
      const other = await ask("/nothing");
      expect(other.status).toBe(404);
      expect(await other.text()).toBe(site.read("404.html"));
    });

    test("a folder without its slash leads to the page, what is hidden is not there", async () => {
      const folder = await ask("/en");
      expect([301, 302, 307, 308]).toContain(folder.status);
      expect(folder.headers.get("location")).toMatch(/\/en\/$/);
      for (const path of ["/_headers", "/_redirects", "/.nojekyll"]) expect((await ask(path)).status, path).toBe(404);
      expect((await ask("/.well-known/security.txt")).status).toBe(200);
    });
  },
);

test("storage like S3 is given each type and each caching of `_headers`", async () => {
  const folder = await fixture("folder");
  const { code, stdout } = await dateline("host", [
    "s3",
    "--output",
    `${folder}/_site`,
    "--content",
    `${folder}/content`,
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain(`--include 'pictures/*' --cache-control 'public, max-age=31536000, immutable'`);
  expect(stdout).toContain(`--include '*feed.json' --content-type 'application/feed+json; charset=utf-8'`);
  expect(stdout).toContain("#   X-Content-Type-Options: nosniff");
  expect(stdout).toMatch(/# Have the CDN send with \/press\/\*\.svg:\n# {3}Content-Security-Policy: .*sandbox/);
});

test("a server that nobody knows is named with those that are known", async () => {
  const { code, stderr } = await dateline("host", ["apache"]);
  expect(code).toBe(1);
  expect(stderr).toContain("dateline host nginx, or dateline host caddy, or dateline host s3");
});
