/**
 * Returns a function that works out each value once, by the text of its arguments. For what costs more to make than to use, such as
 * formats of dates.
 */
export function memoized<A extends readonly (string | undefined)[], T>(make: (...asked: A) => T): (...asked: A) => T {
  const known = new Map<string, { readonly value: T }>();
  return (...asked) => {
    const key = asked.join(" ");
    const found = known.get(key) ?? { value: make(...asked) };
    known.set(key, found);
    return found.value;
  };
}

/** Returns a function that works out each value once for an object, and forgets it with the object. */
export function oncePer<O extends object, A extends readonly (string | undefined)[], T>(
  make: (of: O, ...asked: A) => T,
): (of: O, ...asked: A) => T {
  const known = new WeakMap<O, (...asked: A) => T>();
  return (of, ...asked) => {
    const own = known.get(of) ?? memoized((...others: A) => make(of, ...others));
    known.set(of, own);
    return own(...asked);
  };
}
