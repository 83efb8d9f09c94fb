import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { findingsIn, releaseOf } from "../support/check.ts";

const QUOTES =
  "> Peace is needed.\n>\n> — Anna Kavalenka, Representative\n\n> It is needed now.\n>\n> — Anna Kavalenka, Representative";

/** What is found, as an editor reads it. */
async function said(files: Readonly<Record<string, string | Buffer>>, langs?: readonly string[]): Promise<string[]> {
  const found = await findingsIn(files, langs);
  return found.map(
    ({ file, line, severity, rule, message, fix }) => `${file}:${line} ${severity} ${rule}: ${message} ${fix}`,
  );
}

test("a translation that lacks a quote, a figure or a paragraph, or is older than its original", async () => {
  const original = releaseOf(
    `changes: [{ date: 2018-05-01, note: A figure was corrected. }]\n---\nIn all 714 people came.\n\nThey were glad.\n\n${QUOTES}`,
  );
  const translation = (body: string, date: string) =>
    `---\ntitle: Центр\ntranslation: { from: en, date: ${date} }\n---\n\n${body}\n`;
  const short = translation("Пришли люди.\n\n> Нужен мир.\n>\n> — Анна Коваленко, представитель", "2018-04-01");
  expect(
    await said({ "releases/2018-03-04-a/en.md": original, "releases/2018-03-04-a/ru.md": short }, ["ru"]),
  ).toMatchInlineSnapshot(`
    [
      "releases/2018-03-04-a/ru.md:3 warning translation: The original was changed on 2018-05-01, after this translation was made (2018-04-01). Bring the translation up to date, and set the date in translation.",
      "releases/2018-03-04-a/ru.md:6 warning translation: The original has 2 quotes, and this translation 1. Translate the others from releases/2018-03-04-a/en.md.",
      "releases/2018-03-04-a/ru.md:6 warning translation: The original has the figure 714, which this translation lacks. Compare it with releases/2018-03-04-a/en.md.",
    ]
  `);
  const whole = translation(
    `Пришли 714 человек.\n\nОни были рады.\n\n${QUOTES.replaceAll(/> [A-Z].*needed.*/g, "> Нужен мир.")}`,
    "2018-05-01",
  );
  expect(await said({ "releases/2018-03-04-a/en.md": original, "releases/2018-03-04-a/ru.md": whole }, ["ru"])).toEqual(
    [],
  );
});

test("a translation that does not announce the event of its original", async () => {
  const event = 'event: { start: "2018-03-09 10:00 +03:00", place: Town hall }';
  const translation = (more = "") => `---\ntitle: Встреча\ntranslation: { from: en }\n${more}---\n\nПриходите.\n`;
  const original = releaseOf(`${event}\n---\nCome.`);
  expect(
    await said({ "releases/2018-03-04-a/en.md": original, "releases/2018-03-04-a/ru.md": translation() }, ["ru"]),
  ).toEqual([
    "releases/2018-03-04-a/ru.md:3 warning translation: The original announces an event, and this translation does not: its readers find it in no calendar. Copy event from releases/2018-03-04-a/en.md, and write its place in this language.",
  ]);
  const whole = translation(`${event.replace("Town hall", "Ратуша")}\n`);
  expect(await said({ "releases/2018-03-04-a/en.md": original, "releases/2018-03-04-a/ru.md": whole }, ["ru"])).toEqual(
    [],
  );
});

test("a contact that nobody has confirmed for a year, and a slip in its mail", async () => {
  const contact = (day: string, mail: string) => ({
    "contacts/anna.yaml": `name: Anna Kavalenka\nemail: ${mail}\nconfirmed: ${day}\n`,
  });
  expect(await said(contact("2025-11-01", "anna@gmial.com"))).toMatchInlineSnapshot(`
    [
      "contacts/anna.yaml:2 warning mail: The address anna@gmial.com has a slip in its domain. Did you mean “gmail.com”?",
      "contacts/anna.yaml:3 warning confirmed: This contact was last confirmed on 2025-11-01, more than a year ago. Call the number, write to the address, and set confirmed to today.",
    ]
  `);
  expect(await said(contact("2025-12-01", "anna@gmail.com"))).toEqual([]);
});

