import { Files } from "../content/files.ts";
import { loadPages } from "../content/pages.ts";
import { loadReleases } from "../content/releases.ts";
import { loadTerms, readSite } from "../content/terms.ts";
import type { StandingPage } from "../model/content.ts";
import type { Problem } from "../model/problem.ts";
import type { Release } from "../model/release.ts";
import type { Site } from "../model/site.ts";
import type { Terms } from "../model/terms.ts";

/** What a new release joins: all that can be read of the content folder, and what is wrong with the rest. */
export interface Office {
  readonly site: Site;
  readonly terms: Terms;
  readonly releases: readonly Release[];
  readonly pages: readonly StandingPage[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a content folder as far as it can be read: the mistake of a colleague in one file must not keep others from writing
 * theirs. Only without site.yaml nothing can be done.
 */
export function readOffice(
  contentDir: string,
): Office | { readonly site?: never; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const site = readSite(contentDir, problems)?.value;
  if (!site) return { problems };
  const reading = { contentDir, site, files: new Files(contentDir), problems };
  const terms = loadTerms(reading);
  return { site, terms, pages: loadPages(reading), releases: loadReleases(reading, terms), problems };
}
