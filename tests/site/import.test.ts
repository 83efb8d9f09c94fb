import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { loadContent } from "../../src/content/load.ts";
import { dateline } from "../support/command.ts";
import { quotesOf } from "../support/text.ts";

const PICTURE = "tests/fixtures/showcase/releases/2025-11-04-galway-night-watch/lantern-and-gauge.png";
const SEED = "tests/fixtures/importing/release.txt";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A content folder of the test's own, with a folder beside it for what is imported. */
function office(source = "tests/fixtures/minimal") {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));
  folders.push(folder);
  const content = path.join(folder, "content");
  cpSync(source, content, { recursive: true });
  return {
    content,
    put(file: string, text: string | Buffer): string {
      const whole = path.join(folder, "in", file);
      mkdirSync(path.dirname(whole), { recursive: true });
      writeFileSync(whole, text);
      return whole;
    },
    /** Gives the site a further language. */
    speak(lang: string) {
      const site = path.join(content, "site.yaml");
      writeFileSync(
        site,
        readFileSync(site, "utf8").replace("  en: {", `  ${lang}: { label: ${lang}, dir: ltr }\n  en: {`),
      );
    },
    in: path.join(folder, "in"),
    import: (from: string, ...args: readonly string[]) => dateline("import", ["--content", content, ...args, from]),
    read: (file: string) => readFileSync(path.join(content, file), "utf8"),
    releases: () => readdirSync(path.join(content, "releases")).toSorted(),
    load: () => loadContent(content),
  };
}

describe("the first release, from the text of a mail", () => {
  const here = office("tests/fixtures/first");
  const before = here.releases();
  const done = here.import(SEED, "--report", path.join(here.content, "report.json"));
  const made = () => here.releases().find((name) => !before.includes(name)) ?? "";
  const release = () => here.load().content?.releases.find(({ key }) => `${key}.md` === made());

  test("has all that its words carry", async () => {
    const { code, stderr } = await done;
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(here.load().problems).toEqual([]);
    expect(release()).toMatchObject({
      title: "Over the past 3 years 714 victims of trafficking have received legal and psycological help in Belarus",
      date: "2017-01-27",
      location: "smarhon",
      contacts: ["press-office"],
      sdgs: [16],
      figures: [{ value: "714", label: "victims of trafficking have received legal and psycological help in Belarus" }],
    });
    // I2: nothing that a person has not read goes out.
    expect(release()?.draft).toBe(true);
    expect(release()?.partners).toEqual(
      expect.arrayContaining([
        { id: "european-union", role: "funder" },
        { id: "state-border-committee", role: "partner" },
        { id: "iom", role: "partner" },
        { id: "unhcr", role: "partner" },
      ]),
    );
  });

  test("has its two quotes with speakers and roles, word for word", async () => {
    await done;
    const quotes = quotesOf(release()?.body ?? "");
    expect(quotes.map(({ speaker, role }) => [speaker, role])).toEqual([
      ["Sanaka Samarasinha", "UNDP Resident Representative in Belarus"],
      ["Andrea Wiktorin", "Ambassador, Head of the Delegation of the European Union to Belarus"],
    ]);
    expect(quotes[0]?.text).toContain("certainly most of these pepple if they had better options");
    const seed = readFileSync(SEED, "utf8").replace(/\s+/g, " ");
    for (const { text } of quotes) expect(seed).toContain(`"${text}"`);
  });

  test("has not the advert, and the report says so and gives the mail, the phone and the words they were found in", async () => {
    const { stdout } = await done;
    expect(release()?.body).not.toContain("Air Jordan");
    expect(stdout).toContain("Air Jordan 1 Retro High OG");
    expect(stdout).toContain("An advert that others put here");
    const [report] = JSON.parse(here.read("report.json"));
    const contact = report.recognised.find(({ field }: { field: string }) => field === "contacts");
    expect(contact.value).toMatchObject({ email: "press.office.by@undp.org", phone: "+375173274876" });
    expect(contact.words).toContain("press.office.by@undp.org");
  });

  test("loses no other word", async () => {
    await done;
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const kept = new Set(words(here.read(`releases/${made()}`)));
    const [story = ""] = readFileSync(SEED, "utf8").split("For more information");
    expect(words(story).filter((word) => !kept.has(word))).toEqual([]);
  });

  test("is not written a second time", async () => {
    await done;
    const again = await here.import(SEED);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("already");
    expect(here.releases().length).toBe(before.length + 1);
  });
});

