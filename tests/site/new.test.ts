import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askFor } from "../../src/cli/new-questions.ts";
import { loadContent } from "../../src/content/load.ts";
import { newRelease } from "../../src/importing/new-release.ts";
import { dateline } from "../support/command.ts";
import { ownFolder } from "../support/folder.ts";

function office(): string {
  const content = ownFolder();
  cpSync("tests/fixtures/minimal", content, { recursive: true });
  return content;
}

test("a new release is written from flags, loads without problems, and is never overwritten", async () => {
  const content = office();
  const args = [
    "--content",
    content,
    "--title",
    "Water: a right",
    "--date",
    "2018-03-04",
    "--partners",
    "european-union",
    "--location",
    "smarhon",
  ];
  const { code, stdout } = await dateline("new", args);
  expect(code).toBe(0);
  expect(stdout).toContain("2018-03-04-water-a-right.md");
  const file = path.join(content, "releases", "2018-03-04-water-a-right.md");
  const { problems, content: loaded } = loadContent(content);
  expect(problems).toEqual([]);
  expect(loaded?.releases.find(({ slug }) => slug === "water-a-right")).toMatchObject({
    title: "Water: a right",
    location: "smarhon",
    draft: true,
  });
  const mine = readFileSync(file, "utf8").replace("Water: a right", "Mine");
  writeFileSync(file, mine);
  const again = await dateline("new", args);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain("is there already, and was not touched");
  expect(readFileSync(file, "utf8")).toBe(mine);
});

test("a flag that names nothing is explained, and nothing is written", async () => {
  const content = office();
  const before = readdirSync(path.join(content, "releases"));
  const { code, stderr } = await dateline("new", ["--content", content, "--title", "A", "--location", "smargon"]);
  expect(code).toBe(1);
  expect(stderr).toContain("There is no “smargon” in locations/. Did you mean “smarhon”?");
  expect(readdirSync(path.join(content, "releases"))).toEqual(before);
});

test("every field that stands in a new release as a comment is right once its sign # is gone", () => {
  const content = office();
  const text = newRelease(
    { title: "A", date: "2018-03-04", lang: "en", location: "smarhon", partners: [], contacts: ["press-office"] },
    "en",
  );
  const names = [...text.matchAll(/^# ([a-z]+): \S/gm)].map(([, name = ""]) => name);
  expect(names).toEqual(expect.arrayContaining(["subtitle", "topics", "sdgs", "figures", "embargo", "notes"]));
  const withAll = names
    // These name files of pictures, documents and other releases, which are not there.
    .filter((name) => !["image", "gallery", "documents", "related"].includes(name))
    .reduce((file, name) => file.replace(new RegExp(`^# (?=${name}: \\S)`, "m"), ""), text);
  writeFileSync(path.join(content, "releases", "2018-03-04-a.md"), `${withAll}The text.\n`);
  expect(loadContent(content).problems).toEqual([]);
});

test("what the flags do not say is asked, and what exists is offered", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.on("data", (part: Buffer) => {
    shown += part.toString();
  });
  const asked = askFor(
    { title: "A new centre", lang: "en" },
    {
      today: "2018-03-04",
      site: {
        languages: { en: { label: "English", dir: "ltr" } },
        default_language: "en",
        press_office: "press-office",
      },
      offered: (folder) =>
        folder === "contacts"
          ? [{ value: "press-office", label: "Press Office" }]
          : [{ value: `some-${folder}`, label: `Some ${folder}` }],
    },
    { input, output },
  );
  const keys = ["\r", "\r", " ", "\r", "\r"];
  for (const key of keys) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    input.write(key);
  }
  expect(await asked).toEqual({
    title: "A new centre",
    date: "2018-03-04",
    lang: "en",
    location: "some-locations",
    partners: ["some-partners"],
    contacts: ["press-office"],
  });
  expect(shown).toContain("Some locations");
});

test("I4: a title that a release of that year has gets an address of its own, and that is said", async () => {
  const content = office();
  const args = (date: string) => ["--content", content, "--title", "Training centre", "--date", date];
  const { code, stdout } = await dateline("new", args("2017-05-05"));
  expect(code).toBe(0);
  expect(stdout).toContain("Another release of 2017 has this title");
  expect(readdirSync(path.join(content, "releases"))).toContain("2017-05-05-training-centre-2.md");
  expect(loadContent(content).problems).toEqual([]);
  await dateline("new", args("2018-05-05"));
  expect(readdirSync(path.join(content, "releases"))).toContain("2018-05-05-training-centre.md");
});

test("the mistake of a colleague in one file keeps nobody from writing a release", async () => {
  const content = office();
  writeFileSync(path.join(content, "releases", "2018-01-01-broken.md"), "---\ntitle: [\n---\n\nText.\n");
  const { code, stderr } = await dateline("new", [
    "--content",
    content,
    "--title",
    "A new well",
    "--date",
    "2018-03-04",
  ]);
  expect(code).toBe(0);
  expect(stderr).toContain("releases/2018-01-01-broken.md");
  expect(readdirSync(path.join(content, "releases"))).toContain("2018-03-04-a-new-well.md");
});

test("a file that all releases name and nobody can read keeps nobody from writing one", async () => {
  const content = office();
  writeFileSync(path.join(content, "locations", "smarhon.yaml"), "name: Smarhon\n  country: [BY\n");
  const args = ["--content", content, "--title", "A school opens", "--date", "2018-03-05", "--location"];
  expect(await dateline("new", [...args, "smarhon"])).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(content, "releases", "2018-03-05-a-school-opens.md"), "utf8")).toContain(
    "location: smarhon",
  );
  const { code, stderr } = await dateline("new", [...args, "minsk"]);
  expect(code).toBe(1);
  expect(stderr).toContain("There are: smarhon.");
});

test("in a folder that is no office, each command says what to do", async () => {
  const folder = ownFolder();
  for (const name of ["new", "import", "build", "check", "due"]) {
    const args = [
      "--content",
      folder,
      ...(name === "new" ? ["--title", "A"] : []),
      ...(name === "import" ? ["README.md"] : []),
    ];
    const more = name === "build" ? ["--output", `${ownFolder()}/_site`, "--cache", ownFolder()] : [];
    const { code, stdout, stderr } = await dateline(name, [...args, ...more]);
    expect(code, name).toBe(1);
    expect(stdout + stderr, name).toContain("dateline init my-press");
  }
});

test("the title may stand without its option, in quotation marks or not", async () => {
  const content = office();
  const names = () => readdirSync(path.join(content, "releases")).join(" ");
  expect((await dateline("new", ["Water: a right", "--date", "2018-03-04", "--content", content])).code).toBe(0);
  expect((await dateline("new", ["A", "school", "opens", "--date", "2018-03-04", "--content", content])).code).toBe(0);
  expect(names()).toContain("2018-03-04-a-school-opens.md 2018-03-04-water-a-right.md");
  const { stderr } = await dateline("new", ["--title", "A", "school", "--content", content]);
  expect(stderr).toContain('Put all words of the title in quotation marks: npm run new -- --title "Border');
});
