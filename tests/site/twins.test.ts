import { readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { load } from "js-yaml";
import { convertIcsCalendar } from "ts-ics";
import { describe, expect, test } from "vitest";
import { releaseFile } from "../support/content.ts";
import { fixture } from "../support/fixtures.ts";
import { isNinjs } from "../support/ninjs.ts";
import { BuiltSite, elementsOf } from "../support/pages.ts";
import { testSite } from "../support/site.ts";
import { markdown } from "../support/text.ts";

const showcase = new BuiltSite(path.join(await fixture("showcase"), "_site"), "https://press.example.net");
const first = new BuiltSite(path.join(await fixture("first"), "_site"), "https://press.example.org");
/** Where the links of an HTML text lead. */
const linksIn = (html: string) => [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, link = ""]) => link);
const RELEASE = /^[a-z]{2}\/\d{4}\/[^/]+\/index\.html$/;

describe.each([
  ["the showcase", () => showcase],
  ["the first release's site", () => first],
] as const)("in %s", (_, open) => {
  test("every release, and nothing else, is there as text, as Markdown and as ninjs, and its page says so", () => {
    const site = open();
    const releases = site.pages.filter((file) => RELEASE.test(file) && site.read(file).includes('"NewsArticle"'));
    expect(releases.length).toBeGreaterThan(2);
    const twins = releases.flatMap((file) =>
      elementsOf(site.read(file), "link")
        .filter(({ rel, hreflang }) => rel === "alternate" && !hreflang)
        .filter(({ type = "" }) => ["text/plain", "text/markdown", "application/json"].includes(type))
        .map(({ href = "" }) => site.fileAt(href) ?? href),
    );
    expect(twins.length).toBe(3 * releases.length);
    expect(twins.toSorted()).toEqual(
      site.files.filter((file) => /^[a-z]{2}\/\d{4}\/[^/]+\/(?!index)[^/]+\.(?:txt|md|json)$/.test(file)),
    );
  });

  test("every text has one line a paragraph, without marks of HTML or Markdown", () => {
    const site = open();
    for (const file of site.files.filter(
      (name) => name.endsWith(".txt") && name.split("/").length > 2 && !name.startsWith("search/"),
    )) {
      const text = site.read(file);
      const letters = /^.*\p{Ll}{3,}$/u;
      const lines = text.split("\n");
      const broken = lines.filter(
        (line, index) => line.length > 40 && letters.test(line) && /^\p{Ll}/u.test(lines[index + 1] ?? ""),
      );
      expect({ file, broken }).toEqual({ file, broken: [] });
      expect(text).not.toMatch(/<\/?[a-z]+[ >]|\*\*|^#|\]\(|&[a-z]+;|^:::|:[a-z]{2}\[/m);
    }
  });

  test("every Markdown file reads as CommonMark, its fields as YAML", () => {
    const site = open();
    for (const file of site.files.filter((name) => name.endsWith(".md"))) {
      const [, fields = "", ...body] = site.read(file).split(/^---$/m);
      const read = load(fields) as { title: string; url: string; language: string };
      expect(site.fileAt(read.url)).toBe(file.replace(/[^/]*$/, "index.html"));
      const html = markdown(body.join("---"), read.language);
      expect(html).not.toMatch(/:::|:[a-z]{2}\[|href="\//);
      expect(html.match(/<h2>/g)).toHaveLength(1);
    }
  });

  test("every ninjs item is what the IPTC's schema asks for, and its addresses lead somewhere", () => {
    const site = open();
    const items = site.files.filter(
      (name) => RELEASE.test(name.replace(/[^/]*$/, "index.html")) && name.endsWith(".json"),
    );
    expect(items.length).toBeGreaterThan(2);
    for (const file of items) {
      const text = site.read(file);
      const item = JSON.parse(text);
      expect(isNinjs(item) ? [] : isNinjs.errors).toEqual([]);
      const inside = (item.bodies ?? []).flatMap(({ value }: { value: string }) => linksIn(value));
      for (const address of inside) expect(address).toMatch(/^(?:https?|mailto|tel):/);
      const named = [...text.matchAll(/"(?:uri|href)": "([^"]*)"/g)].map(([, address = ""]) => address);
      for (const address of [...named, ...inside])
        if (address.startsWith(site.origin))
          expect({ address, leads: site.fileAt(address) !== undefined }).toEqual({ address, leads: true });
    }
  });

  test("hosts are told that other sites may show no page in a frame", () => {
    const site = open();
    const rules = site
      .read("_headers")
      .split("\n\n")
      .map((rule) => rule.split("\n"))
      .map(([pattern = "", ...lines]) => ({
        asks: new RegExp(`^${pattern.replaceAll(".", "\\.").replace("*", ".*")}$`),
        lines,
      }));
    for (const file of site.pages) {
      const address = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
      const policies = rules
        .filter(({ asks }) => asks.test(address))
        .flatMap(({ lines }) => lines.filter((line) => line.includes("Content-Security-Policy")));
      expect({ file, policies }).toEqual({ file, policies: ["  Content-Security-Policy: frame-ancestors 'self'"] });
    }
  });

  test("every page of the list of all releases is there as data, in the order of its page, and leads on to the others", () => {
    const site = open();
    const data = site.files.filter((file) => /^[a-z]{2}\/.*\/index\.json$/.test(file));
    const lists = site.pages.filter((name) => /^[a-z]{2}\/releases\//.test(name));
    expect(data).toEqual(lists.map((file) => file.replace(/html$/, "json")).toSorted());
    for (const file of site.pages.filter((name) => site.read(name).includes('"CollectionPage"'))) {
      const forms = elementsOf(site.read(file), "link").filter(({ type }) => type === "application/json");
      expect({ file, forms: forms.length }).toEqual({ file, forms: lists.includes(file) ? 1 : 0 });
    }
    for (const file of lists) {
      const list = JSON.parse(site.read(file.replace(/html$/, "json")));
      const cards = [...site.read(file).matchAll(/<h2><a href="([^"]*)"/g)].map(([, url]) => `${site.origin}${url}`);
      expect(list.releases.map(({ url }: { url: string }) => url)).toEqual(cards);
      for (const address of [list.newer, list.older].filter(Boolean))
        expect(site.files).toContain(site.fileAt(address));
      for (const { forms } of list.releases)
        for (const { url } of forms) expect(site.files).toContain(site.fileAt(url));
    }
  });
});

test("the links of a release to its own documents lead to them, wherever its text is read", async () => {
  const site = testSite();
  const body = `See [the report](a/report.txt "All of it"), [the plan](<my plan.txt>), [the same](my%20plan.txt), [the
report](
./a/report.txt) and [the plan, by a name][plan].

> Also [quoted](a/report.txt#two).

Code such as \`[the report](a/report.txt)\` is no link.

[plan]: <my plan.txt> "The plan"`;
  const fields = `documents: [{ file: a/report.txt, title: Report }, { file: my plan.txt, title: Plan }]
notes: "Notes on [the report](a/report.txt)."
status: corrected
changes: [{ date: 2018-03-05, note: "[The plan](<my plan.txt>) is new." }]`;
  site.write("releases/2018-03-04-centre/en.md", releaseFile({}, body).replace("partners:", `${fields}\npartners:`));
  site.write("releases/2018-03-04-centre/a/report.txt", "One.");
  site.write("releases/2018-03-04-centre/my plan.txt", "Two.");
  expect((await site.build()).stderr).toBe("");
  const built = new BuiltSite(site.output, "https://press.example.org");
  const documents = built.files.filter((file) => file.startsWith("files/"));
  expect(documents).toHaveLength(2);
  const [plan, report] = documents.map((file) => `${built.origin}/${file}`);
  const twin = "en/2018/centre/centre";
  const kit = unzipSync(readFileSync(`${site.output}/${twin}.zip`));
  const html = {
    page: built.read("en/2018/centre/index.html").replaceAll('href="/', `href="${built.origin}/`),
    atom: built.read("en/atom.xml").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">"),
    rss: built.read("en/rss.xml").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">"),
    json: JSON.parse(built.read("en/feed.json")).items[0].content_html,
    ninjs: JSON.parse(built.read(`${twin}.json`)).bodies[0].value,
    kit: Buffer.from(kit["centre.en.html"] ?? []).toString(),
    markdown: markdown(built.read(`${twin}.md`).replace(/^---.*?^---$/ms, ""), "en"),
  };
  for (const [form, text] of Object.entries(html)) {
    const links = linksIn(text).filter((link) => built.fileAt(link) === undefined && !/^(?:mailto:|tel:|#)/.test(link));
    expect({ form, links }).toEqual({ form, links: [] });
    const times = (address = "") => linksIn(text).filter((link) => link.replace(/#.*/, "") === address).length;
    // Its list of documents names each once or twice.
    expect({ form, report: times(report) >= 3, plan: times(plan) >= 3 }).toEqual({ form, report: true, plan: true });
    expect(text).toContain("<code>[the report](a/report.txt)</code>");
    expect(text).toContain(`${report}#two`);
  }
  for (const text of [built.read(`${twin}.txt`), Buffer.from(kit["centre.en.txt"] ?? []).toString()]) {
    expect(text.replace(/\s+/g, " ")).toContain(
      `See the report (${report}), the plan (${plan}), the same (${plan}), the report (${report}) and the plan, by a name (${plan}).`,
    );
    expect(text.replace(/\s+/g, " ")).toContain(`Notes on the report (${report}).`);
    expect(text).toContain("Code such as [the report](a/report.txt) is no link.");
  }
});

describe("the model release", () => {
  test("as text has its quotes with who said them, its figures, notes, contacts and terms", () => {
    const text = showcase.read("en/2026/river-gauges/river-gauges.txt");
    expect(text).toMatch(/^Sixty-four river gauges give villages on the Tashsay hours of warning before a flood\n\n/);
    expect(text).toContain("\n“My mother taught us to listen to the stones.");
    expect(text).toContain(
      "stones are still quiet.”\n— Gulnara Sabyr, chair of the women’s cooperative of Upper Karasuu\n",
    );
    expect(text).toContain("Osh, 18 November 2026");
    expect(text).toMatch(/^- 64: automatic gauges .*\(Source: Tashsay Basin Authority\)$/m);
    expect(text).toContain("Lower Tashsay | 15 | 10 | 3\u00a0h 40\u00a0min\n");
    expect(text).toContain("please write to us (press@example.org)");
    expect(text).toContain("- Phone: +44 20 7946 0101\n");
    expect(text).toMatch(/CC BY 4\.0\n\nhttps:\/\/press\.example\.net\/en\/2026\/river-gauges\/\n$/);
  });

  test("as ninjs has its body, its people, partners, contacts, pictures and translations", () => {
    const item = JSON.parse(showcase.read("en/2026/river-gauges/river-gauges.json"));
    expect(item).toMatchObject({ pubStatus: "usable", language: "en", located: "Osh", usageTerms: "CC BY 4.0" });
    expect(item.standard).toMatchObject({ name: "ninjs", version: "3.1" });
    expect(item.bodies[0]).toMatchObject({
      role: "main",
      contentType: "text/html",
      value: expect.stringMatching(/^<p>Sixty-four automatic/),
    });
    expect(item.bodies).toContainEqual({
      role: "quote",
      contentType: "text/plain",
      value: expect.stringMatching(
        /^“We were asked .* check\.” — Azamat Toktor, director of the Tashsay Basin Authority$/,
      ),
    });
    expect(item.people).toContainEqual({
      name: "Azamat Toktor",
      rel: "quoted",
      literal: "director of the Tashsay Basin Authority",
    });
    expect(item.infoSources[1].contactInfo).toContainEqual({ type: "phone", role: "office", value: "+442079460101" });
    const related = item.associations.map(({ rel }: { rel: string }) => rel);
    expect(related).toEqual([
      "main",
      "gallery",
      "gallery",
      "video",
      "document",
      "document",
      "translation",
      "translation",
      "translation",
    ]);
  });

  test.each([
    ["uri", undefined, false],
    ["uri", "river-gauges", false],
    ["type", "story", false],
    ["type", "event", true],
    ["version", 1, false],
    ["firstCreated", "2026-11-18", false],
    ["pubStatus", "cancelled", false],
    ["pubStatus", undefined, true],
    ["urgency", 9, true],
    ["urgency", 10, false],
    ["byline", "Highland Lakes Office", false],
    ["headlines/0/value", undefined, false],
    ["headlines/0/role", undefined, true],
    ["headlines", "Sixty-four river gauges", false],
    ["bodies/0/wordCount", "640", false],
    ["bodies/0/charCount", 1.5, false],
    ["people/0/uri", "Azamat Toktor", false],
    ["people/0/role", "director", false],
    ["organisations/0/symbols", [{ exchange: "KSE", symbol: "HWF" }], true],
    ["organisations/0/symbols", [{ ticker: "HWF" }], false],
    ["places/0/geoJSON", "41.5 N", false],
    ["subjects/0/relevance", 101, false],
    ["infoSources/0/contactInfo/0/value", undefined, false],
    ["infoSources/0/contactInfo/0/address", { locality: "Osh" }, false],
    ["infoSources/0/contactInfo/0", { address: { locality: "Osh" } }, true],
    ["infoSources/0/rel", "press contact", false],
    ["renditions/0/name", undefined, false],
    ["renditions/0/href", "river-gauges.txt", false],
    ["renditions/0/scanType", "slow", false],
    ["associations/0/name", undefined, false],
    ["associations/0/uri", undefined, false],
    ["associations/0/colour", "blue", false],
    ["associations/0/associations", [{ name: "Map" }], false],
    ["associations/0/renditions/0/width", "1000", false],
    ["genres/0/uri", "press release", true],
    ["rightsInfo", {}, false],
    ["rightsInfo/encodedRights", "<o:policy/>", false],
    ["eventDetails", { dates: { endDate: "2026-10-09T11:00:00Z" } }, true],
    ["eventDetails", { dates: { expectedStartDate: "2026-10" } }, true],
    ["eventDetails", { dates: { expectedStartDate: "October" } }, false],
    ["standard/version", 3.1, false],
  ])("as ninjs with %s as %j is to its test what it is to the IPTC's schema", (at, value, isRight) => {
    const item = JSON.parse(showcase.read("en/2026/river-gauges/river-gauges.json"));
    const steps = at.split("/");
    const last = steps.pop() ?? "";
    const holder = steps.reduce((inner, step) => inner[step], item);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    expect(isNinjs(item)).toBe(isRight);
  });
});

test("an event is what an independent reader of iCalendar takes it for, at the same moment every day", () => {
  const text = showcase.read("en/2026/gauge-open-day/gauge-open-day.ics");
  const [event] = convertIcsCalendar(undefined, text).events ?? [];
  expect(event?.start.date.toISOString()).toBe("2026-10-09T02:00:00.000Z");
  expect(event?.end?.date.toISOString()).toBe("2026-10-09T11:00:00.000Z");
  expect([event?.location, event?.uid]).toEqual([
    "Osh, main bus station",
    "https://press.example.net/en/2026/gauge-open-day/",
  ]);
  expect(text).toContain("DTSTAMP:20261004T230000Z");
  const html = showcase.read("en/2026/gauge-open-day/index.html");
  expect(html).toContain(
    '9 October 2026, <bdi class="times">08:00–17:00</bdi> (UTC+06:00)</time>, Osh, main bus station</b> This event is over.',
  );
});

test("a page in each language says to people where the forms for machines are", () => {
  for (const [lang, title] of [
    ["en", "Data and formats"],
    ["ar", "البيانات والصيغ"],
  ] as const) {
    const html = showcase.read(`${lang}/api/index.html`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(`<a href="/${lang}/releases/index.json">`);
    expect(showcase.read(`${lang}/follow/index.html`)).toContain(`href="/${lang}/api/"`);
  }
});

test("an office may leave forms out: then none is there, and none is named", async () => {
  const site = testSite();
  site.write("site.yaml", `${site.source("site.yaml")}forms: [json]\n`);
  await site.build();
  expect(site.files().filter((file) => file.endsWith(".md"))).toEqual([]);
  expect(site.files().filter((file) => /training-centre\.(?:txt|json)$/.test(file))).toHaveLength(2);
  for (const file of site.files().filter((name) => /\.(?:html|json|txt|xml)$/.test(name)))
    expect({ file, named: /\.md\b|text\/markdown/.test(site.read(file)) }).toEqual({ file, named: false });
});

test("a withdrawn release has nothing to quote in any form", () => {
  const forms = ["txt", "md", "json"].map((form) => showcase.read(`en/2025/glacier-survey/glacier-survey.${form}`));
  for (const text of forms) {
    expect(text.replace(/\s+/g, " ")).toContain("measured against the wrong reference mark");
    expect(text).toContain("https://press.example.net/en/2025/glacier-survey-recalculated/");
    expect(text).not.toMatch(/—|descriptions|bodies|summary/);
    expect(text.length).toBeLessThan(1500);
  }
  expect(JSON.parse(forms[2] ?? "").pubStatus).toBe("canceled");
});
