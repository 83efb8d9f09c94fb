import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { aliasOf } from "../../src/model/alias.ts";
import { dateline } from "../support/command.ts";
import { load, releaseFile, report } from "../support/content.ts";
import { ownFolder } from "../support/folder.ts";
import { testSite } from "../support/site.ts";

const PICTURE = readFileSync("tests/fixtures/folder/releases/2026-06-01-harbour-lights/lamp.jpg");
const FOLDER = "releases/2018-03-04-names";
/** Names of which the letters can be written in one character or in several: French, Vietnamese, Korean, й and ё, Arabic with a hamza. */
const NAMES = ["café-opening", "Việt Nam lễ", "한국어 사진", "Районный съёзд", "Ångström", "مسؤول"];
const FORMS = ["NFC", "NFD"] as const;

const site = (picture: string, document: string, written: (name: string) => string) => ({
  [`${FOLDER}/${picture}.jpg`]: PICTURE,
  [`${FOLDER}/${document}.csv`]: "a;b\n",
  [`${FOLDER}/en.md`]: releaseFile(
    {
      image: `{ file: "${written(picture)}.jpg", alt: A well, credit: Office, licence: CC BY 4.0 }`,
      documents: `[{ file: "${written(document)}.csv", title: Numbers }]`,
    },
    `![A well](<${written(picture)}.jpg>)\n\n[Numbers](<${written(document)}.csv>)`,
  ),
});

describe.each(NAMES)("T10: the name %s", (name) => {
  test.each(FORMS.flatMap((disk) => FORMS.map((field) => [disk, field] as const)))(
    "is found on disk in %s, written in %s",
    (disk, field) => {
      const { content, problems, files } = load(
        site(name.normalize(disk), name.normalize(disk), (words) => words.normalize(field)),
      );
      expect(problems).toEqual([]);
      expect([...files.keys()].toSorted()).toEqual(
        [`${FOLDER}/${name}.csv`, `${FOLDER}/${name}.jpg`].map((file) => file.normalize("NFC")).toSorted(),
      );
      const release = content?.releases.find(({ key }) => key === "2018-03-04-names");
      expect(release?.image?.file).toBe(`${name}.jpg`.normalize("NFC"));
    },
  );
});

test("T10: the same files are published under the same names, and linked to, whichever form they and their fields have", async () => {
  const built = [];
  for (const form of FORMS) {
    const own = testSite();
    const files = site("café".normalize(form), "план-й".normalize(form), (words) => words.normalize(form));
    for (const [file, text] of Object.entries(files)) own.write(file, text);
    const { code, stderr } = await own.build();
    expect({ code, stderr }).toMatchObject({ code: 0 });
    built.push(own);
  }
  const [composed, decomposed] = built;
  // The search index is named after the texts themselves.
  const files = (own = composed) => own?.files().filter((file) => !file.startsWith("search/"));
  expect(files(decomposed)).toEqual(files());
  const page = decomposed?.read("en/2018/names/index.html") ?? "";
  expect(page).toBe(composed?.read("en/2018/names/index.html"));
  expect(page).toMatch(/<a href="\/files\/[^"]+\.csv">Numbers<\/a>/);
});

test("T10: a file that is not there is not offered under its own name", () => {
  const said = report({
    [`${FOLDER}/cafe\u0301-closing.jpg`]: PICTURE,
    [`${FOLDER}/en.md`]: releaseFile({
      image: "{ file: café-opening.jpg, alt: A well, credit: Office, licence: CC BY 4.0 }",
    }),
  });
  expect(said).toContain("The file “café-opening.jpg” is not there.");
  expect(said).toContain("Did you mean “café-closing.jpg”?");
});

test("T10: an id and an old address are the same in both forms", () => {
  const said = report({
    "partners/cote.yaml": "name: Côte\n",
    "releases/2018-03-04-a.md": releaseFile({ partners: `["${"Côte".normalize("NFD")}"]` }),
  });
  expect(said).toContain("Did you mean “cote”?");
  expect(aliasOf(`/${"café".normalize("NFD")}/`)).toEqual(aliasOf("/caf%C3%A9/"));
});

test("T10: an import finds the pictures of texts and the texts that they link to, and makes the same of both forms", async () => {
  const folder = ownFolder();
  const made = [];
  for (const [form, other] of [FORMS, FORMS.toReversed()] as const) {
    const archive = path.join(folder, form ?? "", "archive");
    mkdirSync(archive, { recursive: true });
    const name = "hội-й-é";
    const fields = (title: string, day: string) => `---\ntitle: ${title}\ndate: 2018-03-${day}\n---\n\n`;
    const files = {
      [`${name}.jpg`]: PICTURE,
      [`2018-03-04-${name}.md`]: `${fields("The first", "04")}![A well](${name.normalize(other)}.jpg)\n\nThe text is here.\n`,
      "2018-03-05-other.md": `${fields("The other", "05")}See [the first](2018-03-04-${name.normalize(other)}.md) of all.\n`,
    };
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(archive, file.normalize(form)), text);
    const content = path.join(folder, form ?? "", "content");
    cpSync("tests/fixtures/minimal", content, { recursive: true });
    const { code, stderr } = await dateline("import", [archive, "--content", content]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const names = readdirSync(content, { recursive: true, encoding: "utf8" }).toSorted();
    made.push(
      Object.fromEntries(
        names
          .filter((file) => /\.(?:md|jpg)$/.test(file))
          .map((file) => [file, readFileSync(path.join(content, file), "latin1")]),
      ),
    );
  }
  const [composed = {}, decomposed] = made;
  expect(decomposed).toEqual(composed);
  expect(Object.keys(composed).filter((file) => file.endsWith(".jpg"))).toHaveLength(1);
  expect(composed["releases/2018-03-05-other.md"]).toMatch(/\[the first\]\(\/en\/2018\/[a-z-]+\/\)/);
});
