import type { UserConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import eleventyConfig from "../../eleventy.config.ts";
import type { Page } from "../pages/page.ts";
import type { Rendering } from "./rendering.ts";

/**
 * Returns a function that renders one page as Eleventy does: with the templates, filters, settings and transforms of
 * eleventy.config.ts. A large build uses it, because it keeps nothing of the pages that it has rendered, and starts in less time.
 */
export function directRenderer(rendering: Rendering): (page: Page) => string {
  const transforms: ((html: string) => string)[] = [];
  const filters: Parameters<UserConfig["addNunjucksFilter"]>[] = [];
  const listeners: Parameters<UserConfig["on"]>[1][] = [];
  const sources = new Map<string, string>();
  let options: Readonly<Record<string, boolean>> = {};
  const ignored = () => {};
  eleventyConfig(
    {
      benchmarkManager: { get: () => ({ setIsVerbose: ignored }) },
      setDataDirectory: ignored,
      setTemplateFormats: ignored,
      setFreezeReservedData: ignored,
      addGlobalData: ignored,
      setNunjucksEnvironmentOptions: (given) => {
        options = given;
      },
      addNunjucksFilter: (...filter) => filters.push(filter),
      on: (_, listener) => listeners.push(listener),
      addTransform: (_, transform) => transforms.push(transform),
      addTemplate: (name, source) => sources.set(name, source),
    },
    rendering,
  );
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(), options);
  for (const listener of listeners) listener({ nunjucks, environment });
  for (const [name, filter] of filters) environment.addFilter(name, filter);
  const templates = new Map(
    [...sources].map(([name, source]) => [name, new nunjucks.Template(source, environment, name, false)]),
  );
  return (page) => {
    const html = templates.get(`${page.kind}.njk`)?.render({ kind: page.kind, current: page }) ?? "";
    return transforms.reduce((text, transform) => transform(text), html);
  };
}
