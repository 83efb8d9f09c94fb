import { closest, distance } from "fastest-levenshtein";
import type { Allowed } from "../model/allow.ts";
import type { Document } from "./document.ts";
import type { Fault } from "./rule.ts";
import { rules } from "./rules.ts";

/** Exceptions of a document that name no rule, or that except nothing. */
export function unusedExceptions(document: Document, used: ReadonlySet<Allowed | undefined>): Fault[] {
  const names = rules.map(({ name }) => name);
  return document.allow.flatMap((allowed, index) => {
    if (used.has(allowed)) return [];
    const at = { ...document.field(["allow", index, "rule"]), length: allowed.rule.length };
    if (names.includes(allowed.rule)) {
      const what = allowed.text === undefined ? "" : ` “${allowed.text}”`;
      const message = `This exception from “${allowed.rule}”${what} is not needed: nothing of the kind is found.`;
      return [{ at, message, fix: "Delete the exception, so that the next slip is not let through." }];
    }
    const near = closest(allowed.rule, names);
    const meant = distance(allowed.rule, near) <= 3 ? `Did you mean “${near}”? ` : "";
    const fix = `${meant}The rules are listed in docs/checks.md.`;
    return [{ at, message: `There is no rule “${allowed.rule}”.`, fix }];
  });
}
