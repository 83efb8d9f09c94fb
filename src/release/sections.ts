import type { SiteUrl } from "../model/address.ts";
import type { PictureMaking, TextMaking } from "../model/making.ts";
import { momentOf } from "../model/moment.ts";
import { formatsOf, renditionsOf } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import { type PartnerRole, type PublicRelease, updatedOn } from "../model/release.ts";
import { absolute, fileUrl, listUrl, releaseUrl, twinFile } from "../model/urls.ts";
import { boilerplatesOf, documentsOf, documentUrls, termLinks } from "../pages/attached.ts";
import { type Notice, noticeOf } from "../pages/card.ts";
import { contactViews } from "../pages/contact.ts";
import { foreign, type Phrase, phrase, phraseIf } from "../pages/frame.ts";
import { speakerId } from "../pages/speakers.ts";
import { pictureOf } from "../pictures/library.ts";
import type { Blocks } from "../text/build.ts";
import type { Linked } from "../text/links.ts";
import { message } from "../text/messages.ts";
import { galleryOf, type NamedPicture, textPictures } from "../text/pictures.ts";
import { textOf } from "../text/text.ts";
import type { Line } from "./differences.ts";
import { changedIn } from "./editions.ts";

/** A picture of a release with its words. */
export interface ToldPicture extends NamedPicture {
  /** The credit: of the release, else of the file. */
  readonly credit: string | undefined;
  /** How it was made: as the release says, else as the file itself does. */
  readonly made_with: PictureMaking | undefined;
  /** The address on the site of the size for readers outside the site; undefined for a missing picture. */
  readonly src: SiteUrl | undefined;
}

/** A name in a list, with the address of its page. */
interface Term {
  readonly name: Phrase;
  readonly url: SiteUrl;
}

/** A section of a release, the same in all forms. Addresses are those of the site; moments are date-times of RFC 3339. */
export type Section =
  | { readonly is: "notice"; readonly notice: Notice }
  | {
      readonly is: "translation";
      readonly by: string | undefined;
      readonly note: string | undefined;
      /** The day of a change of the original that this translation may not have. */
      readonly behind: string | undefined;
      readonly original: { readonly url: SiteUrl; readonly title: Phrase } | undefined;
    }
  | { readonly is: "making"; readonly making: TextMaking }
  | {
      readonly is: "event";
      readonly start: string;
      readonly end: string | undefined;
      readonly place: string;
      readonly url: string | undefined;
      /** Address of the event as a calendar file. */
      readonly calendar: SiteUrl;
    }
  | { readonly is: "picture"; readonly picture: ToldPicture }
  | {
      readonly is: "body";
      /** Markdown. */
      readonly source: string;
      /** The pictures that it shows, by their files. */
      readonly pictures: Readonly<Record<string, ToldPicture>>;
      /** The lists of its speakers' quotes, by their names. */
      readonly speakers: Linked;
    }
  | { readonly is: "figures"; readonly figures: readonly Figure[] }
  | { readonly is: "gallery"; readonly pictures: readonly ToldPicture[] }
  | { readonly is: "notes" /** Markdown. */; readonly source: string }
  | { readonly is: "about"; readonly organisations: readonly { readonly name: Phrase; readonly text: Phrase }[] }
  | { readonly is: "video"; readonly videos: readonly Reference[] }
  | { readonly is: "documents"; readonly documents: Readonly<ReturnType<typeof documentsOf>> }
  | { readonly is: "contacts"; readonly contacts: Readonly<ReturnType<typeof contactViews>> }
  | { readonly is: "partners"; readonly partners: readonly (Term & { readonly role: PartnerRole })[] }
  | {
      readonly is: "topics";
      readonly topics: readonly Term[];
      readonly sdgs: readonly { readonly goal: number; readonly url: SiteUrl }[];
    }
  | {
      readonly is: "changes";
      /** The newest first; notes in Markdown, and the lines that differ, where the text before is known. */
      readonly changes: readonly { readonly date: string; readonly note: string; readonly lines: readonly Line[] }[];
    }
  | { readonly is: "coverage"; readonly articles: readonly Reference[] }
  | {
      readonly is: "citation";
      readonly parent: Phrase | undefined;
      readonly office: Phrase;
      /** Absolute address of the release's page. */
      readonly url: string;
      readonly licence: Phrase | undefined;
    };

interface Figure {
  readonly value: string;
  readonly label: Phrase;
  readonly source: Phrase | undefined;
}

/** A page on another site: a video, an article. */
interface Reference {
  readonly url: string;
  readonly title: string;
  /** Who made it. */
  readonly by: string | undefined;
}

export type SectionName = Section["is"];
export type SectionOf<Name extends SectionName> = Extract<Section, { readonly is: Name }>;

