import slugify from "@sindresorhus/slugify";
import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import type { Heading } from "./taxonomies.ts";

const slugs = new Map<string, string>();

/** A folder's name may have 255 bytes. */
const LONGEST_SLUG = 200;

/**
 * The part of an address that stands for a person quoted. Names are written in Latin letters, so that a person has one
 * address in all languages; a name in a script that cannot be (Chinese, Japanese) is spelled by its characters' numbers.
 */
export function speakerSlug(name: string): string {
  let slug = slugs.get(name);
  if (slug === undefined) {
    const spelled = slugify(name) || [...name].map((letter) => letter.codePointAt(0)?.toString(16)).join("-");
    slug = spelled.slice(0, LONGEST_SLUG);
    slugs.set(name, slug);
  }
  return slug;
}

interface Speaker {
  /** The name as the release writes it. */
  readonly text: string;
  readonly slug: string;
}

const quoted = new WeakMap<Release, readonly Speaker[]>();

/** Those whom a release quotes, one for each quote. What was withdrawn must not be quoted, nor its speakers be said to be. */
function speakersOf(release: Release): readonly Speaker[] {
  let speakers = quoted.get(release);
  if (!speakers) {
    const names = release.status.is === "withdrawn" ? [] : release.speakers;
    speakers = names.map((text) => ({ text, slug: speakerSlug(text) }));
    quoted.set(release, speakers);
  }
  return speakers;
}

/** The people that a release quotes, one for each quote. */
export function speakerSlugs(release: Release): readonly string[] {
  return speakersOf(release).map(({ slug }) => slug);
}

interface Names {
  /** Language and slug → the name as the newest release in that language writes it. */
  readonly inLanguage: ReadonlyMap<string, string>;
  /** Slug → the name and language of the newest release in any language. */
  readonly anywhere: ReadonlyMap<string, { readonly text: string; readonly lang: string }>;
}

const known = new WeakMap<Press, Names>();

function namesIn(press: Press): Names {
  let names = known.get(press);
  if (!names) {
    const written = press.releases.flatMap((release) =>
      speakersOf(release).map((speaker) => ({ lang: release.lang, ...speaker })),
    );
    names = {
      inLanguage: new Map(written.map(({ lang, slug, text }) => [`${lang} ${slug}`, text])),
      anywhere: new Map(written.map(({ slug, lang, text }) => [slug, { text, lang }])),
    };
    known.set(press, names);
  }
  return names;
}

/** A speaker's name over the list of what they said: in the page's language, else as it is written elsewhere. */
export function speakerName(press: Press, term: string, lang: string): Heading {
  const { inLanguage, anywhere } = namesIn(press);
  const own = inLanguage.get(`${lang} ${term}`);
  if (own !== undefined) return { phrase: { text: own } };
  const found = anywhere.get(term);
  if (!found) return { phrase: { text: term } };
  return { phrase: { text: found.text, lang: found.lang, dir: press.site.languages[found.lang]?.dir ?? "ltr" } };
}
