import { updatedOn } from "../../model/release.ts";
import { originalOf } from "../../model/translations.ts";
import { textOf } from "../../text/text.ts";
import { blocksOf } from "../blocks.ts";
import type { Rule } from "../rule.ts";
import { numbersIn } from "../words.ts";

export const translation: Rule = {
  name: "translation",
  group: "reach",
  severity: "warning",
  why: "Readers of a translation take it for the whole release; what it lacks does not exist for them.",
  wrong: "(a translation with one quote, of an original with two)",
  right: "(a translation with the quotes, figures and paragraphs of its original)",
  *check(document, { archive, content }) {
    const { release } = document;
    const original = release && originalOf(archive.versions(release.key), content.site.default_language);
    if (!release || !original || original === release || release.body === "") return;
    const at = document.inBody(0, 0);
    const quotes = [textOf(release).quotes.length, textOf(original).quotes.length] as const;
    if (quotes[0] < quotes[1]) {
      yield {
        at,
        message: `The original has ${quotes[1]} quotes, and this translation ${quotes[0]}.`,
        fix: `Translate the others from ${original.file}.`,
      };
    }
    const there = new Set(numbersIn(release.body).map(({ value }) => value));
    const missing = [...new Set(numbersIn(original.body).map(({ value }) => value))].filter(
      (value) => value.length > 1 && !there.has(value) && !there.has(value.replace(".", "")),
    );
    if (missing.length > 0) {
      yield {
        at,
        message: `The original has the ${missing.length === 1 ? "figure" : "figures"} ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? " …" : ""}, which this translation lacks.`,
        fix: `Compare it with ${original.file}.`,
      };
    }
    const paragraphs = (body: string) => blocksOf(body, "en").filter(({ kind }) => kind === "paragraph").length;
    const [own, others] = [paragraphs(release.body), paragraphs(original.body)];
    if (own < others && quotes[0] >= quotes[1]) {
      yield {
        at,
        message: `The original has ${others} paragraphs, and this translation ${own}.`,
        fix: `Compare it with ${original.file}; where paragraphs were joined, allow it.`,
      };
    }
    const changed = updatedOn(original);
    const made = release.translation?.date ?? updatedOn(release) ?? release.date;
    if (changed !== undefined && changed > made) {
      yield {
        at: document.field(release.translation?.date ? ["translation", "date"] : ["translation"]),
        message: `The original was changed on ${changed}, after this translation was made (${made}).`,
        fix: "Bring the translation up to date, and set the date in translation.",
      };
    }
  },
};
