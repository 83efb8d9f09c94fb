import type { Rule } from "../rule.ts";

/** Words with which no sentence ends. */
const GOES_ON: Partial<Record<string, RegExp>> = {
  en: /(?<![\p{L}’'-])(?:the|a|an|and|or|nor|their|our|its|my|your|which|because|than|including|whose|of the|such as|as well as|so that|in order to|due to|according to)$/u,
  ru: /(?<![\p{L}-])(?:и|или|а|но|что|чтобы|который|которая|которое|которые|для|без|при|из|от|к|на|в|с|по|об?|также|а также|согласно|благодаря)$/u,
  be: /(?<![\p{L}-])(?:і|або|але|што|каб|які|якая|якія|для|без|пры|з|ад|да|на|у|ў|па|аб|таксама)$/u,
  fr: /(?<![\p{L}’'-])(?:et|ou|le|la|les|des|du|de|un|une|que|dans|pour|avec|par|sur|afin de|ainsi que|grâce à|selon)$/u,
  es: /(?<![\p{L}-])(?:y|o|el|la|los|las|de|del|un|una|que|en|con|para|por|así como|según|gracias a)$/u,
};

/** One of several that are listed: it goes on with the next. */
const LISTED = /^[\s\ue000]*(?:[•·–—-]|\(?(?:\p{L}|\d{1,2}|[ivx]{1,4})[.)])|[;,] (?:and|or|и|или|et|ou|y|o)$/u;

export const cutOff: Rule = {
  name: "cut-off",
  group: "craft",
  severity: "warning",
  why: "A sentence that lost its end in pasting may have lost the news.",
  wrong: "The centre was opened on Friday by the minister and the\n\nIt is new.",
  right: "The centre was opened on Friday by the minister and the ambassador.\n\nIt is new.",
  *check(document) {
    const { passages } = document;
    for (const [index, passage] of passages.entries()) {
      if (passage.kind !== "paragraph" && passage.kind !== "quote" && passage.kind !== "summary") continue;
      // What a picture, a passage of code or an address ends may go on there; what bold type ends does not.
      const text = withoutEnd(passage.text, " \n\t\u00a0*_");
      if (text.endsWith("\ue000") && !/[*_]$/.test(passage.source.trimEnd())) continue;
      const words = withoutEnd(text, " \n\t\u00a0\ue000,،，");
      const next = passages[index + 1]?.kind;
      if (next === "item" || next === "row" || next === "quote" || LISTED.test(words)) continue;
      const found = GOES_ON[passage.lang.split("-")[0] ?? ""]?.exec(words)?.[0];
      if (found === undefined || words.split(/\s+/).length < 4) continue;
      yield {
        at: document.in(passage, words.length - found.length, found.length),
        message: `This ${passage.kind} ends with “${found}”: its end seems to be missing.`,
        fix: "Compare it with the original.",
      };
    }
  },
};

/** A text without some characters at its end. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
