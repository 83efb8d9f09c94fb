import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { filesIn } from "../../src/build/tree.ts";
import { releaseFile } from "../support/content.ts";
import { fixture } from "../support/fixtures.ts";
import { ownFolder } from "../support/folder.ts";
import { testSite } from "../support/site.ts";

const folder = path.join(await fixture("showcase"), "_site");
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");

/** Unpacks a kit with the system's own program, and returns where. */
function unpacked(kit: string, site = folder): string {
  const target = ownFolder();
  const { error, status, stderr } = spawnSync("unzip", ["-q", path.join(site, kit), "-d", target], {
    encoding: "utf8",
  });
  if (error)
    throw new Error("The press kits are checked with unzip. Install it (Debian, Ubuntu: sudo apt-get install unzip).");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return target;
}

test("the press kit of a release has its texts, pictures, documents, contacts and terms in every language, and its checksums are right", () => {
  const target = unpacked("en/2026/river-gauges/river-gauges.zip");
  const each = (name: string) => ["ar", "en", "ru", "zh"].map((lang) => name.replace("*", lang));
  expect(filesIn(target).toSorted()).toEqual(
    [
      "SHA256SUMS",
      ...["press-office", "timur-sadyrbek"].flatMap((id) => each(`contacts/${id}.*.vcf`)),
      "documents/gauge-stations.csv",
      "documents/tashsay-fact-sheet.pdf",
      ...each("pictures/captions.*.txt"),
      "pictures/gauge-at-dawn.jpg",
      "pictures/staff-gauge.jpg",
      "pictures/village-siren.jpg",
      ...each("river-gauges.*.html"),
      ...each("river-gauges.*.pdf"),
      ...each("river-gauges.*.txt"),
      ...each("terms.*.txt"),
    ].toSorted(),
  );
  const sums = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: target, encoding: "utf8" });
  expect(sums.match(/: OK$/gm)).toHaveLength(filesIn(target).length - 1);
  const own = (file: string) => readFileSync(path.join(target, file), "utf8");
  expect(own("river-gauges.en.txt")).toContain("— Gulnara Sabyr, chair of the women’s cooperative of Upper Karasuu");
  expect(own("river-gauges.ar.html")).toContain('<html lang="ar" dir="rtl">');
  for (const words of [
    "gauge-at-dawn.jpg",
    "Highland Lakes Office / Bermet Asanbay",
    "CC BY 4.0",
    "9 October 2026",
    "Nurlan Ismet",
  ])
    expect(own("pictures/captions.en.txt")).toContain(words);
  expect(own("terms.en.txt")).toContain("village-siren.jpg: CC BY-SA 4.0");
});

test("every language of a release leads to its one kit and says how large it is; what was withdrawn has none", () => {
  for (const lang of ["en", "ru", "ar", "zh"])
    expect(read(`${lang}/2026/river-gauges/index.html`)).toContain('href="/en/2026/river-gauges/river-gauges.zip"');
  expect(read("en/2026/river-gauges/index.html")).toMatch(/Press kit \(ZIP\), 1\.\d\sMB/);
  const withdrawn = filesIn(folder).filter(
    (file) => file.endsWith("/index.html") && read(file).includes("notice-withdrawn"),
  );
  expect(withdrawn.length).toBeGreaterThan(0);
  for (const file of withdrawn)
    expect(filesIn(path.join(folder, path.dirname(file))).some((name) => name.endsWith(".zip"))).toBe(false);
});

test("no kit has anything of what is withheld in it", () => {
  const secrets =
    /zanzibarite|tanzanitic|quiet-coast-society|nora-quill|coastal-springs|blue-quarry-trust|idris-vane|quarry-lakes/i;
  const kits = filesIn(folder).filter((file) => file.endsWith(".zip"));
  expect(kits.length).toBeGreaterThan(10);
  for (const kit of kits) {
    const texts = execFileSync("unzip", ["-p", path.join(folder, kit)], { maxBuffer: 50_000_000 }).toString("latin1");
    expect({ kit, secret: secrets.exec(texts)?.[0] }).toEqual({ kit, secret: undefined });
  }
});

