import { createHash } from "node:crypto";
import type { Press } from "../model/press.ts";
import { digestOf, type Page } from "../pages/page.ts";
import type { ReleaseView } from "../pages/release.ts";
import { embedFile, outputFile, releaseUrl, twinFile } from "../pages/urls.ts";
import { calendar } from "./calendar.ts";
import { EmbedStyles, embedPage, oEmbed } from "./embed.ts";
import type { OutputFile } from "./file.ts";
import { ninjs } from "./ninjs.ts";
import { releaseMarkdown, releaseText } from "./release-text.ts";

/** Every release in its other forms, made of what its page is made of, and only where that has changed. */
export function twinFiles(press: Press, pages: readonly Page[]): OutputFile[] {
  const { site, words } = press;
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const spoken = new Map([...words].map(([lang, table]) => [lang, sha256(JSON.stringify(table))]));
  const styles = new EmbedStyles(press);
  return press.releases.flatMap((release) => {
    const { lang } = release;
    const page = byFile.get(outputFile(site, releaseUrl(site, release)));
    if (page?.kind !== "release") return [];
    const view = page.view as unknown as ReleaseView;
    const told = { site, words, lang, view };
    const fingerprint = sha256(digestOf(page) + (spoken.get(lang) ?? ""));
    const twin = (extension: string, make: () => string) => ({ file: twinFile(release, extension), fingerprint, make });
    return [
      twin("txt", () => releaseText(told)),
      twin("md", () => releaseMarkdown(told)),
      twin("json", () => ninjs(press, release, view)),
      ...(view.event ? [twin("ics", () => calendar(press, release))] : []),
      {
        file: embedFile(release, "html"),
        fingerprint: sha256(fingerprint + styles.source),
        make: () => embedPage(press, release, view, styles),
      },
      { file: embedFile(release, "json"), fingerprint, make: () => oEmbed(press, release, view) },
    ];
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
