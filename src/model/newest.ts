import { oncePer } from "./memo.ts";
import type { Press } from "./press.ts";
import type { PublicRelease } from "./release.ts";

/** The choice if site.yaml makes none. Each language counts. */
const DEFAULT = "newest 500";

/** Returns the releases of a choice in site.yaml: all, none, or the newest. */
export const newestOf = oncePer(({ releases }: Press, choice: string = DEFAULT): ReadonlySet<PublicRelease> => {
  if (choice === "none") return new Set();
  return new Set(choice === "all" ? releases : releases.slice(-Number(choice.replace("newest ", ""))));
});
