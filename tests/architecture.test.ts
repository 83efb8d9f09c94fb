import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** What all folders are but the two that know Eleventy. */
const OTHERS = ["model", "content", "rendering", "text", "checks", "pages", "release", "outputs", "build", "importing"];

/** Which folder of src/ may import from which: the plan of the house. A folder may always import from itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rendering: ["model"],
  text: ["model", "rendering"],
  content: ["model", "text"],
  checks: ["model", "content", "rendering", "text"],
  pages: ["model", "rendering", "text"],
  release: ["model", "rendering", "text", "pages"],
  outputs: ["model", "rendering", "text", "pages", "release"],
  build: ["model", "pages", "release"],
  importing: ["model", "content", "text"],
  eleventy: [...OTHERS, "eleventy.config.ts"],
  cli: [...OTHERS, "eleventy"],
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
      return to === from || mayImport[from]?.includes(to) ? [] : [`src/${file} imports ${names}`];
    });
    expect(wrong).toEqual([]);
  });

  test("only src/eleventy and src/cli know Eleventy", () => {
    const wrong = imports.filter(
      ({ from, names }) => names.startsWith("@11ty/") && from !== "eleventy" && from !== "cli",
    );
    expect(wrong).toEqual([]);
  });

  test("the table is about real imports", () => {
    expect(imports.length).toBeGreaterThan(50);
  });
});
