import { createHash } from "node:crypto";
import type { Press } from "../model/press.ts";
import type { Page } from "../pages/page.ts";
import type { ReleaseView } from "../pages/release.ts";
import { outputFile, releaseUrl, twinFile } from "../pages/urls.ts";
import { calendar } from "./calendar.ts";
import type { OutputFile } from "./file.ts";
import { ninjs } from "./ninjs.ts";
import { releaseMarkdown, releaseText } from "./release-text.ts";

/** Every release in its other forms, made of what its page is made of, and only where that has changed. */
export function twinFiles(press: Press, pages: readonly Page[]): OutputFile[] {
  const { site, words } = press;
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const spoken = new Map([...words].map(([lang, table]) => [lang, hashed(JSON.stringify(table))]));
  return press.releases.flatMap((release) => {
    const { lang } = release;
    const page = byFile.get(outputFile(site, releaseUrl(site, release)));
    if (page?.kind !== "release") return [];
    const told = () => ({ site, words, lang, view: page.view as unknown as ReleaseView });
    const twin = (extension: string, make: () => string): OutputFile => ({
      file: twinFile(release, extension),
      get fingerprint() {
        return hashed(`${page.digest} ${spoken.get(lang)}`);
      },
      make,
    });
    return [
      twin("txt", () => releaseText(told())),
      twin("md", () => releaseMarkdown(told())),
      twin("json", () => ninjs(press, release, told().view)),
      ...(release.event && release.status.is !== "withdrawn" ? [twin("ics", () => calendar(press, release))] : []),
    ];
  });
}

function hashed(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
