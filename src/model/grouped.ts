/** Returns how often each key occurs, in the order in which they occur first. */
export function countsOf<K>(keys: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Groups things under each of their keys, in the order given. */
export function grouped<K, T>(things: Iterable<T>, keysOf: (thing: T) => Iterable<K>): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const group = groups.get(key);
      if (!group) groups.set(key, [thing]);
      // A thing may have a key twice.
      else if (group.at(-1) !== thing) group.push(thing);
    }
  }
  return groups;
}
