import { z } from "zod";
import { field, maybe, text } from "./fields.ts";

const allowed = z.strictObject({
  rule: field(text, "The rule, by the name that the check shows.", "spelling"),
  text: maybe(text, "Only where this is what was found. Without it: in the whole file.", "Wuhle"),
  reason: field(text, "Why, for whoever reads the file later.", "A river in Berlin."),
});

/** An exception from a rule of `npm run check`, made by the editor of a file, with its reason. */
export type Allowed = z.infer<typeof allowed>;

export const allow = maybe(
  z.array(allowed),
  "What `npm run check` may find in this file, each with the reason (docs/checks.md).",
  "[{ rule: spelling, text: Wuhle, reason: A river in Berlin. }]",
);
