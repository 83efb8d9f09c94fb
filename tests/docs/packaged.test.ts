import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const { files } = JSON.parse(readFileSync("package.json", "utf8")) as { files: string[] };
const isPackaged = (file: string) => files.some((each) => file === each || file.startsWith(`${each}/`));

test("the pages in the package lead to pages in the package", () => {
  const all = files.flatMap((file) =>
    file.startsWith("docs/") && statSync(file).isDirectory() ? filesIn(file) : [file],
  );
  const links = all
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to = ""]) =>
        path.join(path.dirname(file), to),
      ),
    )
    .filter((file) => existsSync(file));
  expect(links).toContain("docs/guide/en.md");
  expect(links.filter((file) => !isPackaged(file))).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder).map((name) => path.join(folder, name));
}
