import { closest, distance } from "fastest-levenshtein";
import type { Allowed } from "../model/allow.ts";
import type { Document } from "./document.ts";
import type { Finding } from "./finding.ts";
import type { Fault } from "./rule.ts";
import { rules } from "./rules.ts";

/** The name under which exceptions themselves are reported. */
export const EXCEPTION = { name: "exception", severity: "warning" } as const;

/** Exceptions of a document that name no rule, or that except nothing. */
export function unusedExceptions(
  document: Document,
  used: ReadonlySet<Allowed | undefined>,
  toFinding: (fault: Fault, rule: typeof EXCEPTION) => Finding,
): Finding[] {
  const names = rules.map(({ name }) => name);
  return document.allow.flatMap((allowed, index) => {
    if (used.has(allowed)) return [];
    const at = { ...document.field(["allow", index, "rule"]), length: allowed.rule.length };
    if (names.includes(allowed.rule)) {
      const what = allowed.text === undefined ? "" : ` “${allowed.text}”`;
      const fault = {
        at,
        message: `This exception from “${allowed.rule}”${what} is not needed: nothing of the kind is found.`,
        fix: "Delete the exception, so that the next slip is not let through.",
      };
      return [toFinding(fault, EXCEPTION)];
    }
    const near = closest(allowed.rule, names);
    const meant = distance(allowed.rule, near) <= 3 ? `Did you mean “${near}”? ` : "";
    const fault = {
      at,
      message: `There is no rule “${allowed.rule}”.`,
      fix: `${meant}The rules are listed in docs/checks.md.`,
    };
    return [toFinding(fault, EXCEPTION)];
  });
}
