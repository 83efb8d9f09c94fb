import { expect, test } from "vitest";
import { costlyOutputsOf } from "../../src/build/outputs.ts";
import { pagesOf } from "../../src/build/pages.ts";
import { Press } from "../../src/model/press.ts";
import { releaseShare } from "../../src/share/card.ts";
import { good, releaseFile } from "../support/content.ts";

test("a preview has no share image of what is withheld, and names none", () => {
  const content = good({
    "releases/2018-03-04-draft.md": releaseFile({ draft: "true" }),
    "releases/2018-03-05-later.md": releaseFile({ embargo: '"2030-01-01 09:00 +03:00"' }),
  });
  const preview = new Press(content, new Date("2026-11-23T12:00:00Z"), "preview");
  const images = costlyOutputsOf(preview).filter(({ file }) => file.startsWith("share/"));
  expect(images.map(({ file }) => file.split(".")[0])).toEqual(["share/site", "share/training-centre"]);
  const frames = pagesOf(preview).map(({ url, view }) => [url, JSON.stringify(view.frame)] as const);
  for (const [url, frame] of frames)
    expect({ url, named: /share\/(?:draft|later)/.test(frame) }).toEqual({ url, named: false });
});

test("of many releases without a picture, the newest 500 have an image of their own words, the older ones the site's", () => {
  const content = good({});
  const [release] = content.releases;
  if (!release) throw new Error("The smallest site has a release.");
  const releases = Array.from({ length: 503 }, (_, index) => ({
    ...release,
    key: `r${index}`,
    slug: `r${index}`,
    file: `releases/r${index}.md`,
    date: new Date(Date.UTC(2018, 0, 1 + index)).toISOString().slice(0, 10),
  }));
  const press = new Press({ ...content, releases }, new Date("2026-11-23T12:00:00Z"));
  const own = press.releases.filter((each) => !releaseShare(press, each)?.file.startsWith("share/site."));
  expect([own.length, own[0]?.key]).toEqual([500, "r3"]);
});
