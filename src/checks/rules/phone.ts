import { type Phone, phoneOf } from "../../model/phone.ts";
import type { Rule } from "../rule.ts";

/** A number that begins with + and a country. */
const ABROAD = /(?<![\p{N}\p{L}+])(?<number>\+[\s\u00a0]?\d[\d\s\u00a0()./-]{5,20}\d)(?!\d)/gu;

/** A number that is introduced as one, without + and country. */
const AT_HOME =
  /(?<!\p{L})(?:tel|telephone|phone|mobile|fax|тел|телефон|моб|факс|тэл|tél|téléphone|teléfono|هاتف|电话)(?:\.|\s?(?:no|number|номер|n°|№)\.?|(?: \p{L}[\p{L}-]{0,30}){1,3}(?=\s?:))?\s?(?::|(?=[\s\u00a0(]*\d))[\s\ue000\u00a0]*(?<number>\(?\d[\d\u00a0 ()./-]{5,20}\d)(?![\d-])/giu;

/** Fewer digits are the number of an extension or of a service; more are no number at all. */
const FEWEST = 7;

export const phone: Rule = {
  name: "phone",
  group: "people",
  severity: "warning",
  why: "A number that nobody has is found out on deadline.",
  wrong: "Tel. +375 17 327 48",
  right: "Tel. +375 17 327 48 76",
  *check(document, { content }) {
    const { country } = content.site;
    for (const passage of document.passages) {
      const numbers = [
        ...(passage.text.includes("+") ? passage.text.matchAll(ABROAD) : []),
        ...(country ? passage.text.matchAll(AT_HOME) : []),
      ];
      for (const found of numbers) {
        const number = found.groups?.number ?? "";
        if (number.replace(/\D/g, "").length < FEWEST || readAs(number, country)) continue;
        yield {
          at: document.in(passage, found.index + found[0].length - number.length, number.length),
          message: `${number} cannot be anybody's number${number.startsWith("+") ? "" : ` in this country (${country})`}.`,
          fix: "Compare it with the original, digit by digit.",
        };
      }
    }
    for (const { url, urlOffset } of document.links) {
      const number = /^tel:(\+?[\d().\s-]+)$/i.exec(decoded(url))?.[1];
      if (
        number === undefined ||
        !(country || number.startsWith("+")) ||
        number.replace(/\D/g, "").length < FEWEST ||
        readAs(number, country)
      )
        continue;
      yield {
        at: document.inBody(urlOffset, url.length),
        message: `This link calls ${number}, which cannot be anybody's number.`,
        fix: "Compare it with the original, digit by digit.",
      };
    }
  },
};

/** In Belarus 80 is dialled before a city: with a digit less, the rest would be read as another kind of number. */
const BEFORE_CITY: Readonly<Record<string, readonly [RegExp, string]>> = {
  BY: [/^\(?8[\s\u00a0(-]*0(?=\d\d)/, "+375 "],
};

/** The number as it is dialled; without + it may begin with the country, or with what is dialled before a city. */
function readAs(number: string, country: string | undefined): Phone | undefined {
  const [before = /^00/, instead = "+"] = BEFORE_CITY[country ?? ""] ?? [];
  const plain = number.replace(before, instead).replace(/^00/, "+");
  return phoneOf(plain, country) ?? (number.startsWith("+") ? undefined : phoneOf(`+${number}`, country));
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
