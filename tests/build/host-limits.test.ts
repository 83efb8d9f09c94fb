import { expect, test } from "vitest";
import { beyondHost, sizeOfSite } from "../../src/build/host-limits.ts";
import { twinFile } from "../../src/model/urls.ts";

const files = (count: number, size: number, name = (index: number) => `en/2026/release-${index}/index.html`) =>
  Array.from({ length: count }, (_, index) => [name(index), { size }] as const);
const site = new Map([
  ...files(18_000, 20_000),
  ...files(1000, 20_000, (index) => twinFile({ lang: "en", year: "2026", slug: `release-${index}` }, "md")),
  ...files(900, 80_000, (index) => twinFile({ lang: "en", year: "2026", slug: `release-${index}` }, "pdf")),
  ...files(50, 90_000, (index) => twinFile({ lang: "en", year: "2026", slug: `release-${index}` }, "zip")),
  ...files(400, 20_000, (index) => `share/release-${index}.0123456789.png`),
]);

test("a site that is larger than its host takes says so, where the host says it, and which settings would help", () => {
  expect(sizeOfSite(site)).toEqual({ files: 20_350, bytes: 464_500_000 });
  expect(beyondHost({ host: "cloudflare-pages" }, site)).toEqual([
    "The site has 20,350 files; Cloudflare Pages (the free plan) takes 20,000. See https://developers.cloudflare.com/pages/platform/limits/",
    "Lines of site.yaml that would help:",
    "  pdf: none               spares 900 files, 72 MB",
    "  press_kits: none        spares 50 files, 5 MB",
    "  forms: []               spares 1,000 files, 20 MB",
    "  share_images: none      spares 400 files, 8 MB",
  ]);
});

test("what a host takes is said to be too much by no other", () => {
  expect(beyondHost({ host: "github-pages" }, site)).toEqual([]);
  expect(beyondHost({ host: "gitlab-pages" }, site)).toEqual([]);
  expect(beyondHost({ host: "other" }, site)).toEqual([]);
  expect(beyondHost({}, site)).toEqual([]);
});

test("one file, one folder and all bytes have limits of their own", () => {
  const large = new Map([...site, ...files(1, 30_000_000, () => "files/2026/release/video.mp4")]);
  expect(beyondHost({ host: "cloudflare-pages" }, large)[0]).toContain(
    "files/2026/release/video.mp4 has 30 MB; Cloudflare Pages (the free plan) takes 25 MiB in one file.",
  );
  expect(beyondHost({ host: "gitlab-pages" }, new Map(files(11, 100_000_000)))).toEqual([
    "The site has 1,100 MB; GitLab Pages takes 1,000. See https://docs.gitlab.com/user/gitlab_com/#gitlab-pages",
    "Another host may take more.",
  ]);
  expect(beyondHost({ host: "netlify" }, new Map(files(54_001, 1, (index) => `fr/2026/${index}.txt`)))).toEqual([
    "fr/2026/ has 54,001 files; Netlify takes 54,000 in one folder. See https://docs.netlify.com/site-deploys/overview/",
  ]);
});
