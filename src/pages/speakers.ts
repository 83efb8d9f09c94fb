import slugify from "@sindresorhus/slugify";
import anyAscii from "any-ascii";
import { inAllLanguages, localize } from "../model/localized.ts";
import { memoized, oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import type { Terms } from "../model/terms.ts";
import { portraitOf } from "../pictures/library.ts";
import { viewOf } from "../pictures/view.ts";
import { foreign, type Heading, phrase, phraseIf } from "./frame.ts";

/** The longest name, because a folder's name may have 255 bytes. */
const LONGEST_SLUG = 200;

/**
 * Returns the part of an address for a person without a file in `people/`: the name in Latin letters, so that a person has one address in
 * all languages. The second library spells letters that the first one would leave out (Chinese, Hebrew, Thai, the Belarusian ў).
 */
export const speakerSlug = memoized((name: string) => {
  const known = name
    .normalize("NFC")
    .replace(/[\p{L}\p{M}]/gu, (letter) => (slugify(letter) === "" ? anyAscii(letter) : letter));
  return (slugify(known) || "unnamed").slice(0, LONGEST_SLUG);
});

/** Spelling of a name → the person's file. */
const idsIn = oncePer(
  (people: Terms["people"]): ReadonlyMap<string, string> =>
    new Map(
      [...people].flatMap(([id, { name, aliases = [] }]) =>
        [...inAllLanguages(name), ...aliases].map((own) => [spelling(own), id]),
      ),
    ),
);

/** Returns a name without capital letters, accents, apostrophes and doubled spaces, which do not distinguish people. */
const spelling = memoized((name: string): string => {
  const bare = name.normalize("NFD").replace(/[\p{M}'’ʼ]/gu, "");
  return bare.replace(/\s+/g, " ").trim().toLowerCase();
});

/** Returns who is quoted under a name: the person's file in `people/`, else the name's own part of an address. */
export function speakerId({ terms }: Pick<Press, "terms">, name: string): string {
  return idsIn(terms.people).get(spelling(name)) ?? speakerSlug(name);
}

/** The speakers of a release by the names that it writes, one for each quote; none for a withdrawn release, which must not be quoted. */
function speakersOf(press: Press, release: PublicRelease) {
  const speakers = release.status.is === "withdrawn" ? [] : release.speakers;
  return speakers.map((speaker) => ({ text: speaker, id: speakerId(press, speaker) }));
}

/** Returns the people that a release quotes, one for each quote. */
export function speakerIds(release: PublicRelease, press: Press): readonly string[] {
  return speakersOf(press, release).map(({ id }) => id);
}

/** Language and id → the name as the newest release in that language writes it; id → that of the newest in any, with its language. */
const namesIn = oncePer((press: Press) => {
  const written = press.releases.flatMap((release) =>
    speakersOf(press, release).map((speaker) => ({ lang: release.lang, ...speaker })),
  );
  return {
    inLanguage: new Map(written.map(({ lang, id, text }) => [`${lang} ${id}`, text])),
    anywhere: new Map(written.map(({ id, lang, text }) => [id, { text, lang }])),
  };
});

/** Returns a person's name: as the person's file has it; else as releases write it, in the page's language first. */
export function speakerName(press: Press, id: string, lang: string): Heading {
  const person = press.terms.people.get(id);
  if (person) return { phrase: phrase(press.site, person.name, lang) };
  const { inLanguage, anywhere } = namesIn(press);
  const own = inLanguage.get(`${lang} ${id}`);
  if (own !== undefined) return { phrase: { text: own } };
  const found = anywhere.get(id);
  if (!found) return { phrase: { text: id } };
  return { phrase: { text: found.text, ...foreign(press.site, found.lang) } };
}

/** A quote of a person, with the role that the release gives. */
export type Quote = ReturnType<typeof quotesOf>[number];

/** Returns the quotes of a person in a release. */
export function quotesOf(press: Press, release: PublicRelease, id: string) {
  return release.quotes
    .filter(({ speaker }) => speakerId(press, speaker) === id)
    .map(({ text, speaker, role }) => ({ paragraphs: text.split("\n\n"), speaker, role }));
}

/** Returns the other fields of a person's file besides the name; undefined if there is no file. */
export function personView(press: Press, id: string, lang: string) {
  const { site, terms } = press;
  const person = terms.people.get(id);
  if (!person) return undefined;
  const portrait = portraitOf(press, person);
  const name = phrase(site, person.name, lang);
  const names = typeof person.name === "string" ? [] : Object.keys(person.name).filter((other) => other !== lang);
  return {
    portrait: portrait && viewOf(press, portrait, name.text, "own"),
    credit: phraseIf(site, person.credit, lang),
    role: phraseIf(site, person.role, lang),
    say: phraseIf(site, person.say, lang),
    /** The name in the site's other languages. */
    names: names.map((other) => phrase(site, { [other]: localize(person.name, other, other).text }, lang)),
  };
}
