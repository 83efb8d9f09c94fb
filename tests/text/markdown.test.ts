import { describe, expect, test } from "vitest";
import { markdown } from "../support/text.ts";

describe("an editor's Markdown", () => {
  test("cannot bring HTML, script or a dangerous link onto a page", () => {
    const html = markdown(
      "<script>x</script> <b>b</b> [x](javascript:alert) [y](data:text/html,x) ![z](data:image/svg+xml,x)",
      "en",
    );
    expect(html).not.toMatch(/<script|<b>|href="javascript|href="data|src="data/);
    expect(html).toContain("&lt;script&gt;");
  });

  test("links bare web and mail addresses, and nothing that only looks like one", () => {
    expect(markdown("See https://example.org/a, mail press@example.org, file report.md", "en")).toBe(
      '<p>See <a href="https://example.org/a">https://example.org/a</a>, mail <a href="mailto:press@example.org">press@example.org</a>, file report.md</p>\n',
    );
  });

  test("keeps links to the site inside the site's folder", () => {
    expect(markdown("[a](/en/x/) [b](//cdn.example.org/) [c](https://example.org/)", "en", "/press")).toBe(
      '<p><a href="/press/en/x/">a</a> <a href="//cdn.example.org/">b</a> <a href="https://example.org/">c</a></p>\n',
    );
  });

  test("has its headings below the page's title", () => {
    expect(markdown("# One\n\n## Two", "en")).toBe("<h2>One</h2>\n<h3>Two</h3>\n");
    expect(markdown("## One\n\n### Two", "en")).toBe("<h2>One</h2>\n<h3>Two</h3>\n");
  });

  test.each([
    ["en", "“Walls” and the ‘others’"],
    ["ru", "«Walls» and the „others“"],
    ["fr", "«\u00a0Walls\u00a0» and the “others”"],
    ["zh", "“Walls” and the ‘others’"],
  ])("has the quotation marks of %s", (lang, expected) => {
    expect(markdown(`"Walls" and the 'others'`, lang)).toBe(`<p>${expected}</p>\n`);
  });
});