test("what a text does not say stays empty with a comment, and the release waits as a draft", async () => {
  const here = office();
  const file = here.put(
    "note.txt",
    "A new well for Northland\n\nThe well gives water to two villages.\n\nIt was dug in spring.\n",
  );
  const { code, stdout } = await here.import(file);
  expect(code).toBe(0);
  expect(stdout).toContain("It waits as a draft. Add: date, location, contacts.");
  const name = here.releases().find((key) => key.includes("well")) ?? "";
  expect(here.read(`releases/${name}`)).toMatchInlineSnapshot(`
    "---
    title: A new well for Northland
    # date: The text names no day. Write it as year-month-day.
    # location: The text names no place. Put the name of a file in locations/ here.
    partners: [] # the text names none that is in partners/
    # contacts: Whom a journalist calls: put names of files in contacts/ here, such as [press-office].
    draft: true # not published before these are there: date, location, contacts
    ---

    The well gives water to two villages.

    It was dug in spring.
    "
  `);
  expect(here.load().problems).toEqual([]);
  expect(existsSync(path.join(here.content, "imported.jsonl"))).toBe(false);
});

describe("an archive", () => {
  const POST =
    "---\ntitle: First steps\ndate: 2015-06-03 09:00:00 -0400\nslug: first-steps\naliases: [/old/first]\n---\n\n";
  const here = office();
  here.put(
    "content/news/2015-06-03-first.md",
    `${POST}See [the next one]({{< ref "2015-06-04-second.md" >}}) and ![a gate](gate.png).\n`,
  );
  here.put(
    "content/news/2015-06-04-second.md",
    "---\ntitle: Second steps\ndate: 2015-06-04\n---\n\nIt goes on, as [before](/old/first).\n",
  );
  here.put(
    "content/news/2015-06-05-link.md",
    '---\ntitle: Elsewhere\ndate: 2015-06-05\nsummary: Told by others.\nsource_url: "https://news.example.org/1"\n---\n',
  );
  here.put("content/news/_index.md", "---\ntitle: News\n---\n");
  here.put("content/news/gate.png", readFileSync(PICTURE));
  here.put(
    "jekyll/_posts/2016-01-02-King's \u0026 Queen's day.md",
    "---   \ntitle: A day\nimage:\n---\n\n**Smarhon, 2 January 2016** – The day came.\n",
  );
  const news = path.join(here.in, "content", "news");
  const args = ["--location", "smarhon", "--contacts", "press-office"];
  const done = here.import(news, ...args, "--report", path.join(here.content, "report.json"));

  test("is imported with defaults that are marked, old addresses, pictures and links between its posts", async () => {
    const { code, stdout, stderr } = await done;
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/imported +3\n/);
    expect(stdout).toContain("content/news/_index.md");
    expect(here.load().problems).toEqual([]);
    const text = here.read("releases/2015-06-03-first-steps/en.md");
    expect(text).toContain("location: smarhon # from the command line: the text does not say it");
    expect(text).toContain("aliases: [/old/first, /news/first-steps/]");
    expect(text).toContain("image:\n  file: gate.png\n  alt: a gate");
    expect(text).toContain("[the next one](/en/2015/second/)");
    expect(here.read("releases/2015-06-04-second.md")).toContain("[before](/en/2015/first-steps/)");
    expect(here.read("releases/2015-06-05-link.md")).toContain(
      "Told by others.\n\n[Elsewhere](https://news.example.org/1)",
    );
  });

  test("is not touched by a rerun where a person edited or deleted, and gets only what is new", async () => {
    await done;
    const edited = path.join(here.content, "releases/2015-06-04-second.md");
    writeFileSync(edited, readFileSync(edited, "utf8").replace("It goes on", "It went on"));
    rmSync(path.join(here.content, "releases/2015-06-05-link.md"));
    here.put("content/news/2015-06-06-third.md", "---\ntitle: Third steps\ndate: 2015-06-06\n---\n\nThe end.\n");
    const before = here.read("imported.jsonl");
    const { code, stdout } = await here.import(news, ...args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/there already +1\n/);
    expect(stdout).toMatch(/edited since +1\n/);
    expect(stdout).toMatch(/deleted since +1\n/);
    expect(stdout).toMatch(/imported +1\n/);
    expect(readFileSync(edited, "utf8")).toContain("It went on");
    expect(here.releases()).not.toContain("2015-06-05-link.md");
    expect(here.read("imported.jsonl")).toContain(before.trimEnd().split("\n")[0]);
  });

  test("of Jekyll: the date in the file's name, blanks behind the hyphens, names that are no addresses", async () => {
    await done;
    const { code } = await here.import(path.join(here.in, "jekyll"), ...args);
    expect(code).toBe(0);
    expect(here.read("releases/2016-01-02-kings-and-queens-day.md")).toMatch(
      /title: A day\ndate: 2016-01-02\nlocation: smarhon\n[\s\S]*aliases: \[.*\/2016\/01\/02\/King's.*\]\n[\s\S]*\n\nThe day came\.\n$/,
    );
    expect(here.load().problems).toEqual([]);
  });
});

