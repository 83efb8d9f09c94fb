import { attempt } from "../model/attempt.ts";
import { dayIn } from "../model/embargo.ts";
import { epochOf, isCalendarDate, isInstant } from "../model/instant.ts";
import { memoized } from "../model/memo.ts";
import { momentOf, offsetAt } from "../model/moment.ts";
import { originalOf } from "../model/translations.ts";
import { bytesOf, found, textsIn } from "./disk.ts";
import { decoded } from "./source.ts";

/** A text and the moment at which it becomes public, in milliseconds since 1970. */
export interface Coming {
  /** Path from the content folder. */
  readonly file: string;
  readonly at: number;
}

/** The fields that decide when a text becomes public, as they are written, and those of site.yaml. */
type Field = "draft" | "embargo" | "published" | "date" | "translation" | "timezone" | "default_language";
type Fields = Readonly<Partial<Record<Field, string>>>;

/**
 * Returns when each text becomes public, or became; drafts are left out. It reads only the lines that decide it, and imports no package,
 * because schedules ask every few minutes, on machines where nothing is installed. A text whose lines are written in an unusual way is
 * published by the next build instead.
 */
export function comingOf(contentDir: string): Coming[] {
  const site = fieldsIn(textOf(contentDir, "site.yaml"));
  const timezone = zoneIn(site);
  const { default_language: first = "en" } = site;
  return textsIn(contentDir, "releases").flatMap((texts) => {
    const gates = texts.map(({ file, named: lang, begin, all }) => {
      const gate: Fields = gateOf(begin) ?? gateOf(textIn(all())) ?? {};
      return { ...gate, file, lang };
    });
    // A translation waits for its original, and takes its day and embargo from it.
    const original = originalOf(gates, first);
    if (!original || original.draft === "true") return [];
    return gates.flatMap((gate): Coming[] => {
      const moments = [gate, original].flatMap(({ embargo, published, date }) => [embargo, published, date]);
      const at = Math.max(...moments.flatMap((moment) => (moment === undefined ? [] : epochIn(moment, timezone))));
      return gate.draft !== "true" && Number.isFinite(at) ? [{ file: gate.file, at }] : [];
    });
  });
}

const epochIn = memoized((moment: string, timezone: string): number[] =>
  isInstant(moment) || isCalendarDate(moment) ? [epochOf(momentOf(moment, timezone))] : [],
);

/** Returns the fields of a text; undefined if it has none, or does not reach to their end, or has letters that cannot be read. */
function gateOf(text: string): Fields | undefined {
  const [, fields] = /^\s*---[^\S\n]*\n(.*?)\n---/s.exec(text) ?? [];
  return fields === undefined || fields.includes("\uFFFD") ? undefined : fieldsIn(fields);
}

/** The fields at the beginnings of lines that decide something here, without quotation marks and comment. */
const FIELD =
  /^(draft|embargo|published|date|translation|timezone|default_language):[^\S\n]+(?:(["'][^"'\n]*["'])|([^#\n]+?))[^\S\n]*(?:#.*)?$/gm;

/** Returns the first value of each field. */
function fieldsIn(text: string): Fields {
  const found = [...text.matchAll(FIELD)].toReversed();
  return Object.fromEntries(found.map(([, name, quoted, bare = ""]) => [name, (quoted?.slice(1, -1) ?? bare).trim()]));
}

/** Returns a file's text in any encoding in which editors save it; an empty one if there is none. */
function textOf(contentDir: string, file: string): string {
  return textIn(bytesOf(found(contentDir, file)));
}

function textIn(bytes: ReturnType<typeof bytesOf>): string {
  return Buffer.isBuffer(bytes) ? (decoded(bytes) ?? "") : "";
}

/** How old a missed moment may be. The nightly build publishes older ones. */
const MISSED_MS = 2 * 3_600_000;

/** Returns the texts that became public lately and have no address in the committed list yet. */
export function missedOf(contentDir: string, coming: readonly Coming[], now: Date): Coming[] {
  const list = ["addresses.json", "ledger.json"].map((name) => textOf(contentDir, name)).join("");
  if (list === "") return [];
  return coming.filter(
    ({ file, at }) => at <= now.getTime() && at > now.getTime() - MISSED_MS && !list.includes(addressIn(file)),
  );
}

/** Returns the end of a release's address: `/2017/training-centre/`. */
function addressIn(file: string): string {
  const key = (file.split("/")[1] ?? "").replace(/\.md$/, "");
  const [, year = "", slug = key] = /^(\d{4})-\d{2}-\d{2}-(.+)$/.exec(key) ?? [];
  return `/${year}/${slug}/`;
}

/** Returns a moment as the office writes it: `2026-03-04 09:00 +03:00`. */
export function inZone(at: number, contentDir: string): string {
  const timezone = zoneIn(fieldsIn(textOf(contentDir, "site.yaml")));
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, timeStyle: "medium" }).format(at);
  return `${dayIn(timezone, new Date(at))} ${time.replace(/:00$/, "")} ${offsetAt(timezone, at)}`;
}

/** Returns the office's time zone; UTC if it is wrong, which the check reports. */
function zoneIn({ timezone: zone = "UTC" }: Fields): string {
  return attempt(() => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone) ?? "UTC";
}
