import { listed, meantOr } from "../content/suggest.ts";
import { DatelineError } from "../model/dateline-error.ts";

/** Returns an id that the command line names, where it is known; `where` says what it should be in. */
export function oneOf(id: string, known: Iterable<string>, where: string): string {
  const ids = [...known];
  if (ids.includes(id)) return id;
  throw new DatelineError("usage", `There is no “${id}” in ${where}.`, meantOr(`There are: ${listed(ids)}.`, id, ids));
}

/** Returns the ids of a list with commas. */
export function idsIn(list: string): string[] {
  const ids = list.split(",").map((id) => id.trim());
  return ids.filter(Boolean);
}