test("old addresses keep their commas, brackets and quotation marks", async () => {
  const here = office();
  const aliases = ["/news,12,34.html", "/story/[x].html", "/it's", '/a "b"', "/c: d", "/e #f"];
  here.put("news/2015-06-03-first.md", `---\ntitle: First steps\naliases: ${JSON.stringify(aliases)}\n---\n\nText.\n`);
  expect((await here.import(path.join(here.in, "news"))).code).toBe(0);
  const release = here.load().content?.releases.find(({ title }) => title === "First steps");
  expect(release?.aliases).toEqual(aliases.map((address) => address.split("#")[0]?.trim()));
});

describe("an archive never writes over a release that it did not make:", () => {
  const OWN = "---\ntitle: Own words\ndraft: true\n---\n\nAn editor wrote this.\n";

  test("one of the same day and title", async () => {
    const here = office();
    writeFileSync(path.join(here.content, "releases/2015-06-03-first-steps.md"), OWN);
    here.put("news/a.md", "---\ntitle: First steps\n---\n\nSmarhon, 3 June 2015 – The day came.\n");
    expect((await here.import(path.join(here.in, "news"))).code).toBe(0);
    expect(here.read("releases/2015-06-03-first-steps.md")).toBe(OWN);
    expect(here.read("releases/2015-06-03-first-steps-2.md")).toContain("The day came.");
  });

  test("a translation of one that it made", async () => {
    const here = office();
    here.speak("ru");
    const text = "---\ntitle: Steps\ndate: 2015-06-03\n---\n\nText.\n";
    here.put("news/en/steps.md", text);
    await here.import(path.join(here.in, "news"));
    writeFileSync(path.join(here.content, "releases/2015-06-03-steps/ru.md"), OWN);
    here.put("news/ru/steps.md", text);
    const { stdout } = await here.import(path.join(here.in, "news"));
    expect(here.read("releases/2015-06-03-steps/ru.md")).toBe(OWN);
    expect(stdout).toContain("news/ru/steps.md\n    There is a file releases/2015-06-03-steps/ru.md already");
  });
});

test("a release that gets its first picture on a rerun moves into a folder with it", async () => {
  const here = office();
  const text = "---\ntitle: Steps\ndate: 2015-06-03\n---\n\nText.\n";
  here.put("news/steps.md", text);
  await here.import(path.join(here.in, "news"));
  expect(here.releases()).toContain("2015-06-03-steps.md");
  here.put("news/steps.md", `${text}\n![A gate](gate.png)\n`);
  here.put("news/gate.png", readFileSync(PICTURE));
  expect((await here.import(path.join(here.in, "news"), "--again")).code).toBe(0);
  expect(here.releases().filter((name) => /steps|gate/.test(name))).toEqual(["2015-06-03-steps"]);
  expect(here.read("releases/2015-06-03-steps/en.md")).toContain("file: gate.png");
  expect(here.load().problems).toEqual([]);
  expect((await here.import(path.join(here.in, "news"))).stdout).toMatch(/there already +1\n/);
});

