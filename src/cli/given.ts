import { listed, meantOr } from "../content/suggest.ts";
import { misuse } from "./run.ts";

/** Returns an id from the command line if it is known; `where` names the folder in which it should be. */
export function oneOf(id: string, known: Iterable<string>, where: string): string {
  const ids = [...known];
  if (ids.includes(id)) return id;
  const others = ids.length === 0 ? "There is none yet." : `There are: ${listed(ids)}.`;
  throw misuse(`There is no “${id}” in ${where}.`, meantOr(others, id, ids));
}

/** Splits a list of ids with commas. */
export function idsIn(list: string): string[] {
  const ids = list.split(",").map((id) => id.trim());
  return ids.filter(Boolean);
}
