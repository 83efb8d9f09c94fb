import { closest, distance } from "fastest-levenshtein";

/** The known name that a wrong one was probably meant to be, or undefined where none is near. */
export function didYouMean(wrong: string, known: Iterable<string>): string | undefined {
  const names = [...known].map((name) => name.normalize("NFC"));
  if (names.length === 0) return undefined;
  const small = wrong.normalize("NFC").toLowerCase();
  const same = names.find((name) => name.toLowerCase() === small);
  if (same !== undefined) return same;
  const near = closest(small, names);
  return distance(small, near) <= Math.max(2, Math.floor(near.length / 3)) ? near : undefined;
}

/** A short list of names for an error message: all when they are few. */
export function listed(names: Iterable<string>, most = 12): string {
  const all = [...names];
  return all.length <= most ? all.join(", ") : `${all.slice(0, most).join(", ")} … (${all.length} in all)`;
}
