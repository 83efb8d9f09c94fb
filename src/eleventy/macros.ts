import type { NunjucksEngine, UserConfig } from "@11ty/eleventy";

type Done = (error: unknown, exported: unknown) => void;
type GetExported = (this: object, ...args: readonly unknown[]) => void;

/**
 * Nunjucks runs a component's file anew for each page that imports it. Our components are macros that see nothing but
 * their parameters, so what a file exports is kept: this halves the time of rendering.
 */
export function keepMacros(config: UserConfig): void {
  config.on("eleventy.engine.njk", ({ nunjucks }: NunjucksEngine) => {
    const template = nunjucks.Template.prototype;
    if (patched.has(template.getExported)) return;
    const getExported = template.getExported;
    const known = new WeakMap<object, unknown>();
    template.getExported = function (this: object, ...args) {
      const done = args.at(-1) as Done;
      // The next Nunjucks returns a promise instead; there every page runs the component's file itself.
      if (typeof done !== "function") return getExported.call(this, ...args);
      if (known.has(this)) return done(null, known.get(this));
      getExported.call(this, ...args.slice(0, -1), (error: unknown, exported: unknown) => {
        if (!error) known.set(this, exported);
        done(error, exported);
      });
    };
    patched.add(template.getExported);
  });
}

/** The functions that keep already, so that a preview's builds do not wrap them again and again. */
const patched = new WeakSet<GetExported>();
