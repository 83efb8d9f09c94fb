import { sha256 } from "../model/hash.ts";
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
  const spoken = new Map([...words].map(([lang, table]) => [lang, sha256(JSON.stringify(table))]));
  return press.releases.flatMap((release) => {
    const { lang } = release;
    const page = byFile.get(outputFile(site, releaseUrl(site, release)));
    if (page?.kind !== "release") return [];
    const view = () => page.view as unknown as ReleaseView;
    const told = () => ({ site, words, lang, view: view() });
    const made = (file: string, make: () => string): OutputFile => ({
      file,
      get fingerprint() {
        return sha256([page.digest, spoken.get(lang)].join(" "));
      },
      make,
    });
    return [
      made(twinFile(release, "txt"), () => releaseText(told())),
      made(twinFile(release, "md"), () => releaseMarkdown(told())),
      made(twinFile(release, "json"), () => ninjs(press, release, view())),
      ...(release.event && release.status.is !== "withdrawn"
        ? [made(twinFile(release, "ics"), () => calendar(press, release))]
        : []),
    ];
  });
}
