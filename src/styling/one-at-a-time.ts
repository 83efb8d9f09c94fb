let last: Promise<unknown> = Promise.resolve();

/**
 * Does what unpacks or packs a WOFF2 font when all that was asked for before is done: the library for it hands out the memory in
 * which it works, and what is begun meanwhile overwrites it (fontello/wawoff2#11).
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}
