import type { UserConfig } from "@11ty/eleventy";
import { addFilters } from "./src/eleventy/filters.ts";
import { addKinds } from "./src/eleventy/kinds.ts";
import { keepMacros } from "./src/eleventy/macros.ts";
import type { Rendering } from "./src/eleventy/rendering.ts";
import { findTemplates } from "./src/eleventy/templates.ts";
import { isolatedHtml } from "./src/text/isolate.ts";

/**
 * Configures Eleventy. `npm run build` decides which pages are stale and passes them on to here; src/pages/ decides what a page may show,
 * templates/layouts/ how it looks, and src/text/ what filters do.
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

  // Isolates numbers and codes in text that runs from right to left, so that they keep their order.
  config.addTransform("isolation", (html) => isolatedHtml(html, "ltr"));

  // Inserts the style rules that a page needs, and no others.
  config.addTransform("styles", (html) => rendering.styles.into(html));
}
