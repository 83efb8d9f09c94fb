import { sha256 } from "../model/hash.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { eventsCalendar, outputFile, releaseUrl, twinFile } from "../model/urls.ts";
import { announcementsIn, isAnnouncement } from "../pages/events.ts";
import type { Page } from "../pages/page.ts";
import { calendar } from "./forms/calendar.ts";
import { ninjs } from "./forms/ninjs.ts";
import { releaseMarkdown, releaseText } from "./forms/text.ts";
import { tellingOf } from "./sections.ts";

/** Every release in its other forms, made anew only where its page has changed. */
export function twinFiles(press: Press, pages: readonly Page[]): OutputFile[] {
  const { site, words } = press;
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const spoken = new Map([...words].map(([lang, table]) => [lang, sha256(JSON.stringify(table))]));
  return press.releases.flatMap((release) => {
    const page = byFile.get(outputFile(site, releaseUrl(site, release)));
    if (page?.kind !== "release") return [];
    const telling = () => tellingOf(press, release);
    let digest: string | undefined;
    const digestOf = () => {
      digest ??= sha256(page.digest, spoken.get(release.lang) ?? "");
      return digest;
    };
    const made = (extension: string, make: OutputFile["make"]): OutputFile => ({
      file: twinFile(release, extension),
      get fingerprint() {
        return digestOf();
      },
      make,
    });
    return [
      made("txt", () => releaseText(press, telling())),
      made("md", () => releaseMarkdown(press, telling())),
      made("json", (kept) => ninjs(press, release, telling(), kept.sizeOf)),
      ...(isAnnouncement(release) ? [made("ics", () => calendar(press, [{ release, telling: telling() }]))] : []),
    ];
  });
}

/** All events of each language as one calendar to subscribe to. */
export function eventCalendars(press: Press): OutputFile[] {
  return Object.keys(press.site.languages).flatMap((lang) => {
    const releases = announcementsIn(press, lang);
    if (releases.length === 0) return [];
    const make = () =>
      calendar(
        press,
        releases.map((release) => ({ release, telling: tellingOf(press, release) })),
      );
    return [{ file: eventsCalendar(lang), fingerprint: sha256(make()), make }];
  });
}
