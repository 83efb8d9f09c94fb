import { dayIn } from "../model/embargo.ts";
import { epochOf, isCalendarDate, isInstant } from "../model/instant.ts";
import { momentOf, offsetAt } from "../model/moment.ts";
import { originalOf } from "../model/translations.ts";
import { bytesOf, found, namesIn, type TextFile, textFiles } from "./disk.ts";
import { decoded } from "./source.ts";

/** A text and the moment at which it becomes public, in milliseconds since 1970. */
export interface Coming {
  /** Path from the content folder. */
  readonly file: string;
  readonly at: number;
}

/** The fields that decide when a text becomes public, as they are written. */
type Gate = Readonly<Partial<Record<"draft" | "embargo" | "published" | "date" | "translation", string>>>;

/**
 * Returns when each text becomes public, or became; drafts are left out. It reads only the lines that decide it, and imports no package,
 * because schedules ask every few minutes, on machines where nothing is installed. A text whose lines are written in an unusual way is
 * published by the next build instead.
 */
export function comingOf(contentDir: string): Coming[] {
  const site = textOf(contentDir, "site.yaml");
  const timezone = zoneIn(site);
  const first = fieldIn(site, "default_language") ?? "en";
  return namesIn(contentDir, "releases").flatMap((name) => {
    const texts = textFiles(contentDir, `releases/${name}`);
    const gates = texts.map(({ file, named }) => ({ ...gateOf(textOf(contentDir, file)), file, lang: named }));
    return comingIn(gates, first, timezone);
  });
}

/** Does this for the texts of one release. A translation waits for its original, and takes its day and embargo from it. */
function comingIn(
  gates: readonly (Gate & TextFile & { readonly lang: string | undefined })[],
  first: string,
  timezone: string,
): Coming[] {
  const original = originalOf(gates, first);
  if (!original || original.draft === "true") return [];
  return gates.flatMap((gate) => {
    if (gate.draft === "true") return [];
    const moments = [gate, original].flatMap(({ embargo, published, date }) => [embargo, published, date]);
    const at = Math.max(...moments.flatMap((moment) => epochIn(moment, timezone)));
    return Number.isFinite(at) ? [{ file: gate.file, at }] : [];
  });
}

function epochIn(moment: string | undefined, timezone: string): number[] {
  if (moment === undefined || !(isInstant(moment) || isCalendarDate(moment))) return [];
  return [epochOf(momentOf(moment, timezone))];
}

function gateOf(text: string): Gate {
  const [, fields = ""] = /^\s*---[^\S\n]*\n(.*?)\n---/s.exec(text) ?? [];
  const names = ["draft", "embargo", "published", "date", "translation"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fieldIn(fields, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Returns the value of a field at the beginning of a line, without quotation marks and comment. */
function fieldIn(text: string, name: string): string | undefined {
  const [, quoted, bare] =
    new RegExp(`^${name}:[^\\S\\n]+(?:(["'][^"'\\n]*["'])|([^#\\n]+?))[^\\S\\n]*(?:#.*)?$`, "m").exec(text) ?? [];
  return quoted?.slice(1, -1).trim() ?? bare?.trim();
}

/** Returns a file's text in any encoding in which editors save it; an empty one if there is none. */
function textOf(contentDir: string, file: string): string {
  const bytes = bytesOf(found(contentDir, file));
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
  const timezone = zoneIn(textOf(contentDir, "site.yaml"));
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, timeStyle: "medium" }).format(at);
  return `${dayIn(timezone, new Date(at))} ${time.replace(/:00$/, "")} ${offsetAt(timezone, at)}`;
}

/** Returns the office's time zone; UTC if it is wrong, which the check reports. */
function zoneIn(site: string): string {
  const zone = fieldIn(site, "timezone") ?? "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
