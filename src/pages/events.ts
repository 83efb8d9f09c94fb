import { epochOf } from "../model/instant.ts";
import { oncePer } from "../model/memo.ts";
import { momentOf } from "../model/moment.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { eventsCalendar, fileUrl, pageUrl, releaseUrl, twinFile } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { framed, type Phrase, phraseIn } from "./frame.ts";
import { type Page, pageAt } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly events: ReturnType<typeof eventsView>;
  }
}

export const EVENTS = "events";

/** The most past events on the page. Older ones are in the lists of releases. */
const MOST_PAST = 50;

/** A release that announces an event. */
export type Announcement = PublicRelease & { readonly event: NonNullable<PublicRelease["event"]> };

/** Whether a release announces an event. */
export function isAnnouncement(release: PublicRelease): release is Announcement {
  return release.event !== undefined;
}

/** Returns the releases of a language's lists that announce an event, by when it begins, the first event first. */
export const announcementsIn = oncePer((press: Press, lang: string): readonly Announcement[] =>
  press
    .listed(lang)
    .filter(isAnnouncement)
    .toSorted((a, b) => epochOf(a.event.start) - epochOf(b.event.start)),
);

/** Whether an event was over when the site was built. */
export function isOver(press: Press, { start, end }: Announcement["event"]): boolean {
  return epochOf(end ?? start) < press.now.getTime();
}

/** Returns the page of events of each language that has any: coming and past events. */
export function eventPages(press: Press): Page<"events">[] {
  const { site } = press;
  const languages = Object.keys(site.languages).filter((lang) => announcementsIn(press, lang).length > 0);
  return languages.map((lang) => {
    const url = pageUrl(site, lang, EVENTS);
    return pageAt(site, "events", lang, url, {
      sources: () => announcementsIn(press, lang).map(({ file }) => file),
      view: () => eventsView(press, lang, languages),
    });
  });
}

function eventsView(press: Press, lang: string, languages: readonly string[]) {
  const { site, words } = press;
  const events = announcementsIn(press, lang).map((release) => eventView(press, release, lang));
  return {
    ...framed(
      press,
      {
        url: pageUrl(site, lang, EVENTS),
        lang,
        description: message(words, "events.text", lang),
        versions: languages.map((other) => ({ lang: other, url: pageUrl(site, other, EVENTS) })),
        forms: [{ type: "text/calendar", url: fileUrl(site, eventsCalendar(lang)) }],
      },
      { word: "events.title" },
    ),
    coming: events.filter((event) => !event.isOver),
    past: events
      .filter((event) => event.isOver)
      .toReversed()
      .slice(0, MOST_PAST),
    calendar: fileUrl(site, eventsCalendar(lang)),
  };
}

/** Returns an event as pages list it. */
export function eventView(press: Press, release: Announcement, lang: string) {
  const { site } = press;
  const { event } = release;
  const words = (text: string): Phrase => phraseIn(site, text, release.lang, lang);
  const isCancelled = release.status.is === "withdrawn";
  return {
    url: releaseUrl(site, release),
    title: words(release.title),
    start: momentOf(event.start, site.timezone),
    end: event.end === undefined ? undefined : momentOf(event.end, site.timezone),
    place: isCancelled ? undefined : words(event.place),
    calendar: fileUrl(site, twinFile(release, "ics")),
    isOver: isOver(press, event),
    isCancelled,
  };
}