test("a picture without credit, with a file's name for words, too small for print", async () => {
  const picture = (width: number) =>
    sharp({ create: { width, height: 200, channels: 3, background: "#fff" } })
      .jpeg()
      .toBuffer();
  const release = (fields: string) => releaseOf(`image: { file: opening.jpg${fields} }\n---\nThe text.`);
  expect(
    await said({
      "releases/2018-03-04-a/en.md": release(", alt: IMG_2034.jpg, credit: Press office"),
      "releases/2018-03-04-a/opening.jpg": await picture(800),
    }),
  ).toMatchInlineSnapshot(`
    [
      "releases/2018-03-04-a/en.md:3 warning picture-words: The picture opening.jpg has no licence. credit says who is to be named, licence on which terms it may be used.",
      "releases/2018-03-04-a/en.md:3 warning picture-size: The picture opening.jpg is 800 by 200 pixels: too small for print. Ask for it in its full size, 1200 pixels or more on its longer side.",
      "releases/2018-03-04-a/en.md:3 warning picture-words: “IMG_2034.jpg” is the name of a file, and says nothing to those who cannot see the picture. Write what can be seen: Two officers cut a ribbon.",
    ]
  `);
  const words = ", alt: Two officers cut a ribbon, credit: Press office, licence: CC BY 4.0";
  expect(
    await said({
      "releases/2018-03-04-a/en.md": release(words),
      "releases/2018-03-04-a/opening.jpg": await picture(1200),
    }),
  ).toEqual([]);
});

test("a picture without credit whose file names its maker", async () => {
  const photograph = await sharp({ create: { width: 1200, height: 200, channels: 3, background: "#fff" } })
    .withExif({ IFD0: { Artist: "Anna Kavalenka", Copyright: "Press office" } })
    .jpeg()
    .toBuffer();
  const files = (credit: string, body?: string) => ({
    "releases/2018-03-04-a/en.md": releaseOf(
      `image: { file: opening.jpg, alt: Two officers, licence: CC BY 4.0${credit} }\n---\n${body ?? "The text."}`,
    ),
    "releases/2018-03-04-a/opening.jpg": photograph,
    ...(body ? { "releases/2018-03-04-a/yard.jpg": photograph } : {}),
  });
  expect(await said(files(", credit: Press office"))).toEqual([]);
  expect(
    (await said(files("", "![The yard](yard.jpg)"))).filter((line) => line.includes("picture-credit")),
  ).toMatchInlineSnapshot(`
    [
      "releases/2018-03-04-a/en.md:3 warning picture-credit: The picture opening.jpg is shown without credit, and its file has a creator: “Anna Kavalenka”. If that is right, write with the picture: credit: "Anna Kavalenka"",
      "releases/2018-03-04-a/en.md:10 warning picture-credit: The picture yard.jpg is shown without credit, and its file has a creator: “Anna Kavalenka”. If that is right, write with the picture: credit: "Anna Kavalenka"",
    ]
  `);
});