describe("files of one name with other bytes", () => {
  const one = readFileSync(PICTURE);
  const other = sharp({ create: { width: 80, height: 80, channels: 3, background: "#c00" } })
    .png()
    .toBuffer();

  test("are all put beside the release, and the same bytes once, with the words that the text has for it", async () => {
    const here = office();
    here.put(
      "news/2015-06-03-first.md",
      "---\ntitle: First steps\nimage: a/photo.png\n---\n\n![A gate](a/photo.png)\n\n![A wall](b/photo.png)\n\n![The gate](c/gate.png)\n\nSee [one](a/report.csv), [two](b/report.csv) and [one again](c/report.csv).\n",
    );
    for (const name of ["a/photo.png", "c/gate.png"]) here.put(`news/${name}`, one);
    here.put("news/b/photo.png", await other);
    for (const [folder, text] of Object.entries({ a: "1\n", b: "2\n", c: "1\n" }))
      here.put(`news/${folder}/report.csv`, text);
    const args = [path.join(here.in, "news"), "--location", "smarhon", "--contacts", "press-office"] as const;
    expect((await here.import(...args)).code).toBe(0);
    const release = "releases/2015-06-03-first";
    expect(here.read(`${release}/en.md`)).toContain(
      `image:
  file: photo.png
  alt: A gate
gallery:
  - file: photo-2.png
    alt: A wall
documents:
  - file: report.csv
    title: one
  - file: report-2.csv
    title: two
`,
    );
    expect(readdirSync(path.join(here.content, release)).toSorted()).toEqual([
      "en.md",
      "photo-2.png",
      "photo.png",
      "report-2.csv",
      "report.csv",
    ]);
    expect(readFileSync(path.join(here.content, release, "photo-2.png"))).toEqual(await other);
    expect(here.read(`${release}/report-2.csv`)).toBe("2\n");
    const before = here.read(`${release}/en.md`);
    expect((await here.import(...args, "--again")).code).toBe(0);
    expect(here.read(`${release}/en.md`)).toBe(before);
    expect(here.load().problems).toEqual([]);
  });

  test("are each language's own in a release of several", async () => {
    const here = office();
    here.speak("ru");
    for (const lang of ["en", "ru"]) {
      here.put(`news/${lang}/2015-06-03-a.md`, "---\ntitle: Steps\n---\n\nText.\n\n![chart](chart.png)\n");
      here.put(`news/${lang}/chart.png`, lang === "en" ? one : await other);
    }
    expect((await here.import(path.join(here.in, "news"))).code).toBe(0);
    const [folder = ""] = here.releases().filter((name) => name.startsWith("2015-06-03"));
    for (const [lang, name, bytes] of [
      ["en", "chart-2.png", one],
      ["ru", "chart.png", await other],
    ] as const) {
      expect(here.read(`releases/${folder}/${lang}.md`)).toContain(`file: ${name}`);
      expect(readFileSync(path.join(here.content, "releases", folder, name))).toEqual(bytes);
    }
  });
});

test("translations of one release are joined by the language's folder", async () => {
  const here = office();
  here.speak("ru");
  const page = (title: string, text: string) =>
    `---\ntitle: ${title}\ndate: 2016-10-03\ntranslation: { from: english, by: A. Translator }\n---\n<p>${text}</p>\n`;
  here.put("site/russian/2016/20161003.html", page("Новое оборудование", "Оборудование <q>HPE</q> развёрнуто."));
  here.put("site/english/2016/20161003.html", page("New equipment", "The equipment is deployed."));
  const { code } = await here.import(path.join(here.in, "site"), "--location", "smarhon", "--contacts", "press-office");
  expect(code).toBe(0);
  const [key] = here.releases().filter((name) => name.startsWith("2016-10-03"));
  expect(readdirSync(path.join(here.content, "releases", key ?? "")).toSorted()).toEqual(["en.md", "ru.md"]);
  expect(here.read(`releases/${key}/ru.md`)).toContain("translation:\n  from: en\n  by: A. Translator");
  expect(here.read(`releases/${key}/ru.md`)).toContain("Оборудование «HPE» развёрнуто.");
});

