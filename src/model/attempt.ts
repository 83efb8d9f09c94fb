/** Returns what a function makes; undefined where it throws, as for a text that is no JSON, or a file that cannot be read. */
export function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
