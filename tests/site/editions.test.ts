import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { findings } from "../../src/checks/findings.ts";
import { loadContent } from "../../src/content/load.ts";
import { partOf } from "../../src/genuine/manifest.ts";
import { sealOf } from "../../src/model/published.ts";
import { madeOnce, type TestSite, testSite } from "../support/site.ts";
import { verify } from "../support/verify.ts";

const FILE = "releases/2017-01-28-wells.md";
const PAGE = "en/2017/wells/index.html";
const BODY =
  "The wells of 112 schools give clean water to all who drink there, says the office that has built them since the spring of last year.";
const LONG = `${BODY} ${"They are deep, and fed by springs that never ran dry. ".repeat(5)}It rained last week.`;
const release = (body: string, more = "", title = "Wells for schools") =>
  `---\ntitle: ${title}\ndate: 2017-01-28\nlocation: smarhon\npartners: []\ncontacts: [press-office]\n${more}---\n\n${body}\n`;
const noted = (...lines: readonly string[]) => `changes:\n${lines.map((line) => `  - ${line}\n`).join("")}`;
const NOTE = "{ date: 2017-02-01, note: The number of schools was put right. }";

const PICTURE = sharp({ create: { width: 300, height: 200, channels: 3, background: "#358" } });

const BUILD_TIME = "2026-11-28T12:00:00Z";

/** A site whose release was published and recorded. */
const publishedSite = madeOnce(async (text = release(BODY)) => {
  const site = testSite();
  site.write(FILE, text);
  if (text.includes("well.png")) site.write("releases/well.png", await PICTURE.png().toBuffer());
  expect(await site.build({ BUILD_TIME }, "--record")).toMatchObject({ code: 0, stderr: "" });
  return site;
});

/** What the rule says of the site's content. */
const check = async (site: TestSite) => {
  const { content } = loadContent(site.content);
  if (!content) throw new Error("The content cannot be read.");
  const checked = await findings(content, { contentDir: site.content, now: new Date(BUILD_TIME) });
  return checked.findings.filter(({ rule }) => rule === "change-note");
};

test("what is recorded changes no search index: it has no earlier texts", async () => {
  const site = await publishedSite();
  site.write(FILE, release(BODY.replace("112", "121"), noted(NOTE)));
  const volumes = () => new Set(site.files().flatMap((file) => /^search\/[^/]+/.exec(file) ?? []));
  expect(await site.build({ BUILD_TIME }, "--record")).toMatchObject({ code: 0 });
  const before = volumes();
  expect(before.size).toBeGreaterThan(0);
  expect(await site.build({ BUILD_TIME })).toMatchObject({ code: 0 });
  expect(site.read(PAGE)).toContain("difference");
  expect(volumes()).toEqual(before);
});

