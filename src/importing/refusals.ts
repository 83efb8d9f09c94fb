import { DatelineError } from "../model/dateline-error.ts";
import { table } from "./data.ts";

const { faults, ...kinds } = table("refusals");

/** Returns the error that refuses a file for a fault of data/refusals.yaml; `values` fill the places in its sentence. */
export function refusal(fault: string, values: Readonly<Record<string, string | number>> = {}): DatelineError {
  const { message = fault, hint = "" } = faults[fault] ?? {};
  const filled = (words: string) => words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  return new DatelineError("unreadable", filled(message), filled(hint));
}

/** Returns the error that refuses a file by something of it, by one of the tables; undefined where the table does not know it. */
export function refusalBy(table: keyof typeof kinds, words: string): DatelineError | undefined {
  const kind = kinds[table].find(({ is }) => new RegExp(is, "i").test(words));
  return kind && new DatelineError("unreadable", kind.message, kind.hint);
}
