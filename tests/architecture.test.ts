import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Which folder of src/ may import from which: the plan of the house. A folder may always import from itself, and every folder from
 * roots.ts. No two import from each other.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ["model"],
  content: ["model", "text"],
  reporting: ["model"],
  checks: ["model", "content", "text"],
  pictures: ["model", "text"],
  styling: ["model", "text"],
  typesetting: ["model", "styling", "office"],
  share: ["model", "text", "pictures", "styling", "typesetting"],
  pages: ["model", "text", "pictures", "share"],
  search: ["model", "text", "pages"],
  "site-files": ["model", "text", "pictures", "pages"],
  release: ["model", "text", "pictures", "typesetting", "share", "pages", "site-files"],
  feeds: ["model", "text", "pictures", "styling", "pages", "release"],
  eleventy: ["model", "text", "styling", "pages", "eleventy.config.ts"],
  genuine: ["model", "text", "pages", "release"],
  build: [
    ...["model", "text", "content", "pictures", "styling", "share", "pages", "search"],
    ...["site-files", "release", "feeds", "genuine", "eleventy", "reporting"],
  ],
  preview: ["model", "text", "content", "checks", "styling", "pages", "eleventy", "build", "reporting"],
  importing: ["model", "content", "text"],
  office: ["model", "text"],
  hosts: [],
  cli: [
    ...[
      "model",
      "content",
      "checks",
      "pages",
      "release",
      "genuine",
      "build",
      "preview",
      "importing",
      "office",
      "hosts",
      "reporting",
    ],
  ],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly names: string;
}

const imports: Import[] = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .flatMap((name) => {
    const source = readFileSync(path.join("src", name), "utf8");
    return [...source.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, names = ""]) => ({
      file: name,
      from: name.split(path.sep)[0] ?? "",
      names,
    }));
  });

describe("the plan of the house", () => {
  test("every folder of src/ has its line in the table", () => {
    const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) expect(mayImport).toHaveProperty(name);
  });

  test("a folder imports only from the folders it may", () => {
    const wrong = imports.flatMap(({ file, from, names }) => {
      if (!names.startsWith(".")) return [];
      const to =
        path
          .relative("src", path.join("src", path.dirname(file), names))
          .replace(/^\.\.\//, "")
          .split(path.sep)[0] ?? "";
      return [from, "roots.ts"].includes(to) || mayImport[from]?.includes(to) ? [] : [`src/${file} imports ${names}`];
    });
    expect(wrong).toEqual([]);
  });

  test("no files import each other in a circle", () => {
    const graph = new Map<string, string[]>();
    for (const { file, names } of imports) {
      if (names.startsWith(".")) graph.set(file, [...(graph.get(file) ?? []), path.join(path.dirname(file), names)]);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) circles.push([...above.slice(above.indexOf(file)), file].join(" → "));
      if (done.has(file)) return;
      done.add(file);
      for (const next of graph.get(file) ?? []) visit(next, [...above, file]);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("no file casts a value to a type that it is not known to have", () => {
    const wrong = imports.filter(({ file }) => readFileSync(path.join("src", file), "utf8").includes("as unknown as"));
    expect(new Set(wrong.map(({ file }) => file))).toEqual(new Set());
  });

  test("only src/eleventy knows Eleventy", () => {
    const wrong = imports.filter(({ from, names }) => names.startsWith("@11ty/") && from !== "eleventy");
    expect(wrong).toEqual([]);
  });

  test("the table is about real imports", () => {
    expect(imports.length).toBeGreaterThan(50);
  });
});