const picture = (background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .jpeg()
    .toBuffer();

test("a page says how large its kit is, also where another language has no PDF any more, because there are newer releases", async () => {
  const site = testSite();
  const settings = site.source("site.yaml").replace("languages:\n", "languages:\n  ru: { label: Русский, dir: ltr }\n");
  site.write("site.yaml", `${settings}pdf: newest 2\n`);
  site.remove("releases");
  for (const lang of ["en", "ru"]) site.write(`releases/2018-03-04-door/${lang}.md`, releaseFile({ lang }));
  const said = async () => {
    expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
    return /<b>Press kit<\/b> <small>(\d+)/.exec(site.read("en/2018/door/index.html"))?.[1];
  };
  const both = Number(await said());
  site.write("releases/2018-04-04-window.md", releaseFile({ date: "2018-04-04" }));
  const one = Number(await said());
  expect(one).toBeLessThan(both);
  site.remove("releases/2018-04-04-window.md");
  expect(Number(await said())).toBe(both);
});

test("the newest releases have a kit, and an old one in no language has one any more; site.yaml says how many", async () => {
  const site = testSite();
  const settings = site.source("site.yaml").replace("languages:\n", "languages:\n  ru: { label: Русский, dir: ltr }\n");
  site.remove("releases");
  for (const year of [2016, 2017, 2018])
    for (const lang of ["en", "ru"])
      site.write(`releases/${year}-03-04-door/${lang}.md`, releaseFile({ lang, date: `${year}-03-04` }));
  const kits = async (choice: string) => {
    site.write("site.yaml", `${settings}${choice}\n`);
    expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
    const linked = [2016, 2017, 2018].filter((year) => site.read(`en/${year}/door/index.html`).includes("door.zip"));
    const made = site.files().filter((file) => file.endsWith(".zip"));
    expect(made).toEqual(linked.map((year) => `en/${year}/door/door.zip`));
    return linked;
  };
  expect(await kits("")).toEqual([2016, 2017, 2018]);
  // Each language counts, and one that is new is enough.
  expect(await kits("press_kits: newest 3")).toEqual([2017, 2018]);
  expect(await kits("press_kits: newest 1")).toEqual([2018]);
  expect(await kits("press_kits: none")).toEqual([]);
  expect(await kits("press_kits: all")).toEqual([2016, 2017, 2018]);
  expect(await kits("press_kits: newest 1")).toEqual([2018]);
  site.write("releases/2019-03-04-window.md", releaseFile({ date: "2019-03-04" }));
  expect(await kits("press_kits: newest 1")).toEqual([]);
});

test("a kit says what is corrected of its pictures and contacts, also what no page of the release says", async () => {
  const site = testSite();
  const release = (person: string) =>
    releaseFile({ date: "2018-04-01" }).replace(
      "partners:",
      `image: { file: door.jpg, alt: A door, people: [${person}] }\npartners:`,
    );
  // The page of the picture says what the release that showed it first says.
  site.write(
    "releases/2018-03-04-first/en.md",
    releaseFile().replace("partners:", "image: { file: door.jpg }\npartners:"),
  );
  for (const name of ["2018-03-04-first", "2018-04-01-second"])
    site.write(`releases/${name}/door.jpg`, await picture("#804020"));
  const kit = async (person: string, contact: string) => {
    site.write("releases/2018-04-01-second/en.md", release(person));
    site.write("contacts/press-office.yaml", `name: Press Office\nemail: press@example.org\n${contact}`);
    expect((await site.build()).stderr).toBe("");
    const target = unpacked("en/2018/second/second.zip", site.output);
    return ["pictures/captions.en.txt", "contacts/press-office.en.vcf"].map((name) =>
      readFileSync(path.join(target, name), "utf8"),
    );
  };
  expect(await kit("Anna", "timezone: Europe/Minsk\n")).toEqual([
    expect.stringContaining("Anna"),
    expect.stringContaining("TZ;VALUE=TEXT:Europe/Minsk"),
  ]);
  expect(await kit("Boris", "timezone: Europe/Minsk\n")).toEqual([
    expect.stringContaining("Boris"),
    expect.stringContaining("TZ;VALUE=TEXT:Europe/Minsk"),
  ]);
  expect(await kit("Boris", "timezone: Asia/Bishkek\n")).toEqual([
    expect.stringContaining("Boris"),
    expect.stringContaining("TZ;VALUE=TEXT:Asia/Bishkek"),
  ]);
});

test("a kit has all documents and pictures, also those of one name", async () => {
  const site = testSite();
  const fields = `image: { file: new/door.jpg, alt: A new door }
gallery: [{ file: old/door.jpg, alt: An old door }]
documents: [{ file: a/report.txt, title: First }, { file: b/report.txt, title: Second }]`;
  site.write(
    "releases/2018-03-04-first/en.md",
    releaseFile().replace("partners:", "image: { file: door.jpg }\npartners:"),
  );
  site.write("releases/2018-03-04-first/door.jpg", await picture("#208040"));
  const FOLDER = "releases/2018-04-01-second";
  site.write(`${FOLDER}/en.md`, releaseFile({ date: "2018-04-01" }).replace("partners:", `${fields}\npartners:`));
  // This one was shown before, under the same name.
  site.write(`${FOLDER}/old/door.jpg`, await picture("#208040"));
  site.write(`${FOLDER}/new/door.jpg`, await picture("#804020"));
  site.write(`${FOLDER}/a/report.txt`, "One.");
  site.write(`${FOLDER}/b/report.txt`, "Two.");
  expect((await site.build()).stderr).toBe("");
  const target = unpacked("en/2018/second/second.zip", site.output);
  const inside = (name: string) => filesIn(path.join(target, name)).toSorted();
  expect(inside("documents")).toEqual(["a/report.txt", "b/report.txt"]);
  const documents = inside("documents").map((name) => readFileSync(path.join(target, "documents", name), "utf8"));
  expect(documents).toEqual(["One.", "Two."]);
  const pictures = inside("pictures").filter((name) => name.endsWith(".jpg"));
  expect(pictures).toHaveLength(2);
  const captions = readFileSync(path.join(target, "pictures", "captions.en.txt"), "utf8");
  for (const name of pictures) expect(`\n${captions}`).toContain(`\n${name}\n`);
});

test("a release with one text and nothing else has no kit, and its page offers none", async () => {
  const site = testSite();
  site.write("releases/2018-03-04-alone.md", releaseFile());
  expect((await site.build()).stderr).toBe("");
  expect(site.files()).not.toContain("en/2018/alone/alone.zip");
  expect(site.read("en/2018/alone/index.html")).not.toContain(".zip");
});
