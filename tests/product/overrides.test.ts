import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ownFolder } from "../support/folder.ts";
import { runIn } from "../support/package.ts";

const OWN = {
  "templates/layouts/release.njk": [
    '{% extends "dateline/layouts/release.njk" %}',
    '{% block links %}{{ super() }}<link rel="author" href="/humans.txt">{% endblock %}',
  ].join("\n"),
  "templates/components/footer.njk": [
    '{% from "dateline/components/footer.njk" import footer as original %}',
    "{% macro footer(params) %}{{ original(params) }}<p>A line of our own</p>{% endmacro %}",
  ].join("\n"),
  "assets/styles/own.css": ":root { --brand: #123456; }\n.own-of-the-office { color: red }\n",
  "assets/icons/mark.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z" id="own"/></svg>',
  "content/strings/en.yaml": "follow.title: Stay informed\n",
};

test("an office's own templates, styles, icon and words take the place of Dateline's, and all else stays", async () => {
  const office = ownFolder();
  cpSync("tests/fixtures/minimal", path.join(office, "content"), { recursive: true });
  for (const [file, text] of Object.entries(OWN)) {
    mkdirSync(path.join(office, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(office, file), text);
  }
  const run = await runIn(office, process.execPath, path.resolve("src/cli/command.mjs"), "build");
  expect(run.code, run.stderr).toBe(0);
  const read = (file: string) => readFileSync(path.join(office, "_site", file), "utf8");
  const release = read("en/2017/training-centre/index.html");
  expect(release).toContain('<link rel="author" href="/humans.txt">');
  expect(release).toContain('<link rel="canonical"');
  expect(release).toMatch(/<\/footer>\s*<p>A line of our own<\/p>/);
  expect(release).toContain("#123456");
  expect(read("mark.svg")).toContain('id="own"');
  expect(read("en/follow/index.html")).toContain("Stay informed");
});

test("every block and custom property that is promised is there", () => {
  const promised = [...readFileSync("docs/customising.md", "utf8").matchAll(/^\| (`[^|]+) \|/gm)].flatMap(
    ([, names = ""]) => [...names.matchAll(/`([\w-]+)`/g)].map(([, name = ""]) => name),
  );
  const css = readFileSync("assets/styles/base.css", "utf8");
  const base = readFileSync("templates/layouts/base.njk", "utf8");
  expect(promised.length).toBeGreaterThan(25);
  for (const name of promised)
    expect(name.startsWith("--") ? css : base, name).toMatch(
      name.startsWith("--") ? new RegExp(`^  ${name}:`, "m") : new RegExp(`\\{%-? block ${name} -?%\\}`),
    );
});