/** A release in one language, from which all its forms are written. */
export interface Telling {
  readonly lang: string;
  readonly head: Head;
  /** In reading order. */
  readonly sections: readonly Section[];
  /** Addresses of the documents beside the release, by their files' names: its texts link to them by these. */
  readonly files: Linked;
  readonly cache: Cache;
}

/**
 * What was already written of a telling, because several of its forms have the same: the blocks of a section, with the number of footnotes
 * before and after it, and blocks as plain text. Each telling has its own, because values of a WeakMap would fill the memory long after it.
 */
export class Cache {
  readonly blocks = new Map<Section, { readonly blocks: Blocks; readonly before: number; readonly after: number }>();
  readonly texts = new Map<Blocks, string>();

  /** It is no part of what is told. */
  toJSON(): undefined {
    return undefined;
  }
}

/** The head of a release. For a withdrawn one, it only identifies it. */
export interface Head {
  readonly title: string;
  readonly subtitle: string | undefined;
  /** Key of the kind of text. */
  readonly type: string;
  readonly parent: Phrase | undefined;
  readonly office: Phrase;
  readonly place: (Term & { readonly country: string | undefined }) | undefined;
  /** The day of the dateline. */
  readonly date: string;
  /** The days of publication and of the newest change, if they are not that of the dateline. */
  readonly published: string | undefined;
  readonly updated: string | undefined;
  /** When its embargo ended. */
  readonly lifted: string | undefined;
  readonly reference: string | undefined;
  /** For lists, feeds and search results. */
  readonly summary: string;
  /** Absolute address of its page. */
  readonly address: string;
}

/** Returns a section of a telling; undefined if it has none of that name. */
export function sectionOf<Name extends SectionName>(
  { sections }: Pick<Telling, "sections">,
  name: Name,
): SectionOf<Name> | undefined {
  return sections.find((section): section is SectionOf<Name> => section.is === name);
}

/** The sections of a withdrawn release in any form: that it is withdrawn, since when and why. It must not be quoted. */
const STILL_SAID: readonly SectionName[] = ["notice"];

const tellings = new WeakMap<Press, Map<PublicRelease, Telling>>();

/** How many tellings are cached, because the forms of a release, which are made together, ask for it many times. */
const REMEMBERED = 50;

/** Returns the head and the sections of a release. This is the only place that decides what all its forms say. */
export function tellingOf(press: Press, release: PublicRelease): Telling {
  const known = tellings.get(press) ?? new Map<PublicRelease, Telling>();
  tellings.set(press, known);
  const found = known.get(release) ?? {
    lang: release.lang,
    head: headOf(press, release),
    sections: sectionsOf(press, release),
    files: release.status.is === "withdrawn" ? {} : documentUrls(press, release),
    cache: new Cache(),
  };
  known.set(release, found);
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest) known.delete(oldest);
  return found;
}

/** Forgets what releases said, when all forms of one are made: it would be looked at again each time V8 looks for free memory. */
export function forgetTellings(press: Press): void {
  tellings.delete(press);
}

function headOf(press: Press, release: PublicRelease): Head {
  const { site, terms } = press;
  const { lang, title, type, date } = release;
  const names = {
    title,
    type,
    date,
    parent: phraseIf(site, site.parent, lang),
    office: phrase(site, site.name, lang),
    address: absolute(site, releaseUrl(site, release)),
  };
  if (release.status.is === "withdrawn") {
    const summary = message(press.words, "notice.withdrawn.text", lang);
    const nothing = { subtitle: undefined, place: undefined, reference: undefined };
    return { ...names, ...nothing, summary, published: undefined, updated: undefined, lifted: undefined };
  }
  const place = release.location === undefined ? undefined : terms.locations.get(release.location);
  const elsewhen = (day: string | undefined) => (day === date ? undefined : day);
  return {
    ...names,
    subtitle: release.subtitle,
    place: place && {
      name: phrase(site, place.name, lang),
      url: listUrl(site, lang, `places/${release.location}`),
      country: place.country,
    },
    published: elsewhen(release.published?.slice(0, 10)),
    updated: elsewhen(updatedOn(release)),
    lifted: press.standing(release).is === "public" ? release.embargo : undefined,
    reference: release.reference,
    summary: (release.summary ?? release.subtitle ?? textOf(release).firstSentence) || title,
  };
}

function sectionsOf(press: Press, release: PublicRelease): Section[] {
  const sections = makers.flatMap((make) => make(press, release) ?? []);
  return release.status.is === "withdrawn" ? sections.filter(({ is }) => STILL_SAID.includes(is)) : sections;
}

