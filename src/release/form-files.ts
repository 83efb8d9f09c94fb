import { ListedFile, type OutputFile, type Sizes, textFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { editionFile, eventsCalendar, outputFile, releaseUrl, twinFile, twinForms } from "../model/urls.ts";
import { announcementsIn, isAnnouncement } from "../pages/events.ts";
import { type Page, pagesByFile } from "../pages/page.ts";
import { formerEditions, inEdition } from "./editions.ts";
import { calendar } from "./forms/calendar.ts";
import { ninjs } from "./forms/ninjs.ts";
import { releaseMarkdown, releaseText } from "./forms/text.ts";
import { tellingOf } from "./sections.ts";

/** A release in a form other than its page. */
interface FormFile {
  /** Path in the output. */
  readonly file: string;
  make(sizes: Sizes): string;
}

/** The writers of a release's other forms. */
const twins = {
  txt: (press, _, telling) => releaseText(press, telling),
  md: (press, _, telling) => releaseMarkdown(press, telling),
  json: ninjs,
} satisfies Readonly<Record<string, typeof ninjs>>;

/** Returns a release in its other forms. */
export function formsOf(press: Press, release: PublicRelease): FormFile[] {
  const telling = () => tellingOf(press, release);
  return [
    ...twinForms(press.site).map(({ form }) => ({
      file: twinFile(release, form),
      make: (sizes: Sizes) => twins[form](press, release, telling(), sizes),
    })),
    ...(isAnnouncement(release)
      ? [{ file: twinFile(release, "ics"), make: () => calendar(press, [{ release, telling: telling() }]) }]
      : []),
    ...(release.status.is === "withdrawn" ? [] : formerEditions(press, release)).map((edition) => ({
      file: editionFile(release, edition),
      make: () => releaseText(press, tellingOf(press, inEdition(release, edition))),
    })),
  ];
}

/** Returns every release in its other forms, which are made again only if its page has changed. */
export function twinFiles(press: Press, pages: readonly Page[]): OutputFile[] {
  const byFile = pagesByFile(pages);
  return press.releases.flatMap((release) => {
    const page = byFile.get(outputFile(press.site, releaseUrl(press.site, release)));
    if (page?.kind !== "release") return [];
    const digestOf = () => page.digest;
    return formsOf(press, release).map(
      ({ file, make }) => new ListedFile(file, digestOf, ({ sizeOf }) => make(sizeOf), { isForm: true }),
    );
  });
}

/** Returns all events of each language as one calendar to subscribe to. */
export function eventCalendars(press: Press): OutputFile[] {
  return Object.keys(press.site.languages).flatMap((lang) => {
    const releases = announcementsIn(press, lang);
    if (releases.length === 0) return [];
    const announced = releases.map((release) => ({ release, telling: tellingOf(press, release) }));
    return [textFile(eventsCalendar(lang), calendar(press, announced))];
  });
}
