import type { Press } from "./press.ts";
import type { PublicRelease } from "./release.ts";

/** So many of the newest releases where site.yaml does not say it, each language counted. */
const DEFAULT = "newest 500";

const chosen = new WeakMap<Press, Map<string, ReadonlySet<PublicRelease>>>();

/** Returns the releases that a choice in site.yaml names: all, none, or the newest. */
export function newestOf(press: Press, choice: string = DEFAULT): ReadonlySet<PublicRelease> {
  const cache = chosen.get(press) ?? new Map<string, ReadonlySet<PublicRelease>>();
  chosen.set(press, cache);
  const found = cache.get(choice) ?? new Set(pick(press.releases, choice));
  cache.set(choice, found);
  return found;
}

function pick(releases: readonly PublicRelease[], choice: string): readonly PublicRelease[] {
  if (choice === "none") return [];
  return choice === "all" ? releases : releases.slice(-Number(choice.replace("newest ", "")));
}
