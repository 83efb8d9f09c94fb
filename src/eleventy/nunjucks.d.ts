/** Just what Dateline uses of Nunjucks besides Eleventy's own use of it. */
declare module "nunjucks" {
  import type { NunjucksEngine, TemplateLoader } from "@11ty/eleventy";

  class Environment {
    constructor(loader: TemplateLoader, options: Readonly<Record<string, boolean>>);
    readonly loaders: readonly TemplateLoader[];
    // biome-ignore lint/suspicious/noExplicitAny: a filter takes what its template gives it
    addFilter(name: string, filter: (...values: any[]) => unknown): void;
  }

  class Template {
    constructor(source: string, environment: Environment, name: string, isCompiled: boolean);
    /** Returns the text at once where no filter is asynchronous. */
    render(context: Readonly<Record<string, unknown>>): string;
  }

  const nunjucks: NunjucksEngine["nunjucks"] & {
    readonly Environment: typeof Environment;
    readonly Template: typeof Template & NunjucksEngine["nunjucks"]["Template"];
    readonly FileSystemLoader: new () => TemplateLoader;
  };
  export default nunjucks;
}
