import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { withEachComponent } from "../support/every-page.ts";
import { fixtureNames } from "../support/fixtures.ts";
import { errorsOfHtml } from "../support/html.ts";
import { type BuiltSite, builtSite } from "../support/pages.ts";
import { faultsFound } from "../support/verdicts.ts";

/** Every fixture, with the rules that all sites keep. */
const sites = await Promise.all(fixtureNames.map(async (name) => [name, await builtSite(name)] as const));

const htmlIn = ({ files }: BuiltSite) => files.filter((file) => file.endsWith(".html"));

// `npm run test:soak` asks for every page.
test("a page of each kind in each language of all sites is HTML without an error (Nu Html Checker)", async () => {
  const { version } = JSON.parse(readFileSync("node_modules/vnu-jar/package.json", "utf8"));
  const pages = sites.flatMap(([, site]) =>
    withEachComponent(site, "language").map((file) => [path.join(site.folder, file), site.read(file)] as const),
  );
  const errors = await faultsFound("html", [version], new Map(pages), async (files) => errorsOfHtml(files));
  expect(errors).toEqual([]);
}, 300_000);

test.each(sites)("%s leads nowhere that is not there", (_, site) => {
  const dead = htmlIn(site).flatMap((file) =>
    [...site.read(file).matchAll(/\b(?:href|src|srcset)="([^"]*)"/g)]
      .flatMap(([, value = ""]) => value.split(",").map((part) => part.trim().split(" ")[0] ?? ""))
      .filter((link) => link.startsWith("/"))
      .filter((link) => site.fileAt(new URL(link, site.origin).href) === undefined)
      .map((link) => `${file}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test.each(sites)("%s asks for nothing that blocks, and for nothing from elsewhere", (_, site) => {
  for (const file of htmlIn(site)) {
    const html = site.read(file);
    const head = /<head>.*<\/head>/s.exec(html)?.[0] ?? "";
    expect(head).not.toMatch(/rel="stylesheet"|@import/);
    // Data (JSON-LD) are no script that could block.
    for (const [script] of head.matchAll(/<script(?! type="application\/ld\+json">)[^>]*>/g))
      expect(script).toMatch(/^<script defer src="\//);
    expect(html).not.toMatch(/\b(?:src|srcset)="(?:https?:)?\/\//);
  }
});

/** What no text of a language has, in any of its forms. */
const FOREIGN_PUNCTUATION: Readonly<Record<string, RegExp>> = {
  // A dash or a dot between the parts of a line has its spaces in every language, and so has an address, or it would not end.
  zh: /(?:[，。：；！？、（《] (?![–·]|\(https:)|\S [，。：；！？、）》]|\p{Script=Han}[,;?!])/gu,
  ar: /\p{Script=Arabic}[,;?]/gu,
  fr: /(?:\p{L} [:;!?»]|« )/gu,
};

test.each(sites)("L4: %s has in each language its own punctuation, with its own spaces, in all forms", (_, site) => {
  const wrong = Object.entries(FOREIGN_PUNCTUATION).flatMap(([lang, pattern]) =>
    site.files
      .filter((file) => file.startsWith(`${lang}/`) && /\.(?:html|txt|md|json|xml)$/.test(file))
      .flatMap((file) => {
        const text = site.read(file).replace(/<style>.*?<\/style>/s, "");
        return [...text.matchAll(pattern)].map(
          ({ index }) => `${file}: ${text.slice(Math.max(0, index - 12), index + 14)}`,
        );
      }),
  );
  expect(wrong).toEqual([]);
});
