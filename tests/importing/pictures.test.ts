import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { read } from "./reading.ts";

const PICTURE = "tests/fixtures/showcase/releases/2025-11-04-galway-night-watch/lantern-and-gauge.png";
const STORY = "The centre was opened this week after two years of work by many hands, the ministry said on Monday.";

let files = "";
beforeAll(() => {
  files = mkdtempSync(path.join(tmpdir(), "dateline-"));
  cpSync(PICTURE, path.join(files, "gate.png"));
});
afterAll(() => rmSync(files, { recursive: true, force: true }));

describe("I12: the line under a picture goes with the picture:", () => {
  test.each<[string, object]>([
    ['<p><img src="gate.png"></p><p>Photo: Office / Anna Kavalenka</p>', { credit: "Office / Anna Kavalenka" }],
    ['<p><img src="gate.png"></p><p><em>The gate at night.</em></p>', { caption: "The gate at night." }],
    [
      '<p><img src="gate.png"><br><em>The gate at night. Photo: Anna Kavalenka</em></p>',
      { caption: "The gate at night", credit: "Anna Kavalenka" },
    ],
    [
      '<figure><img src="gate.png"><figcaption>The gate at night. © Office/A. Kavalenka</figcaption></figure>',
      { caption: "The gate at night", credit: "Office/A. Kavalenka" },
    ],
    [
      '<p><img src="gate.png"></p><p>La puerta. Foto: Ana García / PNUD</p>',
      { caption: "La puerta", credit: "Ana García / PNUD" },
    ],
    [
      '<div class="captioned-image"><div class="image"><img src="gate.png"></div><div class="caption">The gate at night.</div></div>',
      { caption: "The gate at night." },
    ],
    [
      '<div class="wp-caption"><img src="gate.png"><p class="wp-caption-text">The gate. © A. Kavalenka</p></div>',
      { caption: "The gate", credit: "A. Kavalenka" },
    ],
    ['<p><img src="gate.png"></p><p>© Anna Kavalenka</p>', { credit: "Anna Kavalenka" }],
    ['<p><img src="gate.png"></p><p>Photo credit: Anna Kavalenka</p>', { credit: "Anna Kavalenka" }],
    ['<p><img src="gate.png"></p><p>Фото: Анна Коваленко</p>', { credit: "Анна Коваленко" }],
    ['<p><img src="gate.png"></p><p>Crédit photo : Anna Kavalenka</p>', { credit: "Anna Kavalenka" }],
    [
      '<p><img src="gate.png"></p><p><em>На фото: ворота ночью. Фото: Анна Коваленко</em></p>',
      { caption: "На фото: ворота ночью", credit: "Анна Коваленко" },
    ],
    [
      '<p><img src="gate.png"></p><p><em>In the photo: the gate at night.</em></p>',
      { caption: "In the photo: the gate at night." },
    ],
    [
      '<p><img src="gate.png"></p><p><em>Sur la photo : la porte. Crédit photo : A. Kavalenka</em></p>',
      { caption: "Sur la photo : la porte", credit: "A. Kavalenka" },
    ],
    ['<p><img src="gate.png"></p><p>Источник фото: Анна Коваленко</p>', { credit: "Анна Коваленко" }],
    ['<p><img src="gate.png"></p><p>Foto: Oficina/A. Kavalenka</p>', { credit: "Oficina/A. Kavalenka" }],
  ])("%s", async (html, said) => {
    const { text, body } = await read(`---\ntitle: A\n---\n\n<p>${STORY}</p>\n${html}\n<p>${STORY}</p>\n`, "a.html", {
      files,
    });
    const { file, ...image } = parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "").image;
    expect(file).toBe("gate.png");
    expect(image).toEqual(said);
    expect(body).toBe(`${STORY}\n\n${STORY}`);
  });

  test.each([
    "Photos from the opening can be had from the office.",
    "*Smarhon, 27 January 2017* – It opened.",
    "It cost little.",
  ])("but “%s” stays in the text", async (line) => {
    const { body, text } = await read(
      `---\ntitle: A\n---\n\n${STORY}\n\n![](gate.png)\n\n${line}\n\n${STORY}\n`,
      "a.md",
      { files },
    );
    expect(body).toContain(line.replace(/^.* – /, ""));
    expect(text).not.toMatch(/caption:|credit:/);
  });

  test("that of a picture which is not there is told of", async () => {
    const { body, dropped } = await read(
      `---\ntitle: A\n---\n\n${STORY}\n\n![](none.png)\n\nPhoto: Anna Kavalenka\n`,
      "a.md",
    );
    expect(body).toBe(STORY);
    expect(dropped.map(({ words }) => words)).toContain("Anna Kavalenka");
  });
});

test("S1: nothing outside an archive's folder is taken, whichever way a text names it", async () => {
  const archive = path.join(files, "site", "news");
  mkdirSync(archive, { recursive: true });
  for (const folder of ["", "site", "site/static", "static"]) {
    mkdirSync(path.join(files, folder), { recursive: true });
    writeFileSync(path.join(files, folder, "secret.pdf"), "%PDF-1.7 secret");
    cpSync(PICTURE, path.join(files, folder, "outside.png"));
  }
  symlinkSync(path.join(files, "secret.pdf"), path.join(archive, "link.pdf"));
  const names = [
    "../secret.pdf",
    "../../secret.pdf",
    "/secret.pdf",
    "/static/secret.pdf",
    "link.pdf",
    "..%2fsecret.pdf",
    path.join(files, "secret.pdf"),
  ];
  const links = names.map((name) => `[The report](${name})`).join(" ");
  const { attachments, body } = await read(
    `---\ntitle: A\n---\n\n${STORY} ${links}\n\n![](../outside.png)\n\n![](/outside.png)\n`,
    "a.md",
    {
      files: archive,
    },
  );
  expect(attachments).toEqual([]);
  expect(body).toContain(STORY);
});

describe("I12: an “About …” text", () => {
  const about = (name: string) =>
    `---\ntitle: A\n---\n\n${STORY}\n\n${STORY}\n\n**About ${name}**\n\nIt works in many countries.\n`;

  test("goes where the partner has one, and stands as a field", async () => {
    const { body, text } = await read(about("the Border Committee"), "a.md");
    expect(body).toBe(`${STORY}\n\n${STORY}`);
    expect(text).toContain("boilerplates: [border-committee]");
  });

  test.each(["UNDP", "the Green Valley Foundation"])(
    "of %s, which has none yet, stays, and that is said",
    async (name) => {
      const { body, text, look, all } = await read(about(name), "a.md");
      expect(body).toContain("It works in many countries.");
      expect(text).not.toContain("boilerplates");
      expect(all("boilerplates")).toEqual([]);
      expect(look.map(({ about: what }) => what)).toEqual([expect.stringContaining("stayed in the text")]);
    },
  );

  test("in one paragraph with its heading goes as a whole", async () => {
    const { body } = await read(
      `---\ntitle: A\n---\n\n${STORY}\n\n${STORY}\n\n**About the Border Committee**\\\nIt guards the border.\n\nIt cost little.\n`,
      "a.md",
    );
    expect(body).toBe(`${STORY}\n\n${STORY}\n\nIt cost little.`);
  });
});
