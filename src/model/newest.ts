import { oncePer } from "./memo.ts";
import type { Press } from "./press.ts";
import type { PublicRelease } from "./release.ts";

/** So many of the newest releases where site.yaml does not say it, each language counted. */
const DEFAULT = "newest 500";

/** Returns the releases that a choice in site.yaml names: all, none, or the newest. */
export const newestOf = oncePer(({ releases }: Press, choice: string = DEFAULT): ReadonlySet<PublicRelease> => {
  if (choice === "none") return new Set();
  return new Set(choice === "all" ? releases : releases.slice(-Number(choice.replace("newest ", ""))));
});
