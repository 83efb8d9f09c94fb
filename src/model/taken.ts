/** How many things somebody has taken. All threads of a process can share it. */
export type Counter = Int32Array<SharedArrayBuffer>;

export function newCounter(): Counter {
  return new Int32Array(new SharedArrayBuffer(4));
}

/** So many things are taken at a time. */
const AT_A_TIME = 25;

/** Takes one thing after the other that no other thread has taken. */
export function* taken<T>(all: readonly T[], counter: Counter): Generator<T> {
  const take = () => Atomics.add(counter, 0, AT_A_TIME);
  for (let from = take(); from < all.length; from = take()) yield* all.slice(from, from + AT_A_TIME);
}
