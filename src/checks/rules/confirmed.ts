import { dayIn } from "../../model/embargo.ts";
import type { Rule } from "../rule.ts";

export const confirmed: Rule = {
  name: "confirmed",
  group: "people",
  severity: "warning",
  why: "People leave and numbers change; a contact that nobody has looked at for a year is often wrong.",
  wrong: "(a contact with confirmed: 2020-01-15)",
  right: "(a contact whose day of confirmation is less than a year ago)",
  *check(document, { content, now }) {
    const day = document.contact?.confirmed;
    if (day === undefined) return;
    const today = dayIn(content.site.timezone, now);
    const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
    if (day >= yearAgo) return;
    yield {
      at: { ...document.field(["confirmed"]), length: day.length },
      message: `This contact was last confirmed on ${day}, more than a year ago.`,
      fix: "Call the number, write to the address, and set confirmed to today.",
    };
  },
};
