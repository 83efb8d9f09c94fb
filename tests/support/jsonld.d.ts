/** Just what the tests use of jsonld, which ships no types. */
declare module "jsonld" {
  type Loader = (
    url: string,
  ) => Promise<{ readonly contextUrl: null; readonly documentUrl: string; document: unknown }>;
  interface Options {
    readonly base: string;
    readonly documentLoader: Loader;
  }
  export function expand(document: unknown, options: Options): Promise<readonly Record<string, unknown>[]>;
}
