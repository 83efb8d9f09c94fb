import type { NunjucksEngine, Scope, UserConfig } from "@11ty/eleventy";

type Done = (error: unknown, exported: unknown) => void;
type GetExported = (this: object, ...args: readonly unknown[]) => void;

/** A template of Nunjucks: its source, or what was made of it. */
interface Compiled {
  readonly tmplStr?: string;
  tmplProps?: unknown;
  readonly path: string;
  readonly blocks: Readonly<Record<string, unknown>>;
  readonly rootRenderFunc: unknown;
}

/** Cache: path and source of a template → what Nunjucks made of it. Every page of a preview is rendered with an engine of its own. */
const compiled = new Map<string, unknown>();

/**
 * Caches the exports of component files, which halves the time of rendering: Nunjucks would run a file again for each page that imports
 * it, although our components are macros that depend only on their parameters. Each file is compiled once in a process.
 */
export function keepMacros(config: UserConfig): void {
  config.on("eleventy.engine.njk", ({ nunjucks }: NunjucksEngine) => {
    const template = nunjucks.Template.prototype;
    if (patched.has(template.getExported)) return;
    const getExported = template.getExported;
    const compile = template._compile;
    template._compile = function (this: Compiled) {
      const key = `${this.path}\n${this.tmplStr}`;
      this.tmplProps ??= compiled.get(key);
      compile.call(this);
      const blocks = Object.entries(this.blocks).map(([name, block]) => [`b_${name}`, block]);
      compiled.set(key, { ...Object.fromEntries(blocks), root: this.rootRenderFunc });
    };
    const known = new WeakMap<object, unknown>();
    template.getExported = function (this: object, ...args) {
      const done = args.at(-1) as Done;
      // The next Nunjucks returns a promise instead. There, every page runs the component's file again.
      if (typeof done !== "function") return getExported.call(this, ...args);
      if (known.has(this)) return done(null, known.get(this));
      getExported.call(this, ...args.slice(0, -1), (error: unknown, exported: unknown) => {
        if (!error) known.set(this, exported);
        done(error, exported);
      });
    };
    patched.add(template.getExported);
    nunjucks.runtime.Frame.prototype.set = setVariable;
  });
}

/** The variables of a turn of a loop, the only names with a full stop: `loop.index`. */
const IN_LOOP: ReadonlyMap<string, string> = new Map(
  ["index", "index0", "revindex", "revindex0", "first", "last", "length"].map((name) => [`loop.${name}`, name]),
);

/** Sets a variable as Nunjucks does, which would split each name at full stops, and in each turn of a loop those of seven variables. */
function setVariable(this: Scope, name: string, value: unknown, resolveUp = false): void {
  const inLoop = IN_LOOP.get(name);
  if (inLoop === undefined) ((resolveUp && this.resolve(name, true)) || this).variables[name] = value;
  else {
    this.variables.loop ??= {};
    this.variables.loop[inLoop] = value;
  }
}

/** The functions that already cache, so that the builds of a preview do not wrap them again. */
const patched = new WeakSet<GetExported>();
