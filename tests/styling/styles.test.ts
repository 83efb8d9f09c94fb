import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { StyleSheet } from "../../src/styling/styles.ts";

const sheet = (theme?: Readonly<Record<string, string>>) =>
  new StyleSheet({ site: { origin: "https://press.example.org", theme } as never, files: new Map() });

describe("a page carries", () => {
  const styles = sheet();

  test("the rules for the elements and classes that it has, and no others", () => {
    const { css } = styles.for('<main><p class="chip sdg sdg-5">5</p></main>');
    expect(css).toContain(".chip{");
    expect(css).toContain(".sdg-5{background:#ff3a21}");
    expect(css).not.toMatch(/sdg-6|\.card|blockquote|table|\.chips/);
  });

  test("of a rule with several selectors those that meet something", () => {
    expect(styles.for("<h1>x</h1>").css).toContain("h1{font-weight:700;line-height:var(--tight)}");
    expect(styles.for("<h1>x</h1><h2>x</h2>").css).toContain("h1,h2{font-weight:700;line-height:var(--tight)}");
  });

  test("the rules under a condition only where there are any", () => {
    const rule = /@media\(width>=48em\)\{\.figures li\{padding:var\(--s5\)\}\}/;
    expect(styles.for('<ul class="figures"><li>x</li></ul>').css).toMatch(rule);
    expect(styles.for("<ul><li>x</li></ul>").css).not.toMatch(rule);
  });

  test("the rules of the languages that it has", () => {
    expect(styles.for('<html lang="zh"><h1>x</h1>').css).toContain(":lang(zh){");
    expect(styles.for('<html lang="en"><h1>x</h1>').css).not.toContain(":lang(");
  });

  test("of what stands behind the link to the shared file only the base: its components are in that file", () => {
    const html =
      '<main><p class="cite">x</p><link rel="stylesheet" href="/rest.css"><h2>x</h2><p class="chip">x</p></main>';
    expect(styles.for(html).css).toContain(".cite{");
    expect(styles.for(html).css).toContain("h2{font-size:var(--t-sec)}");
    expect(styles.for(html).css).not.toContain(".chip{");
    expect(styles.later.css).toContain(".chip{");
  });

  test("nothing that is only printed, or that only the script adds: all pages share one file of that", () => {
    const html = '<main><p class="copy quote">x</p><button>x</button></main>';
    expect(styles.for(html).css).not.toMatch(/@media print|\.copy\{/);
    expect(styles.later.css).toContain("@media print{");
    expect(styles.later.css).toContain(".copy{");
    expect(styles.later.css).toContain("@media(forced-colors:active){");
    expect(styles.later.file).toMatch(/^rest\.[0-9a-f]{10}\.css$/);
  });

  test("of the languages in its menu, which names them all, only those that its text has too", () => {
    const menu = '<html lang="en"><header><ul class="versions"><li><a href="/ar/" lang="ar">x</a></li></ul></header>';
    expect(styles.for(`${menu}<main><h1>x</h1></main>`).css).not.toContain(":lang(ar)");
    expect(styles.for(`${menu}<main><h1 lang="ar">x</h1></main>`).css).toContain(":lang(ar)");
  });

  test("the word that lets these rules pass the Content-Security-Policy, and only these", () => {
    const html = styles.into('<meta content="style-src \'styles\'"><style></style><p class="chip">$& $1</p>');
    const [, csp, css = ""] = /'(sha256-[^']+)'"><style>(.*)<\/style>/s.exec(html) ?? [];
    expect(csp).toBe(`sha256-${createHash("sha256").update(css).digest("base64")}`);
    expect(html).toContain("$& $1");
  });
});

test("the theme's colours and corners take the place of the look's own", () => {
  const { css } = sheet({ brand: "#123456", radius: "4px" }).for("<p>x</p>");
  expect(css.indexOf("--brand:#123456")).toBeGreaterThan(css.indexOf("--brand:#0468b1"));
  expect(css).toContain("--radius:4px");
});
