import { z } from "zod";
import { allow } from "./allow.ts";
import { calendarDate, field, fileName, instant, language, maybe, termId, text, webAddress, words } from "./fields.ts";
import { epochOf } from "./instant.ts";
import { aiUses, pictureMakings } from "./making.ts";

export const releaseTypes = ["press-release", "statement", "media-advisory", "speech", "correction"] as const;
export type ReleaseType = (typeof releaseTypes)[number];

export const partnerRoles = ["funder", "implementer", "host", "partner"] as const;
export type PartnerRole = (typeof partnerRoles)[number];

const partner = z.union([
  termId,
  z.strictObject({
    id: field(termId, "The partner's file in `partners/`.", "european-union"),
    role: field(z.enum(partnerRoles), "What the partner did: funder, implementer, host or partner.", "funder"),
  }),
]);

const figure = z.strictObject({
  value: field(z.union([words, z.number()]), "The number as it should be read, unit included.", "714"),
  label: field(words, "What the number counts.", "victims of trafficking received help"),
  source: maybe(words, "Where the number is from.", "State Border Committee"),
});

const picture = z.strictObject({
  file: field(fileName, "The picture's file, beside the release.", "opening.jpg"),
  alt: maybe(words, "What can be seen, for those who cannot see it.", "Two officers cut a ribbon"),
  caption: maybe(words, "The line under the picture."),
  credit: maybe(words, "The credit: photographer and office.", "UNDP Belarus / Anna Kavalenka"),
  licence: maybe(words, "The terms of use, a licence's name or address.", "CC BY 4.0"),
  date: maybe(calendarDate, "The day the picture was taken.", "2017-01-27"),
  place: maybe(words, "Where the picture was taken.", "Smarhon, Belarus"),
  people: maybe(z.array(words), "Who can be seen, from left to right."),
  made_with: maybe(
    z.enum(pictureMakings),
    "How the picture was made: camera (a photograph), hand (drawn, without AI), partly-ai (changed or extended by AI), ai (made by AI). Readers are shown the last two.",
    "camera",
  ),
  focus: maybe(
    z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]),
    "The point that must stay when the picture is cropped: per cent from the left and from the top.",
    "[50, 30]",
  ),
});

const document = z.strictObject({
  file: field(fileName, "The document's file, beside the release.", "report.pdf"),
  title: field(words, "The document's name for a reader.", "Full report"),
  lang: maybe(language, "The document's language, if it is not the release's.", "ru"),
});

const change = z.strictObject({
  date: field(z.union([calendarDate, instant]), "The day of the change.", "2017-02-01"),
  note: field(text, "What was changed, for the reader.", "The spelling of a name was corrected."),
  minor: maybe(
    z.boolean(),
    "true: nobody need be told, because it changes nothing that was said, such as a mistake in spelling. Readers are not shown it.",
    "true",
  ),
});

const status = z.union([
  z.enum(["live", "corrected", "withdrawn"]),
  z.strictObject({
    is: field(z.enum(["corrected", "withdrawn", "superseded"]), "The status of the release.", "withdrawn"),
    date: maybe(calendarDate, "Since when.", "2017-02-01"),
    reason: maybe(words, "Why, in a sentence for the reader."),
    hide_title: maybe(
      z.boolean(),
      "true: of a withdrawn release the title is shown no more either, because it is wrong or harms somebody.",
      "true",
    ),
    replaced_by: maybe(text, "The file or folder name of the release that replaces it."),
  }),
]);

const video = z.strictObject({
  url: field(webAddress, "Where the video can be watched.", "https://video.example.org/w/1"),
  title: field(words, "The video's title."),
  credit: maybe(words, "The credit."),
});

const coverage = z.strictObject({
  url: field(webAddress, "The article's address."),
  title: field(words, "The article's title."),
  outlet: field(words, "The newspaper, station or site."),
});

const event = z
  .strictObject({
    start: field(instant, "When it begins: date, time and offset from UTC.", '"2026-10-09 08:00 +06:00"'),
    end: maybe(instant, "When it ends: date, time and offset from UTC.", '"2026-10-09 17:00 +06:00"'),
    place: field(words, "Its place, precise enough for a visitor to find it.", "Osh, main bus station"),
    url: maybe(webAddress, "The address to register, or to follow it online."),
  })
  .superRefine(({ start, end }, { addIssue }) => {
    if (end !== undefined && epochOf(end) <= epochOf(start))
      addIssue({ code: "custom", path: ["end"], input: end, message: `is not after its start, ${start}` });
  });

