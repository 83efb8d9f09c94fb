import type { Press } from "../model/press.ts";
import { type PublicRelease, partnerRoles, releaseTypes } from "../model/release.ts";
import { countryName } from "../text/names.ts";
import type { Choice } from "./filters.ts";
import { type Heading, logoView, type Phrase, phrase, phraseIf } from "./frame.ts";
import { personView, type Quote, quotesOf, speakerIds, speakerName } from "./speakers.ts";
import type { Subject } from "./structured-data.ts";

/** One way to sort releases into lists. Each term that a public release has is a list with an address of its own. */
export interface Taxonomy {
  /** Path of the overview of all its terms, and part of the keys of its words. */
  readonly name: string;
  /** Path of a term's list. */
  path(term: string): string;
  /** The terms of a release: ids that can stand in an address. */
  terms(release: PublicRelease, press: Press): readonly string[];
  heading(press: Press, term: string, lang: string): Heading;
  /** Terms that the overview names whether they have a release or not. */
  readonly always?: readonly string[];
  /** Order of the terms in the overview. Without it: by the name that is shown. */
  compare?(a: string, b: string): number;
  /** The group of a term in the overview. */
  group?(press: Press, term: string, lang: string): Phrase;
  /** The description of a term in its list. */
  about?(press: Press, term: string, lang: string, releases: readonly PublicRelease[]): About;
  /** Whether its lists show the quotes of the term, which is a person. */
  quotes?(press: Press, term: string, release: PublicRelease): readonly Quote[];
  /** The further filters of its lists. */
  choice?(term: string): Choice;
  /** Its lists have no feeds: a year says nothing new once it is over, and there are more people than anything else. */
  readonly unfollowed?: true;
  /** The term as data. */
  readonly subject?: Subject;
}

/** The description of a term. */
export interface About {
  readonly text?: Phrase | undefined;
  readonly acronym?: Phrase | undefined;
  readonly site?: string | undefined;
  readonly logo?: ReturnType<typeof logoView>;
  readonly roles?: readonly string[];
  readonly person?: ReturnType<typeof personView>;
}

const under = (name: string) => (term: string) => `${name}/${term}`;
const byNumber = (a: string, b: string) => Number(a) - Number(b);

function named(folder: "partners" | "locations" | "topics"): Taxonomy["heading"] {
  return (press, term, lang) => {
    const found = press.terms[folder].get(term);
    return { phrase: found ? phrase(press.site, found.name, lang) : { text: term } };
  };
}

/** The taxonomies: adding one is one entry here, and its words `overview.name` and `list.name`. */
export const taxonomies: readonly Taxonomy[] = [
  {
    name: "years",
    path: (term) => term,
    terms: ({ year }) => [year],
    heading: (_, term) => ({ phrase: { text: term } }),
    choice: (year) => ({ year }),
    compare: (a, b) => byNumber(b, a),
    unfollowed: true,
  },
  {
    name: "types",
    path: under("types"),
    terms: ({ type }) => [type],
    heading: (_, term) => ({ word: `kinds.${term}` }),
    choice: (type) => ({ type }),
    compare: (a, b) => order.indexOf(a) - order.indexOf(b),
  },
  {
    name: "partners",
    subject: "Organization",
    path: under("partners"),
    terms: ({ partners }) => partners.map(({ id }) => id),
    heading: named("partners"),
    about: aboutPartner,
  },
  {
    name: "places",
    subject: "Place",
    path: under("places"),
    terms: ({ location }) => (location ? [location] : []),
    heading: named("locations"),
    group: country,
  },
  {
    name: "topics",
    subject: "Thing",
    path: under("topics"),
    terms: ({ topics }) => topics,
    heading: named("topics"),
    about: ({ site, terms }, term, lang) => {
      return { text: phraseIf(site, terms.topics.get(term)?.description, lang) };
    },
  },
  {
    name: "sdgs",
    subject: "Thing",
    path: under("sdgs"),
    terms: ({ sdgs }) => sdgs.map(String),
    heading: (_, term) => ({ word: `sdg.${term}` }),
    always: Array.from({ length: 17 }, (_, index) => String(index + 1)),
    compare: byNumber,
  },
  {
    name: "speakers",
    subject: "Person",
    path: under("speakers"),
    terms: speakerIds,
    heading: speakerName,
    about: (press, term, lang) => ({ person: personView(press, term, lang) }),
    unfollowed: true,
    quotes: (press, term, release) => quotesOf(press, release, term),
  },
];

const order: readonly string[] = releaseTypes;

function country({ site, terms }: Press, term: string, lang: string): Phrase {
  const code = terms.locations.get(term)?.country ?? "";
  const own = site.country_names?.[code];
  const named = typeof own === "string" ? own : own?.[lang];
  return { text: named ?? countryName(code, lang) };
}

function aboutPartner(press: Press, term: string, lang: string, releases: readonly PublicRelease[]): About {
  const { site, terms } = press;
  const partner = terms.partners.get(term);
  const roles = new Set<string>();
  for (const { partners } of releases) for (const { id, role } of partners) if (id === term) roles.add(role);
  return {
    text: phraseIf(site, partner?.about, lang),
    acronym: phraseIf(site, partner?.acronym, lang),
    site: partner?.url,
    logo: logoView(press, partner?.logo && `partners/${partner.logo}`),
    roles: partnerRoles.filter((role) => roles.has(role)),
  };
}
