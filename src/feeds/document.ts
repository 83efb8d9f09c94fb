import { latest } from "../model/moment.ts";
import type { CachedFiles } from "../model/output-file.ts";
import type { PublicRelease } from "../model/release.ts";

/** The feed of one list, in any form: its publisher and its description. Addresses are absolute. */
export interface Feed {
  /** The page of the list. */
  readonly home: string;
  readonly lang: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly rights: string | undefined;
  readonly icon: string;
  /** The hub at which readers subscribe (WebSub). */
  readonly hub: string | undefined;
  /** Its explanation for people who open it in a browser. */
  readonly explanation: { readonly what: string; readonly how: string; readonly page: string };
}

/** One document of a feed: the current one that readers ask for, or an archived one (RFC 5005, § 4). */
export interface FeedDocument {
  readonly feed: Feed;
  readonly isArchive: boolean;
  readonly self: string;
  readonly current: string;
  /** The next older and newer archived documents. Only the feed of a language has some. */
  readonly older: string | undefined;
  readonly newer: string | undefined;
  readonly entries: readonly Held[];
}

/** A document without its entries. */
export interface Frame {
  readonly head: string;
  /** Between two entries. */
  readonly between: string;
  readonly tail: string;
}

/** Returns an XML document with its entries at the end of an element. */
export function xmlFrame(document: string, element: string): Frame {
  const end = document.lastIndexOf(`</${element}>`);
  return { head: document.slice(0, end), between: "\n", tail: document.slice(end) };
}

/** A release in a document. */
export interface Held {
  /** Changes when the entry does; a part of a hash. */
  readonly mark: string;
  readonly published: string;
  readonly updated: string;
  readonly release: PublicRelease;
}

/** What the writers of an entry need besides it. */
export interface Rendered {
  /** The whole text as HTML. */
  readonly html: string;
  readonly sizeOf: CachedFiles["sizeOf"];
}

/** Returns when a document last changed, which is when its newest entry did. */
export function updatedOf({ entries }: FeedDocument): string {
  return latest(entries.map(({ updated }) => updated)) ?? "1970-01-01T00:00:00Z";
}
