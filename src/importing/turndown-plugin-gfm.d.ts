/** The plugin ships no types: just what is used of it. */
declare module "@joplin/turndown-plugin-gfm" {
  export const tables: import("turndown").Plugin;
}
