import { expect, test } from "vitest";
import { FileCache } from "../../src/build/file-cache.ts";
import { compiledTemplate, forgetTemplates, keepTemplates, writeTemplates } from "../../src/eleventy/compiled.ts";
import { ownFolder } from "../support/folder.ts";

test("a template is compiled once, for the next build of the same code as well, also if a build between them renders nothing", () => {
  const folder = ownFolder();
  let compiled = 0;
  const compile = () => `return ${++compiled};`;
  const build = (version: string, templates: readonly string[]) => {
    const files = new FileCache(folder);
    keepTemplates(files, version);
    const made = templates.map((template) => compiledTemplate(template, compile));
    writeTemplates();
    files.forgetUnused();
    forgetTemplates();
    return made;
  };
  expect(build("a", ["list", "home", "list"])).toEqual(["return 1;", "return 2;", "return 1;"]);
  expect(build("a", [])).toEqual([]);
  expect(build("a", ["home", "person"])).toEqual(["return 2;", "return 3;"]);
  expect(build("a", ["list", "person"])).toEqual(["return 1;", "return 3;"]);
  expect(build("b", ["home"])).toEqual(["return 4;"]);
  expect(compiledTemplate("home", compile)).toBe("return 5;");
});
