import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { DatelineError } from "../model/dateline-error.ts";
import { packaged } from "../roots.ts";

interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** How files of a kind that cannot be imported are recognised, and what is said of each. */
interface Kind extends Refusal {
  readonly is: string;
}

interface Table extends Readonly<Record<"bytes" | "parts" | "texts" | "zips" | "names" | "beside", readonly Kind[]>> {
  readonly faults: Readonly<Record<string, Refusal>>;
}

const { faults, ...kinds } = load(readFileSync(packaged("src/importing/tables/refusals.yaml"), "utf8")) as Table;

/** Returns the error that refuses a file for a fault of tables/refusals.yaml; `values` fill the places in its sentence. */
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
