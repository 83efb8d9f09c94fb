import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect } from "vitest";
import { isWellFormed } from "../../src/checks/site/xml.ts";
import { loadContent } from "../../src/content/load.ts";
import { withTypography } from "../../src/content/typography.ts";
import { Press } from "../../src/model/press.ts";
import { formsOf } from "../../src/release/files.ts";
import { releasePage } from "../../src/release/forms/page.ts";
import { releaseEntry, releaseHtml } from "../../src/release/forms/text.ts";
import { tellingOf } from "../../src/release/sections.ts";
import { xml } from "../../src/text/xml.ts";
import { BUILD_TIME } from "./command.ts";

/** What is put into a release: what steers YAML, Markdown, HTML, templates, terminals and the direction of writing. */
const SNIPPETS = [
  "---\n",
  "\n---\n",
  "\n\n",
  "\t",
  "    ",
  "\r\n",
  "\0",
  "\u202e",
  "\u2066",
  "\u200b",
  "\ufeff",
  "\ud800",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<!--",
  "-->",
  "</textarea>",
  "<svg/onload=alert(1)>",
  "]]>",
  "<![CDATA[",
  "&lt;",
  "&#x0;",
  "[a](javascript:alert(1))",
  "![a](../../etc/passwd)",
  "[a](<b c>)",
  "](",
  "[[[[",
  "[^1]",
  "\n[^1]: note\n",
  ":ru[",
  ":ar[سلام]",
  "]",
  "**",
  "__",
  "***",
  "`",
  "```\n",
  "~~",
  "\\",
  "|",
  "\n| a | b |\n| - | - |\n",
  "> ",
  "\n> Said.\n>\n> — Anna\n",
  "\n- ",
  "\n1. ",
  "\n# ",
  "\n=====\n",
  "* * *",
  "<br>",
  "<sub>2</sub>",
  "<sup>",
  "{{ 1 }}",
  "{% raw %}",
  "$\u007b1}",
  "#{1}",
  "&a ",
  "*a",
  "!!js/function ",
  "{",
  "}",
  "[",
  ": ",
  "? ",
  "- ",
  "'",
  '"',
  "|-\n",
  ">\n",
  "# ",
  "%",
  "@",
  "null",
  "true",
  "2026-02-31",
  "0x10",
  "1e999",
  "~",
  "title: ",
  "date: ",
  "status: withdrawn\n",
  "status: { is: withdrawn, hide_title: true }\n",
  "draft: true\n",
  "made_with: { ai: draft, reviewed: false }\n",
  "changes: [{ date: 2026-01-02, note: '*a* <b>' }]\n",
  "translation: { from: ru }\n",
  'event: { start: "2026-10-09 08:00 +06:00", place: Osh }\n',
  "lang: ar\n",
  "aliases: [/a//b, /.git/x]\n",
  "notes: |\n  a\n\n  > b\n",
  "__proto__: 1\n",
  "constructor: 1\n",
  "العربية",
  "中文字符。",
  "Ελληνικά",
  "👩‍👩‍👧",
  "é",
  "ﬃ",
  "İ",
  "ß",
  "a".repeat(400),
  "( ".repeat(60),
  "[".repeat(200),
  "> ".repeat(80),
  "* ".repeat(200),
  "_a".repeat(120),
];

const SHOWCASE = "tests/fixtures/showcase";

/** Fields that name files and other releases. */
const NAMED = /^(?:image|gallery|documents|related|status|translation|featured):.*\n(?:(?:[ \t]|- ).*\n)*/gm;

/** The releases of a fixture, as they are written, without their files. */
const sources = textsIn(path.join(SHOWCASE, "releases"))
  .map((text) => text.replace(NAMED, "").replace(/^!\[.*$/gm, ""))
  .filter((text) => /^title:/m.test(text) && /^date:/m.test(text) && /^contacts:/m.test(text));

function textsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const whole = path.join(folder, name);
    if (statSync(whole).isDirectory()) return textsIn(whole);
    return name.endsWith(".md") ? [readFileSync(whole, "utf8")] : [];
  });
}