test("a text that is in another language than its file says", async () => {
  const russian = "Министерство открыло сегодня новый водопровод.\n\nОн даёт воду сорока сёлам.\n\nЛюди рады.";
  const french = "Le ministère a ouvert une école dans la ville.\n\nLes habitants sont contents pour cette région.";
  const english = "The ministry has opened a school.\n\nIt gives water to forty villages.\n\nPeople are glad.";
  expect(
    (
      await said(
        {
          "releases/2018-03-01-a.md": releaseOf(russian),
          "releases/2018-03-02-b.md": releaseOf(french),
          "releases/2018-03-03-c/en.md": releaseOf(english),
          "releases/2018-03-03-c/ru.md": releaseOf(english, "ru"),
          "releases/2018-03-04-d.md": releaseOf(russian, "ru"),
        },
        ["ru", "be", "fr"],
      )
    ).filter((line) => line.includes("passage-language")),
  ).toMatchInlineSnapshot(`
    [
      "releases/2018-03-01-a.md:9 warning passage-language: This text seems to be in another language (Cyrillic letters) than “en”, and readers of that are shown it. Write among the fields: lang: ru, or lang: be",
      "releases/2018-03-02-b.md:9 warning passage-language: This text seems to be in another language (fr) than “en”, and readers of that are shown it. Write among the fields: lang: fr",
      "releases/2018-03-03-c/ru.md:10 warning passage-language: This text seems to be in another language (Latin letters) than “ru”, and readers of that are shown it. Put the text in its own language here, or rename the file: en.md, or fr.md",
    ]
  `);
});

test("a file beside a release that nothing shows", async () => {
  const picture = readFileSync("tests/fixtures/showcase/releases/2026-02-11-school-wells/school-well.jpg");
  const beside = async (files: Readonly<Record<string, string | Buffer>>) =>
    (await said(files, ["ru"])).filter((line) => line.includes("unused-file"));
  const fields = "image: { file: opening.jpg, alt: Two officers cut a ribbon }\n---\nThe text. ![The yard](yard.jpg)";
  const used = {
    "releases/2018-03-04-a/en.md": releaseOf(fields),
    "releases/2018-03-04-a/ru.md": "---\ntitle: Центр\ntranslation: { from: en }\n---\n\nТекст.\n",
    "releases/2018-03-04-a/opening.jpg": picture,
    "releases/2018-03-04-a/yard.jpg": picture,
  };
  const unseen = { ".DS_Store": "x", "Thumbs.db": "x", "~$report.docx": "x", ".~lock.report.docx#": "x" };
  const hidden = Object.entries(unseen).map(([name, text]) => [`releases/2018-03-04-a/${name}`, text]);
  expect(await beside({ ...used, ...Object.fromEntries(hidden) })).toEqual([]);
  expect(
    await beside({
      ...used,
      "releases/2018-03-04-a/hall, new.jpg": picture,
      "releases/2018-03-04-a/hall.HEIC": picture,
      "releases/2018-03-04-a/door.png": picture,
      "releases/2018-03-04-a/files/report.pdf": "%PDF",
      "releases/2018-03-05-bridge.md": releaseOf("The bridge."),
      "releases/2018-03-05-bridge.jpg": picture,
      "releases/2018-03-06-school.md": releaseOf("The school."),
      "releases/IMG_2034.jpg": picture,
    }),
  ).toMatchInlineSnapshot(`
    [
      "releases/2018-03-04-a/en.md:2 warning unused-file: “door.png”, “hall, new.jpg” lie beside this text, but no field and no text names them, so readers do not get them. Write among the fields: gallery: [{ file: door.png, alt: What can be seen }, { file: "hall, new.jpg", alt: What can be seen }]",
      "releases/2018-03-04-a/en.md:2 warning unused-file: “files/report.pdf” lies beside this text, but no field and no text names it, so readers do not get it. Write among the fields: documents: [{ file: files/report.pdf, title: The title that readers see }]",
      "releases/2018-03-04-a/en.md:2 warning unused-file: “hall.HEIC” lies beside this text, but no field and no text names it, so readers do not get it. Save it as JPEG, because browsers cannot show it, and name that file among the fields.",
      "releases/2018-03-05-bridge.md:2 warning unused-file: “2018-03-05-bridge.jpg” lies beside this text, but no field and no text names it, so readers do not get it. Write among the fields: image: { file: 2018-03-05-bridge.jpg, alt: What can be seen }",
      "releases/2018-03-06-school.md:2 warning unused-file: “IMG_2034.jpg” lies beside this text, but no field and no text names it, so readers do not get it. Write among the fields: image: { file: IMG_2034.jpg, alt: What can be seen }",
      "releases/2018-03-06-school.md:2 warning unused-file: “yard.jpg” lies beside this text, but no field and no text names it, so readers do not get it. Write among the fields: gallery: [{ file: yard.jpg, alt: What can be seen }]",
    ]
  `);
});

