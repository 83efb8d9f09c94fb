import type { Press } from "./press.ts";
import type { Release } from "./release.ts";

/** So many of the newest releases where site.yaml does not say it, each language counted. */
const DEFAULT = "newest 500";

const chosen = new WeakMap<Press, Map<string, ReadonlySet<Release>>>();

/** Returns the releases that a choice in site.yaml names: all, none, or the newest. */
export function newestOf(press: Press, choice: string = DEFAULT): ReadonlySet<Release> {
  const known = chosen.get(press) ?? new Map<string, ReadonlySet<Release>>();
  chosen.set(press, known);
  const found = known.get(choice) ?? new Set(pick(press.releases, choice));
  known.set(choice, found);
  return found;
}

function pick(releases: readonly Release[], choice: string): readonly Release[] {
  if (choice === "none") return [];
  return choice === "all" ? releases : releases.slice(-Number(choice.replace("newest ", "")));
}
