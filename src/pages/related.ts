import { grouped } from "../model/grouped.ts";
import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";

const SHOWN = 3;

/** How many of the newest older releases of each term are considered. */
const REMEMBERED = 24;

/** The weights of shared terms: a topic says more than a partner, a partner more than a goal that half of all releases name. */
const weights = { topic: 4, place: 2, partner: 2, goal: 1 } as const;

const termsOf = oncePer(({ topics, location, partners, sdgs }: PublicRelease): (readonly [string, number])[] => [
  ...topics.map((id) => [`topic ${id}`, weights.topic] as const),
  ...(location === undefined ? [] : [[`place ${location}`, weights.place] as const]),
  ...partners.map(({ id }) => [`partner ${id}`, weights.partner] as const),
  ...sdgs.map((goal) => [`goal ${goal}`, weights.goal] as const),
]);

const isQuotable = ({ status }: PublicRelease) => status.is !== "withdrawn" && status.is !== "superseded";

/** Where each release stands in its language's list, oldest first; and by terms, the places of those that can stand below another. */
const bearersIn = oncePer((press: Press, lang: string) => {
  const listed = press.listed(lang);
  const places = new Map(listed.map((release, place) => [release, place]));
  const quotable = [...places].filter(([release]) => isQuotable(release));
  const byTerm = grouped(quotable, ([release]) => termsOf(release).map(([term]) => term));
  return {
    listed,
    places,
    byTerm: new Map([...byTerm].map(([term, bearers]) => [term, bearers.map(([, place]) => place)])),
    /** By place; 0 but while one release is compared. */
    scores: new Uint32Array(listed.length),
  };
});

/**
 * Returns the related releases of a release: those its front matter names, then older ones that share most terms with it, the newer
 * first. It takes only older ones, so that a new release changes no existing page.
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

/** Returns as many older releases as are shown: those that share most terms, the newer first. */
function nearest(press: Press, release: PublicRelease): PublicRelease[] {
  const { listed, places, byTerm, scores } = bearersIn(press, release.lang);
  const own = places.get(release) ?? 0;
  // By place: numbers are compared quickly, and this is asked of every release in every build.
  const scored: number[] = [];
  for (const [term, weight] of termsOf(release)) {
    const bearers = byTerm.get(term) ?? [];
    const older = firstIndex(bearers, (place) => place >= own);
    for (let index = Math.max(0, older - REMEMBERED); index < older; index++) {
      const place = bearers[index] ?? 0;
      const score = scores[place] ?? 0;
      if (score === 0) scored.push(place);
      scores[place] = score + weight;
    }
  }
  const best: number[] = [];
  for (const place of scored) {
    let rank = (scores[place] ?? 0) * listed.length + place;
    scores[place] = 0;
    for (let index = 0; index < SHOWN; index++) {
      const other = best[index] ?? -1;
      if (rank > other) [best[index], rank] = [rank, other];
    }
  }
  return best.flatMap((rank) => listed[rank % listed.length] ?? []);
}

/** Returns the index of the first of sorted things that fulfils a condition, or their number if none does (bisection). */
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
