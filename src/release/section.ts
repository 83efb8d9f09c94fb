import type { SiteUrl } from "../model/address.ts";
import type { PictureMaking, TextMaking } from "../model/making.ts";
import type { PartnerRole } from "../model/release.ts";
import type { documentsOf } from "../pages/attached.ts";
import type { Notice } from "../pages/card.ts";
import type { contactViews } from "../pages/contact.ts";
import type { Phrase } from "../pages/frame.ts";
import type { Blocks } from "../text/build.ts";
import type { Linked } from "../text/links.ts";
import type { NamedPicture } from "../text/pictures.ts";
import type { Line } from "./differences.ts";

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
