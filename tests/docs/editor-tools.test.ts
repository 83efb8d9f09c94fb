import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { dateline } from "../support/command.ts";
import { good, releaseFile } from "../support/content.ts";
import { ownFolder } from "../support/folder.ts";
import { quotesOf } from "../support/text.ts";

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: readonly string[];
}

interface Task {
  readonly command: string;
  readonly problemMatcher: readonly {
    readonly severity: string;
    readonly pattern: Readonly<Record<"file" | "line" | "column" | "code" | "message", number>> & {
      readonly regexp: string;
    };
  }[];
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
  const folders = readdirSync("tests/fixtures/showcase", { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const kinds = folders
    .map(({ name }) => name)
    .filter((name) => readdirSync(path.join("tests/fixtures/showcase", name)).some((file) => file.endsWith(".yaml")));
  expect(Object.values(schemas).toSorted()).toEqual(
    [...kinds.map((name) => `content/${name}/*.yaml`), "content/site.yaml"].toSorted(),
  );
});

test("the task of Visual Studio Code marks each finding of the check at its place, by how grave it is", async () => {
  const { tasks } = read("tasks.json") as { tasks: [Task] };
  const [{ command, problemMatcher }] = tasks;
  expect(command).toMatch(/^npm run --silent check -- .*--format github$/);
  const folder = ownFolder();
  cpSync("tests/fixtures/minimal", folder, { recursive: true });
  const text = "The centre  recieved [officers](http://example.org/a) of the BGSI. It isn\u202et.";
  writeFileSync(path.join(folder, "releases/2018-03-05-two.md"), releaseFile({}, text));
  const args = ["--content", folder, "--cache", path.join(folder, "cache"), "--hints"];
  const { stdout } = await dateline("check", [...args, "--format", "github"]);
  const findings = JSON.parse((await dateline("check", [...args, "--format", "json"])).stdout) as readonly {
    path: string;
    line: number;
    column: number;
    severity: string;
    rule: string;
    message: string;
  }[];
  const marked = stdout.split("\n").flatMap((line) =>
    problemMatcher.flatMap(({ severity, pattern }) => {
      const found = new RegExp(pattern.regexp).exec(line);
      const part = (name: "file" | "line" | "column" | "code") => found?.[pattern[name]];
      return found ? [[part("file"), Number(part("line")), Number(part("column")), severity, part("code")]] : [];
    }),
  );
  expect(new Set(marked.map(([, , , severity]) => severity))).toEqual(new Set(["error", "warning", "info"]));
  expect(marked).toEqual(
    findings.map(({ path: file, line, column, severity, rule }) => [
      file,
      line,
      column,
      severity === "hint" ? "info" : severity,
      rule,
    ]),
  );
});
