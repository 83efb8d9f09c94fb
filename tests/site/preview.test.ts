import { readFileSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { PreviewSite } from "../../src/preview/site.ts";
import { BUILD_TIME, datelineAsUser } from "../support/command.ts";
import { testSite } from "../support/site.ts";

const release = "releases/2017-01-27-training-centre.md";

function previewOf(content: string): PreviewSite {
  return new PreviewSite(content, path.join(content, "..", "preview"), () => new Date(BUILD_TIME));
}

test("a preview shows what the built site has, byte for byte: each page, twin, feed, map, picture and kit", async () => {
  const site = testSite();
  const text = readFileSync(path.join(site.content, release), "utf8");
  const image = "image: { file: bridge.jpg, alt: A bridge, credit: Press office }\n";
  site.write("releases/2017-03-01-bridge/en.md", text.replace("---\n", `---\n${image}`));
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: "#4682b4" } });
  site.write("releases/2017-03-01-bridge/bridge.jpg", await picture.jpeg().toBuffer());
  expect(await site.build()).toMatchObject({ code: 0 });
  const preview = previewOf(site.content);
  expect(await preview.read()).toEqual([]);
  // A preview has no search, and no host reads its headers.
  const shown = site.files().filter((file) => !/(?:^|\/)search\/|^_|^\.nojekyll$/.test(file));
  expect(shown.length).toBeGreaterThan(60);
  for (const file of shown) {
    const found = await preview.at(`/${file}`);
    expect(found && Buffer.from(found.bytes).equals(readFileSync(path.join(site.output, file))), file).toBe(true);
  }
});

test("a preview reads again what was saved, a release whose original or partner changed, and nothing else", async () => {
  const site = testSite();
  const preview = previewOf(site.content);
  // What was saved less than a moment ago is read again, because it may have been saved once more.
  await wait(50);
  await preview.read();
  const before = preview.draft?.content.releases;
  const shownAt = async (url: string) => String((await preview.at(url))?.bytes);

  await preview.read();
  expect(preview.draft?.content.releases[0]).toBe(before?.[0]);

  // Of the same size, a moment later.
  const text = readFileSync(path.join(site.content, release), "utf8");
  const saved = statSync(path.join(site.content, release)).mtimeMs / 1000;
  site.write(release, text.replace("opened today", "closed today"));
  utimesSync(path.join(site.content, release), saved + 1, saved + 1);
  await preview.read();
  expect(await shownAt("/en/2017/training-centre/")).toContain("closed today");

  const place = readFileSync(path.join(site.content, "locations/smarhon.yaml"), "utf8");
  site.write("locations/smarhon.yaml", place.replace("Smarhon", "Smorgon"));
  await preview.read();
  expect(await shownAt("/en/2017/training-centre/")).toContain("Smorgon");

  site.remove("locations/smarhon.yaml");
  expect((await preview.read())[0]?.message).toContain("smarhon");
  expect(await shownAt("/en/2017/training-centre/")).toContain("Smorgon");
});

test("a preview that cannot be served says why and ends", async () => {
  const site = testSite();
  const args = ["--content", site.content, "--cache", path.join(site.content, "..", "preview"), "--port", "99999"];
  expect(await datelineAsUser("start", args)).toMatchObject({
    code: 1,
    stderr: "✗ The port must be a number between 0 and 65535. Name another: npm start -- --port 9000\n",
  });
});
