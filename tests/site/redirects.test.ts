import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { rulesOf } from "../../src/hosts/rules.ts";
import { ownRoots } from "../../src/model/content.ts";
import { releaseFile } from "../support/content.ts";
import { testSite } from "../support/site.ts";

test("old addresses lead on: by a page in words, and by lines for the hosts that read them", async () => {
  const site = testSite();
  const withheld = releaseFile({ title: "Later", aliases: "[/secret/address.html]", draft: "true" });
  site.write("releases/2018-03-10-draft.md", withheld);
  site.write(
    "releases/2018-03-11-centre.md",
    releaseFile({ aliases: '[/news/18, /old/page.html, "/index.php?id=3", /новости/центр]' }),
  );
  expect((await site.build({}, "--record")).stderr).toBe("");

  for (const file of ["news/18/index.html", "old/page.html", "новости/центр/index.html"]) {
    const html = site.read(file);
    expect(html).toContain('<link rel="canonical" href="https://press.example.org/en/2018/centre/">');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/en/2018/centre/">');
    expect(html).toMatch(
      /<h1>This page has moved<\/h1>\s*<p>It is now here: <a href="\/en\/2018\/centre\/">A new centre<\/a>/,
    );
  }
  expect(site.read("_redirects").trim().split("\n")).toEqual([
    "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D1%86%D0%B5%D0%BD%D1%82%D1%80 /en/2018/centre/ 301",
    "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D1%86%D0%B5%D0%BD%D1%82%D1%80/ /en/2018/centre/ 301",
    "/index.php id=3 /en/2018/centre/ 301",
    "/news/18 /en/2018/centre/ 301",
    "/news/18/ /en/2018/centre/ 301",
    "/old/page.html /en/2018/centre/ 301",
  ]);
  for (const file of site.files()) expect(`${file} ${site.read(file)}`).not.toContain("secret/address");
  for (const line of [
    "X-Content-Type-Options: nosniff",
    "frame-ancestors 'self'",
    "/*.svg\n  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "/*feed.json\n  Content-Type: application/feed+json",
  ])
    expect(site.read("_headers")).toContain(line);
  expect(site.read("_headers")).toMatch(
    /\/page\.en\.[0-9a-f]{10}\.js\n {2}Cache-Control: public, max-age=31536000, immutable/,
  );

  // Every name at the root is one that no old address can take.
  const roots = new Set(site.files().map((file) => file.split("/")[0] ?? ""));
  const free = [...roots].filter((name) => !/\.[0-9a-f]{10}\.|^sitemap-/.test(name) && !ownRoots.includes(name));
  expect(free.toSorted()).toEqual([".nojekyll", "en", "index.html", "news", "old", "новости"]);
});

test("on Netlify, redirects win over the pages for other hosts, and each language has its 404 page", async () => {
  const site = testSite();
  site.write("site.yaml", `${site.source("site.yaml")}host: netlify\n`);
  site.write("releases/2018-03-11-centre.md", releaseFile({ aliases: "[/news/18]" }));
  expect((await site.build()).stderr).toBe("");
  expect(site.read("_redirects").trim().split("\n")).toEqual([
    "/news/18 /en/2018/centre/ 301!",
    "/news/18/ /en/2018/centre/ 301!",
    "/en/* /en/404.html 404",
  ]);
  expect(rulesOf(site.read("_headers"), site.read("_redirects"), [], "").redirects).toHaveLength(2);
});

test("the address of a file that was renamed leads on, and feeds know the release as the same", async () => {
  const site = testSite();
  const id = "<id>tag:press.example.org,2017:/en/2017/old-name/</id>";
  site.write("releases/2017-01-28-old-name.md", releaseFile());
  expect((await site.build({}, "--record")).stdout).toContain("Recorded 2 new addresses");
  expect(site.read("en/atom.xml")).toContain(id);
  site.remove("releases/2017-01-28-old-name.md");
  site.write("releases/2017-01-28-new-name.md", releaseFile());
  await site.build();
  expect(site.read("en/2017/old-name/index.html")).toContain('content="0; url=/en/2017/new-name/"');
  expect(site.read("_redirects")).toContain("/en/2017/old-name/ /en/2017/new-name/ 301\n");
  expect(site.read("en/atom.xml")).toContain(id);
  expect(readFileSync(path.join(site.content, "addresses.json"), "utf8")).not.toContain("new-name");
});
