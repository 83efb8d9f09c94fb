import { toldIn } from "./fields.ts";
import type { Form } from "./form.ts";
import { calendarForm } from "./forms/calendar.ts";
import { jsonLdForm } from "./forms/json-ld.ts";
import { ninjsForm } from "./forms/ninjs.ts";
import { pageForm } from "./forms/page.ts";
import { pdfForm } from "./forms/pdf.ts";
import { feedForm, textForm } from "./forms/text.ts";

/** The forms in which a release is told, in the order of the table. */
export const forms: readonly Form[] = [pageForm, textForm, feedForm, ninjsForm, jsonLdForm, calendarForm, pdfForm];

/** Returns why a form leaves a field out; undefined where it has it. */
export function omissionOf({ writers, omits }: Form, field: string): string | undefined {
  const where = toldIn[field];
  if (where === undefined) throw new Error(`The field ${field} has no place in src/release/fields.ts.`);
  if (typeof where === "object") return where.untold;
  const own = omits[field] ?? omits[where];
  if (own !== undefined || where === "head") return own;
  const writer = writers[where];
  return "omitted" in writer ? writer.omitted : undefined;
}

/** Returns the table of all fields and forms, in Markdown: an x if a form has a field, else the number of the reason. */
export function formsTable(): string {
  const reasons: string[] = [];
  const cell = (form: Form, field: string) => {
    const reason = omissionOf(form, field);
    if (reason === undefined) return "x";
    if (!reasons.includes(reason)) reasons.push(reason);
    return String(reasons.indexOf(reason) + 1);
  };
  const rows = Object.keys(toldIn).map(
    (field) => `| ${field} | ${forms.map((form) => cell(form, field)).join(" | ")} |`,
  );
  return [
    "# What each form of a release has",
    "",
    "Made by `npm run reference` from the writers in `src/release/`; a test builds a release with a word in every field and finds each where",
    "this table says. An x: the form has it. A number: it leaves it out, for the reason below.",
    "",
    `| field | ${forms.map(({ name }) => name).join(" | ")} |`,
    `| --- |${" --- |".repeat(forms.length)}`,
    ...rows,
    "",
    ...reasons.map((reason, index) => `${index + 1}. ${reason}`),
    "",
  ].join("\n");
}