describe("a change of a published text", () => {
  test("is an error until a line in changes says so, with what differs and the line to write", async () => {
    const site = await publishedSite();
    expect(await check(site)).toEqual([]);
    site.write(FILE, release(BODY.replace("112", "121")));
    const [found, ...others] = await check(site);
    expect(others).toEqual([]);
    expect(found?.message).toContain("“112” is now “121”");
    expect(found?.fix).toContain("- { date: 2026-11-28, note:");
    site.write(FILE, release(BODY.replace("112", "121"), noted(NOTE)));
    expect(await check(site)).toEqual([]);
    await site.build({ BUILD_TIME }, "--record");
    expect(await check(site)).toEqual([]);
    site.write(FILE, release(BODY.replace("112", "122"), noted(NOTE)));
    expect(await check(site)).toHaveLength(1);
  });

  test.each([
    ["a title", release(BODY, "", "Dams for schools"), 1],
    ["a figure", release(BODY, "figures: [{ value: 12, label: wells }]\n"), 1],
    ["notes", release(BODY, "notes: The wells are deep.\n"), 1],
    ["the day", release(BODY).replace("date: 2017-01-28", "date: 2017-01-29"), 1],
    ["an event", release(BODY, 'event: { start: "2017-02-09 08:00 +03:00", place: Minsk }\n'), 1],
    ["a paragraph", release(`${BODY}\n\nMore follow.`), 1],
    [
      "quotation marks, spaces and line breaks",
      release(`${BODY.replace("clean water", "“clean  water”").replace(" there", "\nthere")}`),
      0,
    ],
    ["the address behind a link", release(BODY.replace("clean water", "[clean water](https://example.org/)")), 0],
    ["a topic", release(BODY, "sdgs: [6]\n"), 0],
    [
      "a minor change",
      release(BODY.replace("drink", "drnk"), noted("{ date: 2017-02-01, note: Spelling., minor: true }")),
      0,
    ],
    ["a withdrawal", release("Withdrawn.", "status: withdrawn\n"), 0],
  ])("%s", async (_, text, errors) => {
    const site = await publishedSite();
    site.write(FILE, text);
    expect(await check(site)).toHaveLength(errors);
  });

  const pictured = (fields: string, caption = "A well in Osh") =>
    release(`${BODY}\n\n![A well](well.png "${caption}")`, `image: { file: well.png, ${fields} }\n`);

  test.each([
    ["the caption of a picture", "alt: A pump, caption: A pump in Minsk, credit: Anna Ives", undefined, 1],
    ["its alt text", "alt: A tap, caption: A pump in Osh, credit: Anna Ives", undefined, 1],
    ["its credit", "alt: A pump, caption: A pump in Osh, credit: Anna Orr", undefined, 1],
    ["who can be seen", "alt: A pump, caption: A pump in Osh, credit: Anna Ives, people: [Bo Orr]", undefined, 1],
    ["the day of a picture", "alt: A pump, caption: A pump in Osh, credit: Anna Ives, date: 2017-01-27", undefined, 1],
    ["a caption in the text", "alt: A pump, caption: A pump in Osh, credit: Anna Ives", "A well in Minsk", 1],
    ["the point that must stay", "alt: A pump, caption: A pump in Osh, credit: Anna Ives, focus: [9, 9]", undefined, 0],
  ])("%s", async (_, fields, caption, errors) => {
    const site = await publishedSite(pictured("alt: A pump, caption: A pump in Osh, credit: Anna Ives"));
    expect(await check(site)).toEqual([]);
    site.write(FILE, pictured(fields, caption));
    expect(await check(site)).toHaveLength(errors);
  });

  test("an edition of a version of Dateline that counted fewer words is no change", async () => {
    const site = await publishedSite(pictured("alt: A pump, credit: Anna Ives"));
    const [hash = ""] =
      /[0-9a-f]{16}(?= [0-9a-f]{16}")/.exec(site.source("editions.json").split("wells")[1] ?? "") ?? [];
    const { entries: _, ...lines } = JSON.parse(site.source("editions.json").replaceAll(hash, "0123456789abcdef"));
    site.write("editions.json", JSON.stringify({ ...lines, entries: sealOf(lines) }));
    site.write("editions/0123456789abcdef.json", site.source(`editions/${hash}.json`));
    expect(await check(site)).toEqual([]);
    site.write(FILE, pictured("alt: A pump, credit: Anna Orr"));
    expect(await check(site)).toHaveLength(1);
  });

  const CHANGED = BODY.replace("last year", "this year");
  test.each([
    ["title and day", "releases/2017-01-28-pumps.md", release(BODY.replace("112", "121")), {}],
    [
      "the beginning of the text",
      "releases/2017-01-28-pumps.md",
      release(LONG.replace("last week", "this week"), "", "Pumps"),
      {},
    ],
    [
      "an alias",
      "releases/2017-01-29-pumps.md",
      release("All else.", "aliases: [/en/2017/wells/]\n", "Pumps").replace("01-28", "01-29"),
      {},
    ],
    [
      "an alias without a slash",
      "releases/2017-01-28-pumps.md",
      release("Else.", "aliases: [/en/2017/wells]\n", "P"),
      {},
    ],
    ["its name, in another folder of the site", FILE, release(CHANGED), { origin: "https://press.example.org/news" }],
    ["its name, in a folder of its own", "releases/2017-01-28-wells/en.md", release(CHANGED), {}],
  ])(
    "together with another name of its file is one, too: %s stays",
    async (_, file, text, { origin }: { readonly origin?: string }) => {
      const before = text.includes("springs") ? LONG : BODY;
      const site = await publishedSite(release(before));
      const issued = site.read("en/2017/wells/wells.txt");
      site.remove(FILE);
      site.write(file, text);
      if (origin) site.write("site.yaml", site.source("site.yaml").replace("https://press.example.org", origin));
      expect(await check(site)).toHaveLength(1);
      site.write(file, text.replace("---\n\n", `${noted(NOTE)}---\n\n`));
      expect(await check(site)).toEqual([]);
      for (const args of [[], ["--record"], []]) {
        expect(await site.build({ BUILD_TIME }, ...args)).toMatchObject({ code: 0, stderr: "" });
        if (origin === undefined)
          expect(await verify(site, issued)).toMatchObject({ stdout: expect.stringContaining("and corrected since") });
      }
      expect(await check(site)).toEqual([]);
      expect(
        Object.keys(JSON.parse(site.source("editions.json"))).filter((url) => /wells|pumps/.test(url)),
      ).toHaveLength(1);
    },
  );

  test("offers the words that differ on the page, before and after it is recorded, and none of a minor change", async () => {
    const site = await publishedSite();
    const changed = release(BODY.replace("112", "121"), noted(NOTE));
    site.write(FILE, changed);
    await site.build({ BUILD_TIME });
    const page = site.read(PAGE);
    expect(page).toMatch(
      /<del><span class="sr">Removed: <\/span>112<\/del><ins><span class="sr">Added: <\/span>121<\/ins>/,
    );
    await site.build({ BUILD_TIME }, "--record");
    await site.build({ BUILD_TIME });
    expect(site.read(PAGE)).toBe(page);
    const minor = noted(NOTE, "{ date: 2017-03-01, note: A mistake in spelling., minor: true }");
    site.write(FILE, release(BODY.replace("112", "121").replace("drink", "dring"), minor));
    await site.build({ BUILD_TIME });
    expect(site.read(PAGE)).not.toContain("A mistake in spelling");
    expect(site.read(PAGE).match(/<details class="difference">/g)).toHaveLength(1);
    expect(site.read(PAGE)).toContain("dring");
    expect(site.read("en/2017/wells/wells.json")).toContain('"version": "2"');
  });

  test("leaves its former text to be checked: since corrected, here and with sha256sum", async () => {
    const site = await publishedSite();
    const before = site.read("en/2017/wells/wells.txt");
    site.write(FILE, release(BODY.replace("112", "121"), noted(NOTE)));
    await site.build({ BUILD_TIME }, "--record");
    expect(await verify(site, before)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("Issued on 2017-01-28, and corrected since"),
    });
    expect(await verify(site, site.read("en/2017/wells/wells.txt"))).toMatchObject({ code: 0 });
    expect(await verify(site, before.replace("112", "131"))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("changed here"),
    });
    const rows = partOf(site.read("genuine/2017.txt"))?.rows.filter(({ file }) => file.startsWith("en/2017/wells/"));
    expect(rows?.map(({ release }) => [release?.is, release?.version])).toEqual([
      ["live", 2],
      ["former", 1],
    ]);
    expect(site.read(rows?.[1]?.file ?? "")).toBe(before);
  });

  test("of a release that is withdrawn is shown nowhere, and its former text is known as withdrawn", async () => {
    const site = await publishedSite();
    const before = site.read("en/2017/wells/wells.txt");
    site.write(FILE, release(BODY.replace("112", "121"), noted(NOTE)));
    await site.build({ BUILD_TIME }, "--record");
    site.write(FILE, release(BODY.replace("112", "121"), `${noted(NOTE)}status: withdrawn\n`));
    await site.build({ BUILD_TIME }, "--record");
    expect(await verify(site, before)).toMatchObject({ code: 1, stdout: expect.stringContaining("withdrawn since") });
    expect(site.files().filter((file) => file.startsWith("en/2017/wells/version"))).toEqual([]);
    for (const file of site.files().filter((name) => /\.(?:html|txt|md|json|xml)$/.test(name)))
      expect(site.read(file), file).not.toContain("112 schools");
  });
});