test("names and summaries are compared across the archive", async () => {
  const quote = (name: string) =>
    releaseOf(`summary: A phrase for every release.\n---\n> Peace is needed.\n>\n> — ${name}, Representative`);
  expect(
    await said({
      "releases/2018-03-01-a.md": quote("Anna Kavalenka"),
      "releases/2018-03-02-b.md": quote("Anna Kavalenka"),
      "releases/2018-03-03-c.md": quote("Anna Kavalenko"),
      "locations/smarhon.yaml": "name: { en: Smarhon }\ncountry: BY\naliases: [Smorgon]\n",
      "releases/2018-03-04-d.md": releaseOf("The centre in Smorgon was opened."),
      "releases/2018-03-05-e.md": releaseOf(
        "date: 2018-03-05\n---\nThe State Border Comittee met. The State Border Committee’s head and the State Border Committees of two countries. A Border Committee, the state border comittee, a State Order Committee.",
      ),
    }),
  ).toMatchInlineSnapshot(`
    [
      "releases/2018-03-01-a.md:3 warning summary: The same summary stands in 3 releases. Say what is new in this one.",
      "releases/2018-03-01-a.md:4 warning dateline: The date is 2018-03-04, but the file's name begins with 2018-03-01. Correct the one that is wrong; where the date was corrected after publication, say so in changes.",
      "releases/2018-03-02-b.md:3 warning summary: The same summary stands in 3 releases. Say what is new in this one.",
      "releases/2018-03-02-b.md:4 warning dateline: The date is 2018-03-04, but the file's name begins with 2018-03-02. Correct the one that is wrong; where the date was corrected after publication, say so in changes.",
      "releases/2018-03-03-c.md:3 warning summary: The same summary stands in 3 releases. Say what is new in this one.",
      "releases/2018-03-03-c.md:4 warning dateline: The date is 2018-03-04, but the file's name begins with 2018-03-03. Correct the one that is wrong; where the date was corrected after publication, say so in changes.",
      "releases/2018-03-03-c.md:12 warning names-two-ways: This name is also spelled “Anna Kavalenka” on this site. Find out which is right, and use it everywhere; where they are two people, allow it.",
      "releases/2018-03-04-d.md:9 warning names-two-ways: This site spells this place “Smarhon”. Write “Smarhon”, or make “Smorgon” the name of the place.",
      "releases/2018-03-05-e.md:9 warning names-two-ways: This site spells this partner “State Border Committee”. Write “State Border Committee”, or make “State Border Comittee” the name of the partner.",
      "releases/2018-03-05-e.md:9 warning spelling: “Comittee” is in no dictionary. Did you mean “committee”? If it is right, add it to words.txt.",
      "releases/2018-03-05-e.md:9 warning spelling: “comittee” is in no dictionary. Did you mean “committee”? If it is right, add it to words.txt.",
    ]
  `);
});

test("an exception with its reason lets one thing through; one that names no rule, or lets nothing through, is reported", async () => {
  const body = "---\nThe Wuhle and the pepple flow.";
  const allow = (entries: string) => releaseOf(`allow: [${entries}]\n${body}`);
  expect(
    await said({ "releases/2018-03-04-a.md": allow("{ rule: spelling, text: pepple, reason: A river. }") }),
  ).toEqual([]);
  expect(
    await said({
      "releases/2018-03-04-a.md": allow(
        "{ rule: speling, reason: A river. }, { rule: acronym, reason: None. }, { rule: spelling, reason: A river. }",
      ),
    }),
  ).toMatchInlineSnapshot(`
    [
      "releases/2018-03-04-a.md:3 warning exception: There is no rule “speling”. Did you mean “spelling”? The rules are listed in docs/checks.md.",
      "releases/2018-03-04-a.md:3 warning exception: This exception from “acronym” is not needed: nothing of the kind is found. Delete the exception, so that the next slip is not let through.",
    ]
  `);
});