const translation = z.strictObject({
  from: field(language, "The language this text was translated from.", "en"),
  by: maybe(words, "Who translated it.", "the press office"),
  note: maybe(words, "A sentence for the reader about this translation."),
  date: maybe(
    calendarDate,
    "The day it was made or last compared with the original. Without it: the day of its newest change, or of the dateline.",
    "2017-02-01",
  ),
});

const madeWith = z.union([
  z.literal("none"),
  z.strictObject({
    ai: field(
      z.enum(aiUses),
      "What artificial intelligence made: a translation, or a draft of the text.",
      "translation",
    ),
    reviewed: field(z.boolean(), "true: a person has read all of it and answers for it.", "true"),
  }),
]);

/**
 * The front matter of a release, field by field. It is strict: an unknown field is an error, and no value is turned
 * into another kind of value. Its comments and examples are what editors read in the docs, in their editor and in errors.
 */
export const releaseFields = {
  title: field(words, "The headline, as a sentence, without a full stop.", "Border guards open a new training centre"),
  subtitle: maybe(words, "A second line that adds what the title leaves out.", "Two years of work, 40 officers a year"),
  summary: maybe(
    words,
    "One or two sentences for lists, feeds and search results.",
    "The centre trains officers from both sides of the border.",
  ),
  type: maybe(z.enum(releaseTypes), "The kind of text. Without it: press-release.", "press-release"),
  date: field(calendarDate, "The day in the dateline: year-month-day.", "2017-01-27"),
  location: field(termId, "The place in the dateline: the name of a file in `locations/`.", "smarhon"),
  partners: field(
    z.array(partner),
    "Who took part: names of files in `partners/`, with a role where it is more than partner. May be empty: [].",
    "[state-border-committee, { id: european-union, role: funder }]",
  ),
  contacts: field(
    z.array(termId).min(1, "is empty"),
    "Whom a journalist calls: names of files in `contacts/`, at least one.",
    "[press-office]",
  ),
  topics: maybe(z.array(termId), "What it is about: names of files in `topics/`.", "[migration]"),
  sdgs: maybe(z.array(z.number().int().min(1).max(17)), "Sustainable Development Goals by number, 1 to 17.", "[16]"),
  figures: maybe(
    z.array(figure),
    "Key figures, each with what it counts.",
    '[{ value: "714", label: victims of trafficking received help }]',
  ),
  image: maybe(
    picture,
    "The main picture.",
    "{ file: opening.jpg, alt: Two officers cut a ribbon, credit: Press office }",
  ),
  gallery: maybe(z.array(picture), "More pictures.", "[{ file: hall.jpg, alt: The new hall }]"),
  documents: maybe(
    z.array(document),
    "Files to download: PDF, DOCX, XLSX, CSV.",
    "[{ file: report.pdf, title: Full report }]",
  ),
  video: maybe(z.array(video), "Videos, as links.", "[{ url: https://video.example.org/w/1, title: The opening }]"),
  notes: maybe(text, "Notes to editors, in Markdown.", "The centre is open to journalists on weekdays."),
  boilerplates: maybe(
    z.array(termId),
    'Whose "About …" text stands below: names of files in `partners/`. Without it: every partner that has one.',
    "[european-union]",
  ),
  related: maybe(
    z.array(text),
    "Releases to show below, by file or folder name, before those found by themselves.",
    "[2017-01-12-another-release]",
  ),
  coverage: maybe(
    z.array(coverage),
    "Articles of others about it.",
    "[{ url: https://news.example.org/1, title: A new centre, outlet: The Daily }]",
  ),
  status: maybe(status, "The status of the release: live, corrected or withdrawn.", "live"),
  draft: maybe(z.boolean(), "true: not published, and may be incomplete.", "true"),
  embargo: maybe(
    instant,
    "Not public before this moment: date, time and offset from UTC.",
    '"2026-03-04 09:00 +03:00"',
  ),
  published: maybe(
    instant,
    "When it was published, if that is not the day of the dateline: date, time and offset from UTC.",
    '"2017-01-28 10:00 +03:00"',
  ),
  changes: maybe(
    z.array(change),
    "Changes after publication, each with its day.",
    "[{ date: 2017-02-01, note: The number was corrected. }]",
  ),
  event: maybe(
    event,
    "The event that a media advisory announces: readers can put it into their calendar.",
    '{ start: "2026-10-09 08:00 +06:00", place: "Osh, main bus station" }',
  ),
  reference: maybe(text, "The reference number.", "PR/2017/04"),
  licence: maybe(words, "Terms of use of the text, if they are not the site's.", "CC BY 4.0"),
  aliases: maybe(
    z.array(z.string().startsWith("/", "must begin with /")),
    "Old addresses that lead here.",
    "[/old/page.html]",
  ),
  lang: maybe(language, "The language of the text. Without it: the site's, or the file's name in a folder.", "en"),
  translation: maybe(
    translation,
    "Says that this text is a translation, and of what.",
    "{ from: en, by: the press office }",
  ),
  made_with: maybe(
    madeWith,
    "Whether artificial intelligence wrote it: none, or what it made and whether a person has read it. Readers are shown it. The European Union's AI Act asks for it (Article 50).",
    "{ ai: translation, reviewed: true }",
  ),
  allow,
};

