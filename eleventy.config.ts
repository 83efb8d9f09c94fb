import type { UserConfig } from "@11ty/eleventy";
import { addFilters } from "./src/eleventy/filters.ts";
import { addKinds } from "./src/eleventy/kinds.ts";
import { keepMacros } from "./src/eleventy/macros.ts";
import type { Rendering } from "./src/eleventy/rendering.ts";
import { findTemplates } from "./src/eleventy/templates.ts";
import { isolatedHtml } from "./src/text/isolate.ts";

/**
 * The build as a table of contents. `npm run build` decides which pages are stale and hands them over here; what a page
 * may show is decided in src/pages/, how it looks in templates/layouts/, what filters do in src/text/.
 */
export default function eleventyConfig(config: UserConfig, rendering: Rendering): void {
  // An undefined value in a template is an error, not an empty place on a page.
  config.setTemplateFormats(["njk"]);
  config.setNunjucksEnvironmentOptions({ throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });
  config.setFreezeReservedData(false);
  findTemplates(config);
  keepMacros(config);

  addFilters(config, rendering);
  addKinds(config, rendering);

  // Numbers and codes keep their order in a text that runs from right to left.
  config.addTransform("isolation", (html) => isolatedHtml(html, "ltr"));

  // Each page carries the rules of style that it needs, and no others.
  config.addTransform("styles", (html) => rendering.styles.into(html));
}
