import { readFileSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { templatesOf, templateVersion } from "../../src/build/templates.ts";
import { kinds } from "../../src/pages/page.ts";

test("every kind of page has a layout, and its templates are found through all that they name", () => {
  for (const kind of kinds) expect(templatesOf(kind)).toContain("layouts/base.njk");
  expect(templatesOf("release")).toEqual(
    expect.arrayContaining(["components/contact.njk", "components/phrase.njk", "layouts/release.njk"]),
  );
  expect(templatesOf("not-found")).not.toContain("components/contact.njk");
});

test("a changed template changes the version of the kinds that use it, and of no other", () => {
  const file = "templates/components/contact.njk";
  const text = readFileSync(file, "utf8");
  const versions = () => Object.fromEntries(kinds.map((kind) => [kind, templateVersion(templatesOf(kind))]));
  const before = versions();
  onTestFinished(() => writeFileSync(file, text));
  writeFileSync(file, `${text}{# changed #}\n`);
  const after = versions();
  writeFileSync(file, text);
  expect(after.release).not.toBe(before.release);
  expect(after["not-found"]).toBe(before["not-found"]);
});
