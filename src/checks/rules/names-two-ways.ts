import { distance } from "fastest-levenshtein";
import { attributionOf } from "../../text/grammar/quotes.ts";
import { typography } from "../../text/typography.ts";
import { acronymsTwoWays } from "../acronyms-two-ways.ts";
import { localized } from "../localized.ts";
import { namesTwoWays as nearNames } from "../near-names.ts";
import { type NearlyNamed, partnersNearlyNamed } from "../partner-names.ts";
import type { Context, Rule } from "../rule.ts";
import { commonAcronyms } from "./acronym.ts";

export const namesTwoWays: Rule = {
  name: "names-two-ways",
  group: "craft",
  severity: "warning",
  why: "A name that is spelled two ways is wrong once, and found by half the searches.",
  wrong:
    "> We need peace.\n>\n> — Anna Kavalenka, Representative\n\n> We need it now.\n>\n> — Anna Kavalenko, Representative",
  right:
    "> We need peace.\n>\n> — Anna Kavalenka, Representative\n\n> We need it now.\n>\n> — Anna Kavalenka, Representative",
  *check(document, context) {
    if (!document.release) return;
    const isWord = (word: string, lang: string) => context.spelling.isWord(word, lang);
    const isKnown = (word: string) => commonAcronyms.has(word) || (context.archive.counts([word]).get(word) ?? 0) > 1;
    const near = [...nearNames(document.passages, isWord), ...acronymsTwoWays(document.passages, isKnown)];
    for (const { found, passage, index, other } of near) {
      yield {
        at: document.in(passage, index, found.length),
        message: `“${found}” is “${other}” elsewhere in this text.`,
        fix: "Find out which is right, and use it everywhere; where they are two, allow it.",
      };
    }
    for (const passage of document.passages) {
      if (passage.kind === "attribution") {
        const { speaker } = attributionOf(passage.source.replace(/^[\s>]*/, "").replace(/\n\s*>?\s*/g, " "));
        const other = context.archive.otherSpelling(typography(speaker, passage.lang), passage.lang);
        const index = passage.source.indexOf(speaker);
        if (other === undefined || index === -1) continue;
        yield {
          at: document.in(passage, index, speaker.length),
          message: `This name is also spelled “${other}” on this site.`,
          fix: "Find out which is right, and use it everywhere; where they are two people, allow it.",
        };
      } else if (typeof passage.from === "number" || passage.kind === "title") {
        const { text } = passage;
        const kinds = { place: places(text, context), partner: partnersNearlyNamed(text, context.content) };
        for (const [kind, near] of Object.entries(kinds)) {
          yield* near.map(({ found, index, name }) => ({
            at: document.in(passage, index, found.length),
            message: `The site's own spelling of this ${kind} is “${name}”.`,
            fix: `Write “${name}”, or make “${found}” the name of the ${kind}.`,
          }));
        }
      }
    }
  },
};

/** Other spellings of places, as `locations/` gives them. An alias that holds the name, or is held by it, is no other spelling. */
function places(text: string, { content }: Context): NearlyNamed[] {
  return [...content.terms.locations.values()].flatMap(({ name, aliases = [] }) => {
    const names = localized(name);
    return aliases.flatMap((alias) => {
      if (names.some((own) => own.includes(alias) || alias.includes(own)) || !text.includes(alias)) return [];
      const isWord = new RegExp(`(?<!\\p{L})${alias.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\p{L})`, "u");
      const index = text.search(isWord);
      const near = names.toSorted((a, b) => distance(a, alias) - distance(b, alias))[0] ?? alias;
      return index === -1 ? [] : [{ found: alias, index, name: near }];
    });
  });
}
