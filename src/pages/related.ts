import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";

const SHOWN = 3;

/** How many of the newest older releases of each term are considered. */
const REMEMBERED = 24;

/** The terms that releases share, and their weights: a topic says more than a partner, a partner more than a goal that half of all releases name. */
const shared: readonly { readonly weight: number; terms(release: PublicRelease): readonly (string | number)[] }[] = [
  { weight: 4, terms: ({ topics }) => topics },
  { weight: 2, terms: ({ location }) => (location === undefined ? [] : [location]) },
  { weight: 2, terms: ({ partners }) => partners.map(({ id }) => id) },
  { weight: 1, terms: ({ sdgs }) => sdgs },
];

const isQuotable = ({ status }: PublicRelease) => status.is !== "withdrawn" && status.is !== "superseded";

/**
 * Returns the related releases of a release: those its front matter names, then older ones that share most terms with it, the newer
 * first. It takes only older ones, so that a new release changes no existing page.
 */
export function relatedTo(press: Press, release: PublicRelease): readonly PublicRelease[] {
  const { lang, related } = release;
  const listed = nearestIn(press, lang);
  const nearest = listed.get(release);
  if (!nearest || !related) return nearest ?? [];
  const named = related.flatMap((key) => press.find(key, lang) ?? []);
  const candidates = new Set([...named.filter((other) => listed.has(other) && isQuotable(other)), ...nearest]);
  candidates.delete(release);
  return [...candidates].slice(0, SHOWN);
}

/**
 * Returns, for each release of a language's list, as many older ones as are shown: those that share most terms, the newer first. One pass
 * over the list, from the oldest on, has at each release those that are older.
 */
const nearestIn = oncePer((press: Press, lang: string): ReadonlyMap<PublicRelease, readonly PublicRelease[]> => {
  const listed = press.listed(lang);
  const bearers = shared.map(({ weight, terms }) => ({ weight, terms, places: new Map<string | number, number[]>() }));
  /** By place in the list; 0 but while one release is compared. */
  const scores = new Uint32Array(listed.length);
  /** The places with a score. */
  const scored = new Uint32Array(listed.length);
  return new Map(
    listed.map((release, own) => {
      let count = 0;
      for (const { weight, terms, places } of bearers) {
        for (const term of terms(release)) {
          const older = places.get(term) ?? [];
          for (let index = Math.max(0, older.length - REMEMBERED); index < older.length; index++) {
            const place = older[index] ?? 0;
            const score = scores[place] ?? 0;
            if (score === 0) scored[count++] = place;
            scores[place] = score + weight;
          }
        }
      }
      const best: number[] = [];
      for (const place of scored.subarray(0, count)) {
        let rank = (scores[place] ?? 0) * listed.length + place;
        scores[place] = 0;
        for (let index = 0; index < SHOWN; index++) {
          const other = best[index] ?? -1;
          if (rank > other) [best[index], rank] = [rank, other];
        }
      }
      if (isQuotable(release)) remember(release, own);
      return [release, best.flatMap((rank) => listed[rank % listed.length] ?? [])];
    }),
  );

  function remember(release: PublicRelease, own: number): void {
    for (const { terms, places } of bearers) {
      for (const term of terms(release)) {
        const older = places.get(term);
        if (!older) places.set(term, [own]);
        // A release may name a term twice.
        else if (older.at(-1) !== own) older.push(own);
      }
    }
  }
});