describe("the list of published texts", () => {
  test("is the same however often it is recorded, survives a clone without a cache, and follows a rename", async () => {
    const site = await publishedSite();
    site.write(FILE, release(BODY.replace("112", "121"), noted(NOTE)));
    await site.build({ BUILD_TIME }, "--record");
    const list = site.source("editions.json");
    await site.build({ BUILD_TIME: "2026-12-01T12:00:00Z" }, "--record", "--cache", `${site.output}-other`);
    expect(site.source("editions.json")).toBe(list);
    site.remove(FILE);
    site.write("releases/2017-01-28-clean-wells.md", release(BODY.replace("112", "121"), noted(NOTE)));
    expect(await site.build({ BUILD_TIME }, "--record")).toMatchObject({ code: 0 });
    expect(JSON.parse(site.source("editions.json"))["/en/2017/clean-wells/"]).toHaveLength(2);
    await site.build({ BUILD_TIME });
    expect(site.read("en/2017/clean-wells/index.html")).toContain("<del>");
  });

  test("has nothing of drafts and of what is under embargo", async () => {
    const site = testSite();
    site.write(FILE, release(BODY, 'embargo: "2027-01-01 09:00 +03:00"\n'));
    site.write("releases/2017-01-28-dams.md", release(BODY, "draft: true\n"));
    await site.build({ BUILD_TIME }, "--record");
    expect(site.source("editions.json")).not.toMatch(/wells|dams/);
  });

  test.each([
    ["a list that is not there", "editions.json", undefined],
    ["a list of addresses that is not there", "addresses.json", undefined],
    ["a list that is no list", "editions.json", "[]"],
    ["a list without its last line", "editions.json", '{"/en/2017/wells/":["2017-01-28 1 0 0123456789abcdef"]}'],
    ["a list with another line", "editions.json", (text: string) => text.replace("/en/2017/wells/", "/en/2017/wolls/")],
    ["a list that is cut off", "editions.json", (text: string) => text.slice(0, 60)],
    ["a wrong line", "editions.json", (text: string) => text.replace(/ 1 0 /, " one ")],
  ])("%s stops the build and says how to get it back", async (_, file, damage) => {
    const site = await publishedSite();
    if (damage === undefined) site.remove(file);
    else site.write(file, typeof damage === "string" ? damage : damage(site.source(file)));
    const { code, stderr } = await site.build({ BUILD_TIME }, "--cache", `${site.output}-other`);
    expect(code).toBe(1);
    expect(stderr).toContain(`git checkout HEAD -- content/${file}`);
  });

  test("notices that a word was replaced in all files of content/, in the kept texts too", async () => {
    const site = await publishedSite();
    const replaceAll = (from: string, to: string) => {
      for (const file of site.sources().filter((name) => /^(?:editions|releases)\//.test(name) && !/png$/.test(name)))
        site.write(file, site.source(file).replaceAll(from, to));
    };
    replaceAll("112", "121");
    expect(await check(site)).toHaveLength(1);
    site.write(FILE, release(BODY.replace("112", "121"), noted(NOTE)));
    const { code, stderr } = await site.build({ BUILD_TIME });
    expect(code).toBe(1);
    expect(stderr).toMatch(/not as it was when it was published[\s\S]*git checkout HEAD -- content\/editions\//);
    replaceAll("121", "112");
    site.write(FILE, release(BODY.replace("112", "121"), noted(NOTE)));
    // The line ends of Windows, which Git may write, are no change.
    for (const file of site.sources().filter((name) => name.endsWith(".json")))
      site.write(file, `\ufeff${site.source(file).replaceAll("\n", "\r\n")}`);
    expect(await site.build({ BUILD_TIME }, "--record")).toMatchObject({ code: 0, stderr: "" });
  });

  test("keeps a text once whose words come back with other marks, and reads lists without seals", async () => {
    const site = await publishedSite();
    for (const [index, body] of [BODY.replace("112", "121"), BODY.replace("clean water", "“clean water”")].entries()) {
      site.write(FILE, release(body, noted(...[NOTE, NOTE].slice(0, index + 1))));
      for (const args of [["--record"], []])
        expect(await site.build({ BUILD_TIME }, ...args)).toMatchObject({ code: 0, stderr: "" });
      expect(await check(site)).toEqual([]);
    }
    const { entries: _, ...lines } = JSON.parse(site.source("editions.json").replace(/ [0-9a-f]{16}(?=")/g, ""));
    site.write("editions.json", JSON.stringify({ ...lines, entries: sealOf(lines) }));
    expect(await site.build({ BUILD_TIME }, "--record")).toMatchObject({ code: 0, stderr: "" });
    expect(site.source("editions.json")).toMatch(/ [0-9a-f]{16} [0-9a-f]{16}"/);
  });

  test("does without a text that the office has deleted because nobody may read it any more", async () => {
    const site = await publishedSite();
    site.write(FILE, release(BODY.replace("112", "121"), noted(NOTE)));
    await site.build({ BUILD_TIME }, "--record");
    for (const file of site.sources().filter((name) => name.startsWith("editions/")))
      if (site.source(file).includes("112")) site.remove(file);
    expect(await site.build({ BUILD_TIME }, "--record")).toMatchObject({ code: 0, stderr: "" });
    expect(site.read(PAGE)).toContain("The number of schools was put right.");
    expect(site.read(PAGE)).not.toContain("112");
  });
});
