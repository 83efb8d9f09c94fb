/** Things under each of their terms, in the order given. */
export function grouped<T>(things: Iterable<T>, termsOf: (thing: T) => Iterable<string>): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    for (const term of termsOf(thing)) {
      const group = groups.get(term);
      if (!group) groups.set(term, [thing]);
      // A thing may name a term twice.
      else if (group.at(-1) !== thing) group.push(thing);
    }
  }
  return groups;
}
