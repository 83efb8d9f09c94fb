import { grouped } from "../model/grouped.ts";
import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";

const SHOWN = 3;

/** Of each term only so many older releases are looked at: the newest. */
const REMEMBERED = 24;

/** What a shared term says: a topic more than a partner, a partner more than a goal that half of all releases name. */
const weights = { topic: 4, place: 2, partner: 2, goal: 1 } as const;

const termsOf = oncePer(({ topics, location, partners, sdgs }: PublicRelease): (readonly [string, number])[] => [
  ...topics.map((id) => [`topic ${id}`, weights.topic] as const),
  ...(location === undefined ? [] : [[`place ${location}`, weights.place] as const]),
  ...partners.map(({ id }) => [`partner ${id}`, weights.partner] as const),
  ...sdgs.map((goal) => [`goal ${goal}`, weights.goal] as const),
]);

const isQuotable = ({ status }: PublicRelease) => status.is !== "withdrawn" && status.is !== "superseded";

/** What can stand below a release of a language: by its terms, oldest first, and where each stands in its language's list. */
const bearersIn = oncePer((press: Press, lang: string) => {
  const listed = press.listed(lang);
  return {
    places: new Map(listed.map((release, place) => [release, place])),
    byTerm: grouped(listed.filter(isQuotable), (release) => termsOf(release).map(([term]) => term)),
  };
});

/**
 * The releases that stand below a release: those its front matter names, then older ones that share most terms with it, the
 * newer first. Only older ones: a new release changes no page that is there.
 */
export function relatedTo(press: Press, release: PublicRelease): readonly PublicRelease[] {
  const { lang } = release;
  const { places } = bearersIn(press, lang);
  if (!places.has(release)) return [];
  const named = (release.related ?? []).flatMap((key) => press.find(key, lang) ?? []);
  const candidates = new Set([
    ...named.filter((other) => places.has(other) && isQuotable(other)),
    ...nearest(press, release),
  ]);
  candidates.delete(release);
  return [...candidates].slice(0, SHOWN);
}

function nearest(press: Press, release: PublicRelease): PublicRelease[] {
  const { places, byTerm } = bearersIn(press, release.lang);
  const placeOf = (other: PublicRelease) => places.get(other) ?? 0;
  const scores = new Map<PublicRelease, number>();
  for (const [term, weight] of termsOf(release)) {
    const bearers = byTerm.get(term) ?? [];
    const older = firstIndex(bearers, (other) => placeOf(other) >= placeOf(release));
    for (const other of bearers.slice(Math.max(0, older - REMEMBERED), older))
      scores.set(other, (scores.get(other) ?? 0) + weight);
  }
  return [...scores].toSorted(([a, x], [b, y]) => y - x || placeOf(b) - placeOf(a)).map(([other]) => other);
}

/** The index of the first of sorted things that is so, their number where none is (bisection). */
function firstIndex<T>(sorted: readonly T[], isSo: (thing: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
