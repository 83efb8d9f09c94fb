import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { findings } from "../../src/checks/findings.ts";
import { loadContent } from "../../src/content/load.ts";
import { standingOf } from "../../src/model/embargo.ts";
import { BUILD_TIME } from "../support/command.ts";
import { guide, guideExamples, guideLanguages, guideSite } from "../support/guide.ts";
import { testSite } from "../support/site.ts";

const MOST_BYTES = 60_000;

describe.each(guideLanguages)("the editor's guide in %s", (lang) => {
  test("shows releases that can be built as they stand, and in which the check finds nothing to put right", async () => {
    const site = testSite();
    site.write("site.yaml", guideSite(readFileSync(path.join(site.content, "site.yaml"), "utf8"), lang));
    site.remove("releases");
    const examples = Object.entries(guideExamples(lang));
    for (const [file, text] of examples) site.write(file, text);
    const grey = sharp({ create: { width: 2000, height: 1200, channels: 3, background: "#888" } });
    site.write("releases/2017-02-10-first-course/opening.jpg", await grey.jpeg().toBuffer());
    site.write("releases/2017-02-10-first-course/report.pdf", "%PDF-1.7");
    const { content, problems } = loadContent(site.content);
    expect(problems).toEqual([]);
    if (!content) return;
    expect(content.releases).toHaveLength(examples.length);
    const now = new Date(BUILD_TIME);
    expect(content.releases.map((release) => standingOf(release, now, content.site.timezone).is)).toEqual(
      examples.map(() => "public"),
    );
    const only = new Set(examples.map(([file]) => file));
    const checked = await findings(content, { contentDir: site.content, now, only });
    expect(checked.findings.filter(({ severity }) => severity !== "hint")).toEqual([]);
  });

  test("shows pictures that are there, small and described", () => {
    const pictures = [...guide(lang).matchAll(/!\[(.*?)\]\((.*?)\)/g)];
    expect(pictures).toHaveLength(2);
    for (const [, alt = "", file = ""] of pictures) {
      expect(alt.length).toBeGreaterThan(30);
      expect(statSync(path.join("docs/guide", file)).size).toBeLessThan(MOST_BYTES);
    }
  });
});

test("the guide says the same in both languages: the same steps, with the same examples", () => {
  const [english, russian] = guideLanguages.map((lang) => guide(lang));
  const count = (text: string | undefined, pattern: RegExp) => text?.match(pattern)?.length;
  for (const pattern of [/^## /gm, /^```markdown /gm, /^\| /gm])
    expect(count(russian, pattern)).toBe(count(english, pattern));
  const names = guideLanguages.map((lang) => Object.keys(guideExamples(lang)).map((file) => path.dirname(file)));
  expect(names[1]).toEqual(names[0]);
});
