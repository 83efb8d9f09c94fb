import { DatelineError } from "../model/dateline-error.ts";
import { table } from "./data.ts";

type Refusal = Readonly<Record<"message" | "hint", string>>;

/** What is said of each fault, and how files are recognised that cannot be imported. */
const { faults, ...kinds } = table<
  Readonly<
    Record<"bytes" | "parts" | "texts" | "zips" | "names" | "beside", readonly (Refusal & { readonly is: string })[]>
  > & {
    readonly faults: Readonly<Record<string, Refusal>>;
  }
>("refusals");

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