export const releaseSchema = z.strictObject(releaseFields);

/** A draft may lack any field, but the fields it has must be right. */
export const draftSchema = releaseSchema.partial();

/**
 * The fields that a translation takes from its original if it lacks them: facts, never words. Words (title, subtitle, figures,
 * notes …) must be in the translation's own language, or are left out.
 */
export const sharedFields = [
  "type",
  "date",
  "location",
  "partners",
  "contacts",
  "topics",
  "sdgs",
  "boilerplates",
  "related",
  "status",
  "embargo",
  "published",
  "reference",
  "licence",
] as const satisfies readonly (keyof typeof releaseFields)[];

/** The fields of a release's front matter; only a draft may lack required ones. */
export type ReleaseFields = z.infer<typeof draftSchema>;

type Group<T> = Readonly<Extract<z.infer<T>, object>>;

/** One release in one language. Its translations are releases of their own with the same `key`. */
export interface Release
  extends Omit<
    ReleaseFields,
    "title" | "date" | "type" | "partners" | "contacts" | "topics" | "sdgs" | "status" | "lang"
  > {
  /** File or folder name in `releases/`: the same for all languages of a release. */
  readonly key: string;
  /** Last part of the address. */
  readonly slug: string;
  /** Year in the address. It does not change when the date is corrected. */
  readonly year: string;
  readonly lang: string;
  /** Path of the source, relative to the content folder. */
  readonly file: string;
  readonly title: string;
  /** The title as the editor typed it, if typography changed it. */
  readonly titleAsTyped?: string | undefined;
  readonly date: string;
  readonly type: ReleaseType;
  readonly partners: readonly Group<typeof partner>[];
  readonly contacts: readonly string[];
  readonly topics: readonly string[];
  readonly sdgs: readonly number[];
  readonly status: Omit<Group<typeof status>, "is"> & { readonly is: "live" | Group<typeof status>["is"] };
  /** How many changes it names, the minor ones included, which `changes` lacks because readers are not shown them. */
  readonly noted: number;
  /** The Markdown below the front matter. */
  readonly body: string;
  /** The quotes in the text. They are a field, because some pages ask for those of many releases and should not parse their texts. */
  readonly quotes: readonly Quote[];
  /** Who speaks in each of them, as the text has the name. */
  readonly speakers: readonly string[];
  /** The pictures in the text, in its order; for the same reason. */
  readonly textPictures: readonly TextPicture[];
  /** A hash over all fields and the text. */
  readonly digest: string;
  /** A hash over the fields that lists show. */
  readonly cardDigest: string;
}

/** The fields that lists show. */
export const cardFields = [
  "file",
  "lang",
  "year",
  "slug",
  "title",
  "type",
  "date",
  "location",
  "status",
  "summary",
  "image",
] as const satisfies readonly (keyof Release)[];

export type CardFields = Pick<Release, (typeof cardFields)[number]>;

/** A quote in a release's text. */
export interface Quote {
  readonly text: string;
  readonly speaker: string;
  /** Role and organisation, as written after the name. */
  readonly role?: string;
}

/** A picture that stands in a text: `![what is seen](opening.jpg "caption")`. */
export interface TextPicture {
  readonly file: string;
  readonly alt?: string;
  readonly caption?: string;
  /** Where it begins and ends in the text, in characters. */
  readonly at: number;
  readonly end: number;
}

declare const passed: unique symbol;

/**
 * A release that {@link Press} let through. Pages, feeds and all other files accept no other type, so that code that would publish a
 * draft does not compile.
 */
export type PublicRelease = Release & { readonly [passed]: true };

/** Returns a release with other values in some fields. Its text and quotes go with it, which are no properties of its own where they lie in a file. */
export function withFields<R extends Release>(release: R, fields: Partial<Release>): R {
  return { ...release, body: release.body, quotes: release.quotes, ...fields };
}

/** The placeholder for the day of a draft that has none yet, so that it can be sorted. */
export const NO_DAY = "1970-01-01";

/** Returns the day of the newest public change; undefined for a release that never changed. */
export function updatedOn(release: Pick<Release, "changes">): string | undefined {
  return release.changes
    ?.map((change) => change.date.slice(0, 10))
    .toSorted()
    .at(-1);
}
