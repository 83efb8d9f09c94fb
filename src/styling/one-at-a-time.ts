let last: Promise<unknown> = Promise.resolve();

/**
 * Packs or unpacks a WOFF2 font after all earlier ones are done. The library returns the memory in which it works, and another font
 * would overwrite it (fontello/wawoff2#11).
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}
