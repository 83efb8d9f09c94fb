import { setImmediate } from "node:timers/promises";

/** How many things pass before the event loop goes on. */
const AT_ONCE = 50;

/**
 * Returns things one by one, and lets the event loop go on now and then: until it does, V8 frees nothing that a WeakRef refers to, such as
 * the views of pages that are already rendered.
 */
export async function* unhurried<T>(all: Iterable<T>): AsyncGenerator<T> {
  let passed = 0;
  for (const thing of all) {
    yield thing;
    if (++passed % AT_ONCE === 0) await setImmediate();
  }
}
