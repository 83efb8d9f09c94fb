import { namesIn } from "../content/disk.ts";

/** From so many releases on, a site is large: threads make its releases, without Eleventy, which would hold all of them in memory. */
export const LARGE = 1000;

/** Whether a folder of content has at least so many releases. */
export function isLarge(contentDir: string, least = LARGE): boolean {
  return namesIn(contentDir, "releases").length >= least;
}
