import { phoneOf } from "../../model/phone.ts";
import type { Rule } from "../rule.ts";

/** A number that is introduced as a phone number, or begins with + and a country. */
const NUMBER =
  /(?:(?<!\p{L})(?:tel|phone|mobile|mob|cell|fax|call|тел|телефон|моб|факс|тэл|tél|téléphone|teléfono|هاتف|电话)(?:\.|:|\p{Ll}*)?:?[\s\ue000]*|(?<![\p{N}\p{L}+]))(?<number>\+[\s\u00a0]?\d[\d\s\u00a0()./-]{6,18}\d)(?!\d)/giu;

export const phone: Rule = {
  name: "phone",
  group: "people",
  severity: "warning",
  why: "A number that nobody has is found out on deadline.",
  wrong: "Tel. +375 17 327 48",
  right: "Tel. +375 17 327 48 76",
  *check(document, { content }) {
    for (const passage of document.passages) {
      if (!passage.text.includes("+")) continue;
      for (const found of passage.text.matchAll(NUMBER)) {
        const number = found.groups?.number ?? "";
        if (phoneOf(number, content.site.country)) continue;
        yield {
          at: document.in(passage, found.index + found[0].length - number.length, number.length),
          message: `${number} cannot be anybody's number.`,
          fix: "Compare it with the original, digit by digit.",
        };
      }
    }
  },
};
