import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { quotesOf } from "../../src/model/quotes.ts";
import { good, releaseFile } from "../support/content.ts";

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: readonly string[];
}

const read = (file: string) => JSON.parse(readFileSync(path.join(".vscode", file), "utf8")) as unknown;
const snippets = Object.values(read("dateline.code-snippets") as Readonly<Record<string, Snippet>>);

/** What a snippet writes when each of its places is left as it is offered. */
function written(prefix: string): string {
  const body = snippets.find((snippet) => snippet.prefix === prefix)?.body.join("\n") ?? "";
  return body
    .replaceAll("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2018-03-05")
    .replaceAll(/\$\{\d+:([^}]*)\}/g, "$1")
    .replaceAll("$0", "");
}

/** A release whose fields end with what a snippet writes. */
const withFields = (prefix: string) => releaseFile().replace("\n---\n\n", `\n${written(prefix)}---\n\n`);

test("there are snippets for a release and its parts, and each place of them is filled in", () => {
  expect(snippets.map(({ prefix }) => prefix)).toEqual([
    "release",
    "quote",
    "figure",
    "picture",
    "document",
    "correction",
  ]);
  for (const { prefix, scope } of snippets) {
    expect(scope).toBe("markdown");
    expect(written(prefix)).not.toMatch(/[${}]/);
  }
});

test("what the snippets write is a release, a quote, a figure, a picture, a document and a correction", async () => {
  const photograph = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#888" } })
    .jpeg()
    .toBuffer();
  const { releases, files } = good({
    "releases/2018-03-05-whole.md": written("release"),
    "releases/2018-03-05-quote.md": releaseFile({}, written("quote")),
    "releases/2018-03-05-figure.md": withFields("figure"),
    "releases/2018-03-05-picture/en.md": withFields("picture"),
    "releases/2018-03-05-picture/opening.jpg": photograph,
    "releases/2018-03-05-document/en.md": withFields("document"),
    "releases/2018-03-05-document/report.pdf": "%PDF-1.7",
    "releases/2018-03-05-correction.md": withFields("correction"),
  });
  const found = (slug: string) => releases.find((release) => release.slug === slug);
  expect(found("whole")).toMatchObject({ draft: true, date: "2018-03-05", location: "smarhon" });
  for (const slug of ["whole", "quote"])
    expect(quotesOf(found(slug)?.body ?? "").map(({ speaker }) => speaker)).toEqual(["Anna Kavalenka"]);
  expect(found("figure")?.figures).toHaveLength(1);
  expect(found("picture")?.image).toMatchObject({ file: "opening.jpg", licence: "CC BY 4.0" });
  expect(found("document")?.documents).toHaveLength(1);
  expect(found("correction")).toMatchObject({ status: { is: "corrected" }, changes: [{ date: "2018-03-05" }] });
  expect([...files.keys()]).toContain("releases/2018-03-05-picture/opening.jpg");
});

test("every kind of YAML file in content/ has its schema in Visual Studio Code", () => {
  const { "yaml.schemas": schemas } = read("settings.json") as { "yaml.schemas": Readonly<Record<string, string>> };
  for (const schema of Object.keys(schemas)) expect(existsSync(schema), schema).toBe(true);
  const folders = readdirSync("content", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const kinds = folders
    .map(({ name }) => name)
    .filter(
      (name) => name !== "strings" && readdirSync(path.join("content", name)).some((file) => file.endsWith(".yaml")),
    );
  expect(Object.values(schemas).toSorted()).toEqual(
    [...kinds.map((name) => `content/${name}/*.yaml`), "content/site.yaml"].toSorted(),
  );
});