/** A change of a text: its place is a share of the length of the body or, of one in four, of the fields. */
interface Mutation {
  readonly at: number;
  readonly isField: boolean;
  readonly kind: "insert" | "delete" | "repeat" | "swap";
  readonly size: number;
  readonly snippet: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  isField: fc.constantFrom(true, false, false, false),
  kind: fc.constantFrom("insert", "insert", "insert", "delete", "repeat", "swap"),
  size: fc.nat(60),
  snippet: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: "binary", maxLength: 12 })),
});

/** A release to which some things have happened. */
const mutated = fc
  .tuple(fc.constantFrom(...sources), fc.array(mutation, { minLength: 1, maxLength: 5 }))
  .map(([source, all]) => all.reduce(changed, source));

function changed(text: string, { at, isField, kind, size, snippet }: Mutation): string {
  const border = text.indexOf("\n---\n") + 5;
  const from = Math.floor(isField ? 4 + at * (border - 8) : border + at * (text.length - border));
  const part = text.slice(from, from + size);
  const [before, after] = [text.slice(0, from), text.slice(from + size)];
  if (kind === "insert") return before + snippet + part + after;
  if (kind === "delete") return before + after;
  return kind === "repeat" ? before + part + part + after : before + [...part].toReversed().join("") + after;
}

/** A release may take so long to be read and told in all its forms: nothing in it makes a build hang. */
const LONGEST_MS = 5000;

/**
 * Asserts that a release that was changed at random is either told to be wrong, with what and where, or told in every form: each
 * of them well formed, without anything that runs.
 */
export async function mutatedReleasesHold(
  seed: number,
  numRuns: number,
): Promise<{ readonly told: number; readonly refused: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-mutated-"));
  const count = { told: 0, refused: 0 };
  try {
    for (const part of ["contacts", "locations", "partners", "people", "topics"])
      cpSync(path.join(SHOWCASE, part), path.join(folder, part), { recursive: true });
    cpSync(path.join(SHOWCASE, "logo.svg"), path.join(folder, "logo.svg"));
    writeFileSync(
      path.join(folder, "site.yaml"),
      readFileSync(path.join(SHOWCASE, "site.yaml"), "utf8").replace(NAMED, ""),
    );
    mkdirSync(path.join(folder, "releases"));
    fc.assert(
      fc.property(mutated, (text) => {
        writeFileSync(path.join(folder, "releases", "2026-01-02-mutated.md"), text);
        const started = performance.now();
        const { content, problems } = loadContent(folder);
        if (content) {
          count.told++;
          const press = new Press(withTypography(content), new Date(BUILD_TIME));
          for (const release of press.releases) expectTold(press, release);
        } else {
          count.refused++;
          for (const { file, message, fix } of problems) {
            expect(file).not.toBe("");
            expect(`${message} ${fix}`).not.toMatch(/undefined|\[object|NaN|\bat .+:\d+:\d+/);
          }
        }
        expect(performance.now() - started).toBeLessThan(LONGEST_MS);
      }),
      { seed, numRuns },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return count;
}

function expectTold(press: Press, release: Press["releases"][number]): void {
  const telling = tellingOf(press, release);
  const page = releasePage(press, release, () => undefined);
  expect(JSON.stringify(page.view)).toBeTruthy();
  for (const { file, make } of formsOf(press, release)) {
    const text = make(() => undefined);
    if (file.endsWith(".json")) expect(() => JSON.parse(text)).not.toThrow();
  }
  for (const html of [releaseHtml(press, telling), releaseEntry(press, telling)]) expectHarmless(html);
  expect(isWellFormed("entry.xml", xml({ entry: { "#text": releaseEntry(press, telling) } }))).toBeUndefined();
}

/** Nothing that runs, and no address but those of the web, of mail and of telephones. */
function expectHarmless(html: string): void {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  expect([...document.querySelectorAll("script,iframe,object,embed,svg,style,form,input,base")].map(String)).toEqual(
    [],
  );
  for (const element of document.querySelectorAll("*"))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^style$|^srcdoc$/i);
      if (/^(?:href|src)$/.test(name)) expect(value.trim()).not.toMatch(/^(?:javascript|data|vbscript|file):/i);
    }
}
