import { stringify } from "yaml";
import type { Site } from "../model/site.ts";
import type { PlacedPicture } from "./archive/attachments.ts";
import type { Draft } from "./draft.ts";
import { withFootnotes } from "./markup/footnotes.ts";
import type { Options } from "./options.ts";
import type { FoundContact } from "./recognisers/contacts.ts";
import type { FoundPartner } from "./recognisers/partners.ts";

/** What goes into a release's file beside what was recognised. */
export interface Extras {
  readonly lang: string;
  /** Whether the file's name gives its language. */
  readonly isNamed: boolean;
  readonly aliases: readonly string[];
  readonly pictures: readonly PlacedPicture[];
  readonly documents: readonly { readonly file: string; readonly title: string }[];
  readonly translation: unknown;
  /** Whether the source itself says that it is not to be published. */
  readonly isDraft: boolean;
  /** Whether it was imported by itself: then it waits until a person has read it. */
  readonly isSingle: boolean;
}

/** Fields with a comment each; a field without a value is a comment alone. */
type Line = readonly [name: string, value: unknown, comment?: string | undefined];

/**
 * Writes the release: a field for all that has evidence, and a comment in place of each needed field that has none. Says whether it is a
 * draft, whatever the reason, and what a person must add before it can be published.
 */
export function compose(draft: Draft, site: Site, options: Options, extras: Extras) {
  const body = withFootnotes(draft.blocks.map(({ markdown }) => markdown).join("\n\n"), draft.footnotes);
  const location = draft.first<{ id?: string; name: string }>("location");
  const people = draft.all<FoundContact>("contacts");
  const known = [...new Set(people.flatMap(({ id }) => id ?? []))];
  const partners = draft.all<FoundPartner>("partners");
  const [image, ...gallery] = extras.pictures;
  const [day, doubt] = [draft.first("date"), draft.guess && `check this day: ${draft.guess}`];
  const orDefault = (name: string, found: unknown, preset: unknown, none: string): Line =>
    found === undefined && preset !== undefined
      ? [name, preset, `from ${options.from}: the text does not say it`]
      : [name, found, found === undefined ? none : undefined];
  const lines: Line[] = [
    ["title", draft.first("title"), "The text has no headline."],
    ["subtitle", draft.first("subtitle")],
    ["summary", draft.first("summary")],
    ["type", draft.first("type")],
    ["date", day, doubt ?? (day ? undefined : "The text names no day. Write it as year-month-day.")],
    orDefault(
      "location",
      location?.id,
      location ? undefined : options.location || undefined,
      location
        ? `The text says “${location.name}”, which is not in locations/ yet. Write its file and put its name here.`
        : "The text names no place. Put the name of a file in locations/ here.",
    ),
    partners.length > 0
      ? ["partners", partners.map(({ id, role }) => (role ? { id, role } : id))]
      : ["partners", [], "the text names none that is in partners/"],
    orDefault(
      "contacts",
      known.length > 0 ? known : undefined,
      options.contacts.length > 0 ? options.contacts : undefined,
      "Whom a journalist calls: put names of files in contacts/ here, such as [press-office].",
    ),
    ["topics", draft.all("topics")],
    ["sdgs", draft.all<number>("sdgs").toSorted((a, b) => a - b)],
    ["figures", draft.all("figures")],
    ["image", image],
    ["gallery", gallery],
    ["documents", extras.documents],
    ["video", draft.videos.map(({ url, title }) => ({ url, title: title ?? draft.first("title") ?? url }))],
    ["notes", draft.first("notes")],
    ["boilerplates", draft.all<{ id?: string }>("boilerplates").flatMap(({ id }) => id ?? [])],
    ["reference", draft.first("reference")],
    ["aliases", extras.aliases],
    ["lang", extras.isNamed || extras.lang === site.default_language ? undefined : extras.lang],
    ["translation", extras.translation],
  ];
  const missing = [
    ...lines.flatMap(([name, value]) =>
      ["title", "date", "location", "contacts"].includes(name) && value === undefined ? [name] : [],
    ),
    ...(body === "" ? ["text"] : []),
  ];
  const head = [
    ...lines.flatMap(([name, value, comment]) => line(name, value, comment)),
    ...draftLine(missing, extras, draft),
    ...proposals(draft, people),
  ];
  return {
    isDraft: head.some((each) => each.startsWith("draft: true")),
    text: `---\n${head.join("\n")}\n---\n\n${body}${body ? "\n" : ""}`,
    missing,
  };
}

/** Why a release waits: what is missing or only guessed, or that the source or the import says it must. */
function draftLine(missing: readonly string[], { isDraft, isSingle }: Extras, draft: Draft): string[] {
  const embargo = draft.first<string>("embargo");
  const why = [
    ...(missing.length > 0 ? [`not published before these are there: ${missing.join(", ")}`] : []),
    ...(embargo
      ? [`the text has an embargo, “${oneLine(embargo)}”: write it as the field embargo, then delete this line`]
      : []),
    ...(draft.guess ? ["only a guess, to be checked: date"] : []),
    ...(isDraft ? ["the source is a draft"] : []),
  ];
  if (why.length === 0 && isSingle) why.push("read it through, then delete this line to publish it");
  return why.length > 0 ? [`draft: true # ${why.join("; ")}`] : [];
}

function line(name: string, value: unknown, comment?: string): string[] {
  if (value === undefined) return comment ? [`# ${name}: ${oneLine(comment)}`] : [];
  if (Array.isArray(value) && value.length === 0 && !comment) return [];
  const isShort = Array.isArray(value) && value.every((item) => typeof item !== "object");
  const yaml = isShort
    ? `${name}: ${stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim()}`
    : stringify({ [name]: value }, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();
  const hasRoom = !yaml.includes("\n") && (isShort || name === "location" || name === "date");
  return [comment && hasRoom ? `${yaml} # ${oneLine(comment)}` : yaml];
}

const oneLine = (words: string) => words.replace(/\s+/g, " ");

/** What was found and is in no folder of the site yet: for a person, as comments, ready to be saved as small files. */
function proposals(draft: Draft, people: readonly FoundContact[]): string[] {
  const strangers = people.filter(({ id }) => id === undefined);
  const partners = draft.all<FoundPartner>("proposed partners");
  const topics = draft.first<string>("unknown topics");
  return [
    ...strangers.flatMap(({ name, role, email, phone, ext, mobile, others = [] }) => [
      "# Found in the text, not in contacts/ yet. To use it, save this as a file there and add its name to contacts:",
      ...Object.entries({ name, role, email, phone: ext ? `${phone} ext. ${ext}` : phone, mobile }).flatMap(
        ([field, value]) => (value ? [`#   ${field}: ${JSON.stringify(oneLine(value))}`] : []),
      ),
      ...(others.length > 0 ? [`#   Further numbers: ${others.join(", ")}`] : []),
    ]),
    ...draft
      .all<FoundPartner>("mentioned partners")
      .map(({ id, name }) => `# Only mentioned, so not entered as a partner: ${id} (“${oneLine(name)}”)`),
    ...partners.map(({ name, role }) => `# Perhaps a partner (${role}), not in partners/ yet: ${oneLine(name)}`),
    ...(topics ? [`# The source’s own topics, not in topics/ yet: ${oneLine(topics)}`] : []),
  ];
}