test("words.txt and the names of the site are right", async () => {
  const text = releaseOf("The pepple is known to kavalenka and smarhon.");
  expect(await said({ "releases/2018-03-04-a.md": text, "words.txt": "# rivers\npepple\nKavalenka\n" })).toEqual([]);
});

test("a link to a file that is no document of the release, and to a mail address without mailto:", async () => {
  const release = (body: string) => ({
    "releases/2018-03-04-a.md": releaseOf(`documents: [{ file: the report.txt, title: Report }]\n---\n${body}`),
    "releases/the report.txt": "The report.",
  });
  expect(await said(release("Read [the report](the%20report.txt)."))).toEqual([]);
  expect(
    await said(release("Read [the plan](plan.pdf) and [the list](./list.txt), or write to [us](press@example.org).")),
  ).toMatchInlineSnapshot(`
    [
      "releases/2018-03-04-a.md:10 error inner-links: “plan.pdf” is no document of this text, so the link leads nowhere. Put the file beside the release and name it in its fields, as documents: [{ file: plan.pdf, title: … }], then link to plan.pdf.",
      "releases/2018-03-04-a.md:10 error inner-links: “./list.txt” is no document of this text, so the link leads nowhere. Put the file beside the release and name it in its fields, as documents: [{ file: list.txt, title: … }], then link to list.txt.",
      "releases/2018-03-04-a.md:10 error inner-links: “press@example.org” is an email address, and as a link leads to a page of this site that is not there. Write mailto:press@example.org, or run the check with --fix.",
    ]
  `);
});

test("A1: a link as the browser of a site in a folder shows it, with the folder", async () => {
  const site = readFileSync("tests/fixtures/minimal/site.yaml", "utf8").replace(/^origin: .*$/m, "$&/press");
  const release = releaseOf(
    "See [here](/en/press-office/), [there](/press/en/press-office/) and [there](/en/2017/none/).",
  );
  expect(await said({ "site.yaml": site, "releases/2018-03-04-a.md": release })).toMatchInlineSnapshot(`
    [
      "releases/2018-03-04-a.md:9 warning link-text: The link “here” does not say where it leads. Link words that name the page: [the annual report](/en/press-office/)",
      "releases/2018-03-04-a.md:9 error inner-links: “/press/en/press-office/” leads to nothing: the folder /press is put before the address by itself. Write /en/press-office/, or run the check with --fix.",
      "releases/2018-03-04-a.md:9 error inner-links: There is no page /en/2017/none/ on this site. Copy the address of the page from the browser, from the first / after /press on.",
    ]
  `);
});

test("a draft without a day or a title is not held to one", async () => {
  const text = "On Monday, 5 March, it opens; on 3 April 2081 it closes. It was opened on January 27, 2017.";
  const draft = `---\ndraft: true\n---\n\n${text}\n`;
  expect(await said({ "releases/psycological-centre.md": draft })).toEqual([]);
  const wrong = await said({
    "releases/a.md": draft.replace("5 March", "31 April").replace("2017", "2017, Sunday, 28 January 2017"),
  });
  expect(wrong.map((line) => line.split(":")[1])).toEqual(["5 error weekday", "5 error weekday"]);
  const dated = await said({ "releases/2018-03-04-a.md": draft });
  expect(dated.map((line) => line.split(": ")[0])).toEqual(["releases/2018-03-04-a.md:5 warning no-such-date"]);
});
