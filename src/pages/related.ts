import { oldestFirst, type Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";

const SHOWN = 3;

/** Of each term only so many older releases are looked at: the newest. */
const REMEMBERED = 24;

/** What a shared term says: a topic more than a partner, a partner more than a goal that half of all releases name. */
const weights = { topic: 4, place: 2, partner: 2, goal: 1 } as const;

function* termsOf({ topics, location, partners, sdgs }: Release): Generator<readonly [term: string, weight: number]> {
  for (const topic of topics) yield [`topic ${topic}`, weights.topic];
  if (location !== undefined) yield [`place ${location}`, weights.place];
  for (const { id } of partners) yield [`partner ${id}`, weights.partner];
  for (const goal of sdgs) yield [`goal ${goal}`, weights.goal];
}

const isQuotable = ({ status }: Release) => status.is !== "withdrawn" && status.is !== "superseded";

/**
 * The releases that stand below each release of a language: those its front matter names, then older ones that share
 * most terms with it, the newer first. Only older ones: a new release changes no page that is there.
 */
export function relatedReleases(press: Press, lang: string): ReadonlyMap<Release, readonly Release[]> {
  const related = new Map<Release, readonly Release[]>();
  const index = new Map<string, Release[]>();
  const listed = new Set(press.listed(lang));
  for (const release of listed) {
    if (release.lang === lang) {
      const named = (release.related ?? []).flatMap((key) => press.find(key, lang) ?? []);
      const candidates = new Set([
        ...named.filter((other) => listed.has(other) && isQuotable(other)),
        ...nearest(release, index),
      ]);
      candidates.delete(release);
      related.set(release, [...candidates].slice(0, SHOWN));
    }
    if (!isQuotable(release)) continue;
    for (const [term] of termsOf(release)) {
      const bearers = index.get(term) ?? [];
      bearers.push(release);
      if (bearers.length > REMEMBERED) bearers.shift();
      index.set(term, bearers);
    }
  }
  return related;
}

function nearest(release: Release, index: ReadonlyMap<string, readonly Release[]>): Release[] {
  const scores = new Map<Release, number>();
  for (const [term, weight] of termsOf(release)) {
    for (const other of index.get(term) ?? []) scores.set(other, (scores.get(other) ?? 0) + weight);
  }
  return [...scores].toSorted(([a, x], [b, y]) => y - x || oldestFirst(b, a)).map(([other]) => other);
}
