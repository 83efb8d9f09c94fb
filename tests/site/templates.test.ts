import { appendFileSync, cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { templatesOf } from "../../src/build/templates.ts";
import { filesIn } from "../../src/build/tree.ts";
import { kinds } from "../../src/pages/page.ts";
import { datelineAsUser } from "../support/command.ts";
import { ownFolder } from "../support/folder.ts";

test("every kind of page has a layout, and its templates are found through all that they name", () => {
  for (const kind of kinds) expect(templatesOf(kind)).toContain("layouts/base.njk");
  expect(templatesOf("release")).toEqual(
    expect.arrayContaining(["components/contact.njk", "components/phrase.njk", "layouts/release.njk"]),
  );
  expect(templatesOf("not-found")).not.toContain("components/contact.njk");
});

test("where a template or a script has changed, the pages that use it are rendered anew, and no others", async () => {
  const project = ownFolder();
  const parts = [
    "assets",
    "src",
    "templates",
    "eleventy.config.ts",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ];
  for (const part of parts) cpSync(part, path.join(project, part), { recursive: true, force: true });
  cpSync("tests/fixtures/minimal", path.join(project, "content"), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(project, "node_modules"));
  const output = path.join(project, "_site");
  const build = async () => {
    const { code, stdout, stderr } = await datelineAsUser("build", [], {}, project);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    return Number(/rendered +(\d+)/.exec(stdout)?.[1]);
  };
  const all = await build();

  appendFileSync(path.join(project, "templates/components/contact.njk"), "{# changed #}\n");
  const some = await build();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);

  const script = path.join(project, "assets/scripts/page.ts");
  writeFileSync(script, readFileSync(script, "utf8").replace("2000", "2100"));
  expect(await build()).toBe(all);
  for (const file of filesIn(output).filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(path.join(output, file), "utf8");
    for (const [, src = ""] of html.matchAll(/<script defer src="([^"]+)"/g))
      expect(existsSync(path.join(output, src)), `${file}: ${src}`).toBe(true);
  }
});