/** The makers of sections, in reading order. Each returns nothing if the release lacks its fields. */
const makers: readonly ((press: Press, release: PublicRelease) => Section | undefined)[] = [
  (press, release) => {
    const notice = noticeOf(press, release);
    return notice && { is: "notice", notice };
  },
  (press, release) => {
    const { translation } = release;
    if (!translation) return undefined;
    const original = press.versions(release.key).find(({ lang }) => lang === translation.from);
    const changed = original && updatedOn(original);
    const made = translation.date ?? updatedOn(release) ?? release.date;
    return {
      is: "translation",
      note: translation.note,
      by: translation.by,
      behind: changed !== undefined && changed > made ? changed : undefined,
      original: original && {
        url: releaseUrl(press.site, original),
        title: { text: original.title, ...foreign(press.site, original.lang) },
      },
    };
  },
  (_, { made_with: making }) => making && { is: "making", making },
  ({ site }, release) =>
    release.event && {
      is: "event",
      ...release.event,
      start: momentOf(release.event.start, site.timezone),
      end: release.event.end === undefined ? undefined : momentOf(release.event.end, site.timezone),
      url: release.event.url,
      calendar: fileUrl(site, twinFile(release, "ics")),
    },
  (press, release) => release.image && { is: "picture", picture: toldPicture(press, release, release.image) },
  (press, release) => ({
    is: "body",
    source: release.body,
    pictures: Object.fromEntries(
      textPictures(release).map((named) => [named.file, toldPicture(press, release, named)]),
    ),
    speakers: Object.fromEntries(
      release.speakers.map((speaker) => [
        speaker,
        listUrl(press.site, release.lang, `speakers/${speakerId(press, speaker)}`),
      ]),
    ),
  }),
  (_, { figures = [] }) =>
    some(figures, (all) => ({
      is: "figures",
      figures: all.map(({ value, label, source }) => ({
        value: String(value),
        label: { text: label },
        source: source === undefined ? undefined : { text: source },
      })),
    })),
  (press, release) =>
    some(galleryOf(release), (all) => ({
      is: "gallery",
      pictures: all.map((named) => toldPicture(press, release, named)),
    })),
  (_, { notes }) => (notes === undefined ? undefined : { is: "notes", source: notes }),
  (press, release) => some(boilerplatesOf(press, release), (organisations) => ({ is: "about", organisations })),
  (_, { video = [] }) =>
    some(video, (all) => ({
      is: "video",
      videos: all.map(({ url, title, credit }) => ({ url, title, by: credit })),
    })),
  (press, release) => some(documentsOf(press, release), (documents) => ({ is: "documents", documents })),
  (press, release) =>
    some(contactViews(press, release.contacts, release.lang), (contacts) => ({ is: "contacts", contacts })),
  (press, { partners, lang }) =>
    some(
      partners.flatMap(({ id, role }) => termLinks(press, "partners", [id], lang).map((link) => ({ ...link, role }))),
      (all) => ({ is: "partners", partners: all }),
    ),
  (press, release) => {
    const topics = termLinks(press, "topics", release.topics, release.lang);
    const sdgs = release.sdgs.map((goal) => ({ goal, url: listUrl(press.site, release.lang, `sdgs/${goal}`) }));
    return topics.length + sdgs.length === 0 ? undefined : { is: "topics", topics, sdgs };
  },
  (press, release) =>
    some(release.changes ?? [], (all) => {
      const changed = changedIn(press, release);
      const oldestFirst = all
        .map(({ date, note }) => ({ date: date.slice(0, 10), note }))
        .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      const changes = oldestFirst.map((change, index) => ({ ...change, lines: changed.get(index) ?? [] }));
      return { is: "changes", changes: changes.reverse() };
    }),
  (_, { coverage = [] }) =>
    some(coverage, (all) => ({
      is: "coverage",
      articles: all.map(({ url, title, outlet }) => ({ url, title, by: outlet })),
    })),
  ({ site }, release) => ({
    is: "citation",
    parent: phraseIf(site, site.parent, release.lang),
    office: phrase(site, site.name, release.lang),
    url: absolute(site, releaseUrl(site, release)),
    licence: release.licence === undefined ? phraseIf(site, site.licence, release.lang) : { text: release.licence },
  }),
];

/** Returns a section of items; none if there are no items. */
function some<Item>(items: readonly Item[], make: (items: readonly Item[]) => Section): Section | undefined {
  return items.length === 0 ? undefined : make(items);
}

/** The width of a picture for readers outside the site. */
const WIDEST = 1000;

function toldPicture(press: Press, release: PublicRelease, named: NamedPicture): ToldPicture {
  const source = pictureOf(press, release, named)?.source;
  const shape = named === release.image ? "wide" : "own";
  const sizes = source
    ? renditionsOf(source, shape, named.focus).filter(({ format }) => format === formatsOf(source)[2])
    : [];
  const shown = sizes.findLast(({ width }) => width <= WIDEST) ?? sizes[0];
  return {
    ...named,
    credit: named.credit ?? source?.seen?.credit ?? source?.seen?.creator,
    made_with: named.made_with ?? source?.seen?.made_with,
    src: shown && fileUrl(press.site, shown.file),
  };
}
