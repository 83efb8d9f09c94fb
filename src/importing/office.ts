import { Files } from "../content/files.ts";
import { loadPages } from "../content/pages.ts";
import { loadReleases } from "../content/releases.ts";
import { loadTerms, readSite } from "../content/terms.ts";
import type { Problem } from "../model/problem.ts";
import type { Site } from "../model/site.ts";

/** What a new release joins: all that can be read of the content folder, and what is wrong with the rest. */
export type Office = Extract<ReturnType<typeof readOffice>, { readonly site: Site }>;

/**
 * Reads a content folder as far as it can be read: the mistake of a colleague in one file must not keep others from writing
 * theirs. Only without site.yaml nothing can be done.
 */
export function readOffice(contentDir: string) {
  const problems: Problem[] = [];
  const site = readSite(contentDir, problems)?.value;
  if (!site) return { site, problems };
  const reading = { contentDir, site, files: new Files(contentDir), problems };
  const terms = loadTerms(reading);
  return { site, terms, pages: loadPages(reading), releases: loadReleases(reading, terms), problems };
}
