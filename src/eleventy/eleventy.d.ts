/** Just what Dateline uses of Eleventy 3, which ships no types. */
declare module "@11ty/eleventy" {
  /** Nunjucks as Eleventy has it. */
  export interface NunjucksEngine {
    readonly nunjucks: {
      readonly Template: {
        readonly prototype: { getExported(this: object, ...args: readonly unknown[]): void; _compile(): void };
      };
      readonly runtime: { readonly Frame: { readonly prototype: Scope } };
    };
    readonly environment: { readonly loaders: readonly TemplateLoader[] };
  }

  /** The variables of a block, a macro or a loop. */
  export interface Scope {
    readonly variables: { [name: string]: unknown; loop?: Record<string, unknown> };
    resolve(this: Scope, name: string, forWrite: boolean): Scope | undefined;
    set(this: Scope, name: string, value: unknown, resolveUp?: boolean): void;
  }

  export interface TemplateLoader {
    /** The name of each template that was read, by its file: Eleventy forgets a template whose file changes. */
    readonly pathsToNames: Record<string, string>;
    getSource: (name: string) => { readonly src: string; readonly path: string; readonly noCache: boolean } | null;
  }

  export interface UserConfig {
    readonly benchmarkManager: { get(group: string): { setIsVerbose(isVerbose: boolean): void } };
    setDataDirectory(folder: string): void;
    setTemplateFormats(formats: readonly string[]): void;
    setNunjucksEnvironmentOptions(options: Readonly<Record<string, boolean>>): void;
    setFreezeReservedData(freeze: boolean): void;
    addGlobalData(name: string, value: unknown): void;
    // biome-ignore lint/suspicious/noExplicitAny: a filter takes what its template gives it
    addNunjucksFilter(name: string, filter: (...values: any[]) => unknown): void;
    on(event: "eleventy.engine.njk", listener: (engine: NunjucksEngine) => void): void;
    addTransform(name: string, transform: (html: string) => string): void;
    addTemplate(name: string, content: string, data: Readonly<Record<string, unknown>>): void;
  }

  export interface Options {
    readonly configPath: string;
    readonly quietMode: boolean;
    config(config: UserConfig): void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    disableLogger(): void;
    write(): Promise<unknown>;
    toJSON(): Promise<readonly { readonly url: string; readonly content: string }[]>;
  }
}