describe("I4: two texts of one title in one year", () => {
  const text = (day: string) => `Weekly news\n\nSmarhon, ${day} 2018 – The news of this week are told here.\n`;

  test("have two addresses, and everything still loads", async () => {
    const here = office();
    expect((await here.import(here.put("a.txt", text("3 March")))).code).toBe(0);
    const { code, stdout } = await here.import(here.put("b.txt", text("4 April")));
    expect(code).toBe(0);
    expect(stdout).toContain("this one is called 2018-04-04-weekly-news-2");
    expect(here.releases()).toEqual(
      expect.arrayContaining(["2018-03-03-weekly-news.md", "2018-04-04-weekly-news-2.md"]),
    );
    expect(here.load().problems).toEqual([]);
  });

  test("of which one has no day yet have two as well", async () => {
    const here = office();
    await here.import(here.put("a.txt", "Weekly news\n\nThe news of this week are told here.\n"));
    const { code } = await here.import(here.put("b.txt", text("4 April")));
    expect(code).toBe(0);
    expect(here.releases()).toEqual(expect.arrayContaining(["weekly-news.md", "2018-04-04-weekly-news-2.md"]));
  });
});

describe("I11: a text without a title has a short name, and is a draft:", () => {
  const text = "The minister opened the centre in the capital on Monday. It was built in two years by many hands.\n";

  test.each([
    ["of its file's", "some/long/path/Opening of the centre.txt", "opening-of-the-centre.md"],
    ["of its first words", "some/long/path/Document1.txt", "the-minister-opened-the-centre-in.md"],
  ])("%s", async (_, file, name) => {
    const here = office();
    expect((await here.import(here.put(file, text))).code).toBe(0);
    expect(here.releases()).toContain(name);
    expect(here.read(`releases/${name}`)).toMatch(/^draft: true #/m);
    expect(here.load().problems).toEqual([]);
  });
});

test("I2: a text that has all it needs is a draft until a person has read it, and the report says how it is published", async () => {
  const here = office();
  const file = here.put(
    "a.txt",
    "A new well\n\nSmarhon, 3 March 2018 – The well gives water to two villages.\n\nMedia contact: Press Office, press@example.org\n",
  );
  const { stdout } = await here.import(file);
  expect(here.read("releases/2018-03-03-a-new-well.md")).toContain(
    "draft: true # read it through, then delete this line to publish it",
  );
  expect(stdout).toContain("To publish it, delete the line “draft: true”.");
});

describe("I1: a folder with all kinds of files", () => {
  const here = office();
  for (const name of ["wxr.xml", "feed.txt"]) here.put(`in/${name}`, "<?xml version='1.0'?><rss version='2.0'/>");
  here.put("in/data.json", '{"a": 1}');
  here.put("in/old.doc", "{\\rtf1 text}");
  here.put("in/report.pdf", "%PDF-1.7");
  here.put("in/photo.jpg", "JPEG");
  here.put(
    "in/mail.eml",
    "From: a@example.org\nSubject: A new well\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThe well gives water to two villages.\n",
  );
  here.put("in/a.md", "---\ntitle: First steps\ndate: 2018-03-03\n---\n\nText.\n");
  const done = here.import(path.join(here.in, "in"), "--report", path.join(here.content, "report.json"));

  test("imports its texts, and says what it skipped and why", async () => {
    const { code, stdout } = await done;
    expect(code).toBe(0);
    expect(here.releases()).toEqual(expect.arrayContaining(["2018-03-03-first-steps.md", "a-new-well.md"]));
    expect(stdout).toMatch(/skipped +4\n/);
    expect(stdout).toContain("1 skipped. This is JSON");
    expect(stdout).toContain("1 skipped. A picture: it goes beside the release whose text names it.");
    expect(stdout).toContain("1 skipped. A document: it goes beside the release whose text names it.");
    expect(stdout).toMatch(/feed\.txt\n +This is a feed/);
    expect(stdout).toMatch(/old\.doc\n +This is a Rich Text file/);
    const reports: { source: string; outcome: string; reason?: string }[] = JSON.parse(here.read("report.json"));
    expect(reports.find(({ source }) => source.endsWith("wxr.xml"))).toMatchObject({
      outcome: "skipped",
      reason: expect.stringContaining("feed"),
    });
    expect(here.load().problems).toEqual([]);
  });

  test("of which none is a text says why of each", async () => {
    const other = office();
    other.put("in/data.json", '{"a": 1}');
    const { code, stdout, stderr } = await other.import(path.join(other.in, "in"));
    expect(code).toBe(1);
    expect(stdout).toContain("This is JSON");
    expect(stderr).toContain("There is no text in");
  });
});

test("I10: old addresses are cleaned, each leads to one release, and what cannot lead is told", async () => {
  const here = office();
  here.put(
    "news/a.md",
    "---\ntitle: First\ndate: 2018-03-01\npermalink: /news//a/\naliases: [/x/../y, /old]\n---\n\nText.\n",
  );
  here.put(
    "news/b.md",
    "---\ntitle: Second\ndate: 2018-03-02\npermalink: /news/a/\naliases: [/NEWS/A, /en/2018/z/, /feed.xml, /old/deeper]\n---\n\nText.\n",
  );
  const { stdout } = await here.import(path.join(here.in, "news"));
  expect(here.read("releases/2018-03-01-first.md")).toContain("aliases: [/news/a/, /y, /old]");
  expect(here.read("releases/2018-03-02-second.md")).not.toContain("/news/a/");
  expect(stdout).toContain("An old address of the text cannot lead to it, and was left out.");
  expect(stdout).toContain("is an old address of");
  expect(here.load().problems).toEqual([]);
  expect((await here.import(path.join(here.in, "news"))).stdout).toMatch(/there already +2\n/);
  expect((await here.import(path.join(here.in, "news"), "--again")).code).toBe(0);
  expect(here.load().problems).toEqual([]);
});

test("the mistake of a colleague in one file keeps nobody from importing", async () => {
  const here = office();
  writeFileSync(path.join(here.content, "partners/broken.yaml"), "name: [\n");
  writeFileSync(path.join(here.content, "releases/2018-01-01-broken.md"), "---\ntitle: [\n---\n\nText.\n");
  const { code, stdout, stderr } = await here.import(
    here.put("a.txt", "A new well\n\nThe well gives water.\n\nIt is deep.\n"),
  );
  expect(code).toBe(0);
  expect(stdout).toContain("a-new-well.md");
  expect(stderr).toMatch(
    /These files of .* have mistakes[\s\S]*partners\/broken\.yaml\n +releases\/2018-01-01-broken\.md/,
  );
});

test("I3: the check finds no marks in what was imported", async () => {
  const here = office();
  here.put(
    "pages/2018-03-03-a.html",
    `<!doctype html><html lang="en"><body><article><h1>A new well for two villages</h1><h4>Where it is</h4><p>The well gives water to two villages, which had asked for it ten years ago.</p>
<table><tr><th></th><th colspan="2">Water</th></tr><tr><td>Day</td><td><p>Monday</p><p>Tuesday</p></td><td><ul><li>08:00</li><li>a | b</li></ul></td></tr><tr><td rowspan="2">Night</td><td>one<br>two</td><td><table><tr><td>x</td><td>y</td></tr><tr><td>1</td><td>2</td></tr></table></td></tr><tr><td>1</td><td>2</td></tr></table>
<p>It has:<br>• a pump<br>• a roof</p><blockquote><h2>Said</h2><p>It is deep<sup><a href="#n1" id="r1">1</a></sup>, the villagers said.</p></blockquote><p>See <a href="https://mill.by/my plan.pdf">the plan of the well</a> and<a href="https://example.org/x"></a> the site.</p><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>
<ol><li id="n1">Sixty metres. <a href="#r1">↩</a></li></ol></article></body></html>`,
  );
  const args = ["--location", "smarhon", "--contacts", "press-office"];
  expect((await here.import(path.join(here.in, "pages"), ...args)).code).toBe(0);
  const { stdout } = await dateline("check", [
    "--content",
    here.content,
    "--cache",
    path.join(here.in, "cache"),
    "--format",
    "json",
  ]);
  const findings: { rule: string; file: string }[] = JSON.parse(stdout).findings ?? JSON.parse(stdout);
  const own = findings.filter(({ file }) => file.includes("2018-03-03"));
  const kinds = [
    "visible-markup",
    "seen-markup",
    "table-header",
    "heading-order",
    "link-form",
    "link-text",
    "invisible-characters",
    "footnotes",
    "content",
  ];
  expect(own.filter(({ rule }) => kinds.includes(rule))).toEqual([]);
  expect(here.load().problems).toEqual([]);
});
