import type { SectionName } from "./sections.ts";

const of = (group: string, names: readonly string[]) => names.map((name) => `${group}.${name}`);

const CONTACT = ["role", "organisation", "note", "phone", "mobile", "email", "languages", "hours", "timezone"];
const PICTURE = ["file", "alt", "caption", "credit", "licence", "date", "place", "people", "made_with"];
const CROP = { untold: "It says how the site crops the picture." };

type Place = SectionName | "head" | { readonly untold: string };

/** Fields of a release → the section in which they are written (or `head`), or why they are not written. */
const places: readonly (readonly [fields: readonly string[], place: Place])[] = [
  [["title", "subtitle", "summary", "type", "date", "location"], "head"],
  [of("partners", ["id", "role"]), "partners"],
  [["contacts", ...of("contact", CONTACT)], "contacts"],
  [["topics", "sdgs"], "topics"],
  [of("figures", ["value", "label", "source"]), "figures"],
  [of("image", PICTURE), "picture"],
  [["image.focus"], CROP],
  [of("gallery", PICTURE), "gallery"],
  [["gallery.focus"], CROP],
  [of("documents", ["file", "title", "lang"]), "documents"],
  [of("video", ["url", "title", "credit"]), "video"],
  [["text", "text: quote", "text: speaker", "text: role of a speaker"], "body"],
  [["notes"], "notes"],
  [["boilerplates"], "about"],
  [["related"], "head"],
  [of("coverage", ["url", "title", "outlet"]), "coverage"],
  [of("status", ["is", "date", "reason"]), "notice"],
  [["status.hide_title"], { untold: "It takes the title out of every form." }],
  [["status.replaced_by"], "notice"],
  [["draft"], { untold: "A draft is not published." }],
  [["embargo", "published"], "head"],
  [of("changes", ["date", "note"]), "changes"],
  [["changes.minor"], { untold: "It says that readers need not be told." }],
  [of("event", ["start", "end", "place", "url"]), "event"],
  [["reference"], "head"],
  [["licence"], "citation"],
  [["aliases"], { untold: "An old address leads here; it is no part of the text." }],
  [["lang"], "head"],
  [of("translation", ["from", "by", "note"]), "translation"],
  [["translation.date"], { untold: "From it follows whether the original is said to have changed since." }],
  [of("made_with", ["ai", "reviewed"]), "making"],
  [["allow"], { untold: "It is said to the check." }],
];

/** The same of each field. */
export const toldIn: Readonly<Record<string, Place>> = Object.fromEntries(
  places.flatMap(([fields, place]) => fields.map((field) => [field, place])),
);
