import { z } from "zod";
import { sha256 } from "./hash.ts";
import { type Release, releaseFields } from "./release.ts";

const { title, subtitle, date, event, figures, image, gallery, notes } = releaseFields;

/** What a release says in words of its own: a change of it must be told. */
export const editionTextSchema = z.strictObject({
  ...{ title, subtitle, date, event, figures, image, gallery, notes },
  body: z.string(),
});
export type EditionText = z.infer<typeof editionTextSchema>;

/** A text of a release that was published. */
export interface Edition {
  /** The day on which it came out. */
  readonly day: string;
  /** The number that readers know: 1, and one more for each change that they were told of. */
  readonly version: number;
  /** How many changes the release named then, minor ones included. */
  readonly noted: number;
  /** A hash over its words, by which its text is kept. */
  readonly hash: string;
  /** A hash over its text as it was typed, so that one that was changed since is noticed; older lists have none. */
  readonly seal?: string | undefined;
  /** Its text, where it may be needed. */
  readonly text?: EditionText | undefined;
}

/** The editions of releases by their addresses, the oldest first. */
export type Editions = ReadonlyMap<string, readonly Edition[]>;

const LINE = /^(\d{4}-\d{2}-\d{2}) (\d+) (\d+) ([0-9a-f]{16})(?: ([0-9a-f]{16}))?$/;

/** The committed list: address → editions, each a day, its version, how many changes were named, and its hashes. */
export const editionsSchema = z.record(z.string().startsWith("/"), z.array(z.string().regex(LINE)).min(1));

/** Returns an edition as a line of the list. */
export function editionLine({ day, version, noted, hash, seal }: Edition): string {
  return [day, version, noted, hash, seal].filter((part) => part !== undefined).join(" ");
}

/** Reads a line of the list. */
export function editionIn(line: string): Edition {
  const [, day = "", version, noted, hash = "", seal] = LINE.exec(line) ?? [];
  return { day, version: Number(version), noted: Number(noted), hash, seal };
}

/** Returns the seal of a kept text. */
export function editionSeal(kept: unknown): string {
  return sha256(JSON.stringify(kept)).slice(0, 16);
}

/** Returns what of a release makes an edition. */
export function editionText(release: Release): EditionText {
  const { title, subtitle, date, event, figures, image, gallery, notes, body } = release;
  return { title, subtitle, date, event, figures, image, gallery, notes, body };
}

/** Returns the number of the version that readers have. */
export function versionOf({ changes = [] }: Pick<Release, "changes">): number {
  return 1 + changes.length;
}
