import { describe, expect, test } from "vitest";
import { problemReport } from "../../src/reporting/report.ts";
import { load, releaseFile } from "../support/content.ts";

const FILE = "releases/2018-03-04-centre.md";

/** Each of these took minutes, or filled the memory. */
const SOON = 20_000;

const times = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join("");

/** What is said of a release with more fields, or another text. */
function problemsOf(fields: string, body?: string) {
  return load({ [FILE]: releaseFile({}, body).replace("\n---\n", `\n${fields}---\n`) }).problems;
}

describe("S9: fields without end are refused at once:", () => {
  const cases: Readonly<Record<string, readonly [fields: string, message: RegExp]>> = {
    "50,000 unknown ones": [
      times(50_000, (n) => `field_${n}: x\n`),
      /^The fields have 50005 lines and 738\d+ characters/,
    ],
    "20,000 of the same": [times(20_000, () => "x: 1\n"), /^The fields have 20005 lines/],
    "50,000 lines that are none": [times(50_000, () => "none here\n"), /^The fields have 50005 lines/],
    "a value of 400,000 characters": [`summary: "${"x ".repeat(200_000)}"\n`, /^The fields have 6 lines and 400\d+/],
    "100,000 brackets in each other": [`x: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`, /inside 50 others/],
    "100,000 brackets that nobody closes": [`x: ${"[".repeat(100_000)}\n`, /inside 50 others/],
    "50,000 groups in each other": [`x: ${"{a: ".repeat(50_000)}1${"}".repeat(50_000)}\n`, /inside 50 others/],
    "50,000 hyphens in each other": [`x:\n  ${"- ".repeat(50_000)}1\n`, /inside 50 others/],
    "700 fields, each below the other": [times(700, (n) => `${" ".repeat(n)}a:\n`), /inside 50 others/],
    "brackets in each other beside words that could be lost": [
      `x: ${"[".repeat(99_000)} #1\ny: a #b\n`,
      /inside 50 others/,
    ],
    "values that repeat each other beyond counting": [
      `a0: &a0 [x, x]\n${times(30, (n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`)}`,
      /would be left out|refers to another one/,
    ],
    "a merge of itself": ["a: &a { x: 1, <<: *a }\n", /would be left out|refers to another one/],
  };
  test.each(Object.entries(cases))("%s", { timeout: SOON }, (_, [fields, message]) => {
    const problems = problemsOf(fields);
    expect(problems.length).toBeLessThanOrEqual(21);
    expect(problems[0]?.file).toBe(FILE);
    expect(problems[0]?.line).toBeGreaterThan(0);
    expect(problems[0]?.message).toMatch(message);
  });

  test("5 MB of them", { timeout: SOON }, () => {
    const [problem] = problemsOf(times(400_000, (n) => `k${n}: value\n`));
    expect(problem?.message).toBe("This file is 5.9 MB, too large for a text.");
  });

  test("in other files as well", { timeout: SOON }, () => {
    const { problems } = load({
      "partners/donor.yaml": times(30_000, (n) => `f${n}: x\n`),
      "strings/en.yaml": times(30_000, (n) => `f${n}: [x]\n`),
      "topics/water.yaml": `name: ${"[".repeat(9_000)}`,
    });
    expect(problems.map(({ file }) => file)).toEqual(["partners/donor.yaml", "strings/en.yaml", "topics/water.yaml"]);
  });
});

describe("S9: of thousands of mistakes the first ones are told, and how many more there are:", () => {
  const cases: Readonly<Record<string, readonly [fields: string, body?: string]>> = {
    "unknown fields": [times(9_900, (n) => `f${n}: x\n`)],
    "fields that are there twice": [`x: 1\n${times(9_900, () => "x: 1\n")}`],
    "numbers where text is meant": [`topics: [${times(9_900, (n) => `${n}, `)}]\n`],
    "topics that are not there": [`topics: [${times(9_900, (n) => `t${n}, `)}]\n`],
    "releases that are not there": [`related: [${times(9_900, (n) => `r${n}, `)}]\n`],
    "old addresses that are none": [`aliases: [${times(9_900, (n) => `"//x${n}", `)}]\n`],
    "words that would be lost": [times(9_900, (n) => `k${n}: a b #b\n`)],
    "pictures that are not there": ["", times(9_900, (n) => `![A door](p${n}.jpg)\n\n`)],
    "pictures of other sites": ["", times(9_900, (n) => `![A door](https://example.org/p${n}.jpg)\n\n`)],
    "entries of a gallery": [`gallery:\n${times(3_300, (n) => `  - file: p${n}.jpg\n    alt: A door\n`)}`],
  };
  test.each(Object.entries(cases))("%s", { timeout: SOON }, (name, [fields, body]) => {
    const problems = problemsOf(fields, body);
    expect(problems).toHaveLength(21);
    const more = name === "entries of a gallery" ? 3280 : 9880;
    expect(problems.at(-1)).toMatchObject({
      file: FILE,
      message: `There are ${more} more mistakes of this kind in the file.`,
      fix: "Put the first ones right: then the next are told.",
    });
    expect(problemReport(problems, "content").length).toBeLessThan(20_000);
  });

  test("files", { timeout: SOON }, () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`partners/R ${n}.yaml`, "name: x\n"]));
    const report = problemReport(load(files).problems, "content");
    expect(report).toContain("1000 things have to be put right. The first 100 are shown.");
    expect(report.match(/^content\/partners/gm)).toHaveLength(100);
  });
});

test("S9: what is long and right is read", { timeout: SOON }, () => {
  const notes = `notes: |\n${times(2_000, (n) => `  A paragraph with [a list [of brackets [that nobody closes, number ${n}.\n\n`)}`;
  expect(
    problemsOf(
      notes,
      times(20_000, () => "---\n\n"),
    ),
  ).toEqual([]);
});
