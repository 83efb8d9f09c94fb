import slugify from "@sindresorhus/slugify";
import type { Press } from "../model/press.ts";
import { type Release, releaseTypes } from "../model/release.ts";
import { quotesOf } from "../rendering/quotes.ts";
import { type Phrase, phrase } from "./frame.ts";

/** What stands over a list: words of the content, or a key of the interface's words. */
export type Heading = { readonly phrase: Phrase } | { readonly word: string };

/** One way to sort releases into lists. Each term that a public release has is a list with an address of its own. */
export interface Taxonomy {
  /** Path of the overview of all its terms, and part of the keys of its words. */
  readonly name: string;
  /** Path of a term's list. */
  path(term: string): string;
  /** The terms of a release: ids that can stand in an address. */
  terms(release: Release): readonly string[];
  heading(press: Press, term: string, lang: string): Heading;
}

const under = (name: string) => (term: string) => `${name}/${term}`;

function named(folder: "partners" | "locations" | "topics"): Taxonomy["heading"] {
  return (press, term, lang) => {
    const found = press.terms[folder].get(term);
    return { phrase: found ? phrase(press.site, found.name, lang) : { text: term } };
  };
}

/** The taxonomies: adding one is one line here, and its words `overview.name` and `list.name`. */
export const taxonomies: readonly Taxonomy[] = [
  {
    name: "years",
    path: (term) => term,
    terms: ({ year }) => [year],
    heading: (_, term) => ({ phrase: { text: term } }),
  },
  {
    name: "types",
    path: under("types"),
    terms: ({ type }) => [type],
    heading: (_, term) => ({ word: `type.${term}` }),
  },
  {
    name: "partners",
    path: under("partners"),
    terms: ({ partners }) => partners.map(({ id }) => id),
    heading: named("partners"),
  },
  {
    name: "places",
    path: under("places"),
    terms: ({ location }) => (location ? [location] : []),
    heading: named("locations"),
  },
  { name: "topics", path: under("topics"), terms: ({ topics }) => topics, heading: named("topics") },
  {
    name: "sdgs",
    path: under("sdgs"),
    terms: ({ sdgs }) => sdgs.map(String),
    heading: (_, term) => ({ word: `sdg.${term}` }),
  },
  { name: "speakers", path: under("speakers"), terms: speakerSlugs, heading: speakerName },
];

const order = new Map<string, number>(releaseTypes.map((type, index) => [type, index]));

/** Terms in the order of an overview: kinds as they are defined, numbers by value, the rest by id. */
export function inOverviewOrder(a: string, b: string): number {
  return (order.get(a) ?? 0) - (order.get(b) ?? 0) || Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0);
}

const slugs = new Map<string, string>();

/** The part of an address that stands for a speaker; a name whose script cannot be written in Latin letters has none. */
function speakerSlug(name: string): string {
  let slug = slugs.get(name);
  if (slug === undefined) {
    slug = slugify(name);
    slugs.set(name, slug);
  }
  return slug;
}

function speakerSlugs({ body, status }: Release): readonly string[] {
  // What was withdrawn must not be quoted, nor its speakers be said to be.
  if (status.is === "withdrawn") return [];
  return [...new Set(quotesOf(body).map(({ speaker }) => speakerSlug(speaker)))].filter((slug) => slug !== "");
}

const speakers = new WeakMap<Press, ReadonlyMap<string, string>>();

/** Language and slug → the speaker's name as the newest release in that language writes it. */
function speakersOf(press: Press): ReadonlyMap<string, string> {
  let names = speakers.get(press);
  if (!names) {
    names = new Map(
      press.releases.flatMap(({ lang, body }) =>
        quotesOf(body).map(({ speaker }) => [`${lang} ${speakerSlug(speaker)}`, speaker] as const),
      ),
    );
    speakers.set(press, names);
  }
  return names;
}

function speakerName(press: Press, term: string, lang: string): Heading {
  return { phrase: { text: speakersOf(press).get(`${lang} ${term}`) ?? term } };
}
