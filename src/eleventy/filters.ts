import type { UserConfig } from "@11ty/eleventy";
import { pathPrefix } from "../model/site.ts";
import type { Kind } from "../pages/page.ts";
import { fileUrl } from "../pages/urls.ts";
import { day } from "../rendering/dates.ts";
import { markdown, markdownLine } from "../rendering/markdown.ts";
import { number, type Slots, word } from "../rendering/words.ts";
import type { Rendering } from "./rendering.ts";

/** What templates can do with a value. All synchronous: an asynchronous filter in a macro cuts the page off. */
const filters = ({ site, words, styles }: Rendering) => ({
  words: (key: string, lang: string, slots?: Slots) => word(words, key, lang, slots),
  day,
  number,
  markdown: (source: string, lang: string) => markdown(source, lang, pathPrefix(site)),
  markdownLine: (source: string, lang: string) => markdownLine(source, lang, pathPrefix(site)),
  file: (name: string) => fileUrl(site, name),
  styles: (kind: Kind) => styles.get(kind),
});

/** Makes the filters known to the templates. */
export function addFilters(config: UserConfig, rendering: Rendering): void {
  for (const [name, filter] of Object.entries(filters(rendering))) config.addNunjucksFilter(name, filter);
}
