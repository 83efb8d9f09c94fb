/**
 * Returns a function that computes each value once and caches it by its arguments. Use it for values that cost more to make than to
 * use, such as formats of dates.
 */
export function memoized<A extends readonly (string | undefined)[], T>(make: (...asked: A) => T): (...asked: A) => T {
  const known = new Map<string, { readonly value: T }>();
  return (...asked) => {
    const key = asked.length === 1 ? (asked[0] ?? "") : asked.join(" ");
    const found = known.get(key);
    if (found) return found.value;
    const value = make(...asked);
    known.set(key, { value });
    return value;
  };
}

/** Returns a function that computes a value once per object, and keeps both: for what lives no longer than the objects. A map takes half the time of a weak one. */
export function onceForEach<O extends object, T>(make: (of: O) => T): (of: O) => T {
  const known = new Map<O, { readonly value: T }>();
  return (of) => {
    const found = known.get(of);
    if (found) return found.value;
    const value = make(of);
    known.set(of, { value });
    return value;
  };
}

/** Returns a function that computes each value once per object, and caches it as long as the object exists. */
export function oncePer<O extends object, A extends readonly (string | undefined)[], T>(
  make: (of: O, ...asked: A) => T,
): (of: O, ...asked: A) => T {
  // Most functions are asked for one value of an object, for which a map would take more memory than the value.
  const single = new WeakMap<O, { readonly value: T }>();
  const several = new WeakMap<O, (...asked: A) => T>();
  return (of, ...asked) => {
    if (asked.length > 0) {
      const known = several.get(of);
      const own = known ?? memoized((...others: A) => make(of, ...others));
      if (!known) several.set(of, own);
      return own(...asked);
    }
    const known = single.get(of);
    if (known) return known.value;
    const value = make(of, ...asked);
    single.set(of, { value });
    return value;
  };
}

/** Returns a function that computes a value once for two objects, and keeps it as long as the first exists, which holds the second. */
export function oncePerPair<A extends object, B extends object, T>(make: (of: A, and: B) => T): (of: A, and: B) => T {
  const known = oncePer((of: A) => onceForEach((and: B) => make(of, and)));
  return (of, and) => known(of)(and);
}
