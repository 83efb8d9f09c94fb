import { domainToUnicode } from "node:url";
import type { Rule } from "../rule.ts";

/** Cyrillic letters and the Latin ones they look like. */
const CYRILLIC = "АВЕЅІЈКМНОРСТУХаеѕіјорсухҮһԁԛԝ";
const LATIN = "ABESIJKMHOPCTYXaesijopcyxYhdqw";

const TOUCHING = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;
const MIXED =
  /(?=\p{L}*\p{Script=Latin})(?=\p{L}*\p{Script=Cyrillic})(?<!\p{L})[\p{Script=Latin}\p{Script=Cyrillic}]+/gu;

export const homoglyphs: Rule = {
  name: "homoglyphs",
  group: "language",
  severity: "error",
  why: "A name with a letter of another script looks right and is found by no search; in an address it leads to somebody else.",
  wrong: "The Unitеd Nations",
  right: "The United Nations",
  *check(document) {
    for (const passage of document.passages) {
      if (!TOUCHING.test(passage.text)) continue;
      for (const { 0: found, index } of passage.text.matchAll(MIXED)) {
        const meant = inOneScript(found);
        if (meant === undefined) continue;
        yield {
          at: document.in(passage, index, found.length),
          message: `“${found}” mixes Latin and Cyrillic letters that look the same.`,
          fix: "Type the word anew with one keyboard layout.",
          replacement: meant,
        };
      }
    }
    for (const { url, urlOffset } of document.links) {
      const host = hostOf(url);
      const letters = host.split(".").slice(0, -1).join("");
      const isMixed = /\p{Script=Latin}/u.test(letters) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letters);
      const isDisguised =
        /^[A-Za-z]+$/.test(host.split(".").at(-1) ?? "") &&
        /\p{Script=Cyrillic}/u.test(letters) &&
        [...letters].every((letter) => CYRILLIC.includes(letter) || /[\d-]/.test(letter));
      if (!isMixed && !isDisguised) continue;
      yield {
        at: document.inBody(urlOffset, url.length),
        message: `The address ${host} is written with letters of two scripts: it is not the site that it looks like.`,
        fix: "Type the address anew, or delete the link.",
      };
    }
  },
};

/** The word with the letters of the rarer script replaced by those they look like; undefined where one looks like none. */
function inOneScript(word: string): string | undefined {
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const [from, to, other] =
    latin * 2 >= word.length ? [CYRILLIC, LATIN, /\p{Script=Cyrillic}/u] : [LATIN, CYRILLIC, /\p{Script=Latin}/u];
  const letters = [...word].map((letter) => {
    if (!other.test(letter)) return letter;
    const at = from.indexOf(letter);
    return at === -1 ? undefined : to[at];
  });
  return letters.includes(undefined) ? undefined : letters.join("");
}

function hostOf(url: string): string {
  try {
    return domainToUnicode(new URL(url).hostname);
  } catch {
    return "";
  }
}
