import { table } from "./data.ts";
import type { Rule } from "./rule.ts";
import { homoglyphs, invisibleCharacters, mojibake, spaces, unicodeForm } from "./rules/characters.ts";
import { mail, phone, privateData } from "./rules/contacts.ts";
import { dateline, datesDiffer, noSuchDate, relativeDay, weekday } from "./rules/dates.ts";
import { changeNote, confirmed, statusReason, summary, titleLength, translation } from "./rules/fields.ts";
import { foreignPassage, hiddenText } from "./rules/injected.ts";
import { https, innerLinks, linkForm, linkText, outerLinks, tracking } from "./rules/links.ts";
import { acronym, namesTwoWays } from "./rules/names.ts";
import { numbersDiffer, share, titleFigure } from "./rules/numbers.ts";
import { madeWith, pictureCredit, pictureSize, pictureWords } from "./rules/pictures.ts";
import { punctuation, quotationMarks, quoteSpeaker } from "./rules/punctuation.ts";
import { spelling } from "./rules/spelling.ts";
import { boldHeading, headingOrder, passageLanguage, tableHeader } from "./rules/structure.ts";
import { unusedFile } from "./rules/unused-file.ts";
import { placeholder, visibleMarkup } from "./rules/visible-markup.ts";
import { confusedWords, cutOff, gluedSentences, repeatedParagraph, repeatedWord } from "./rules/words.ts";

/** The function of each rule. Its name in kebab case is the rule's. */
const checks: Readonly<Record<string, Rule["check"]>> = {
  ...{ spelling, confusedWords, repeatedWord, punctuation, quotationMarks, mojibake, invisibleCharacters, homoglyphs },
  ...{ spaces, gluedSentences, unicodeForm, placeholder, cutOff, repeatedParagraph, quoteSpeaker, titleFigure },
  ...{ numbersDiffer, share, dateline, weekday, datesDiffer, noSuchDate, relativeDay, titleLength, summary, acronym },
  ...{ namesTwoWays, foreignPassage, hiddenText, innerLinks, outerLinks, linkForm, https, linkText, tracking },
  ...{ pictureWords, pictureCredit, pictureSize, unusedFile, headingOrder, boldHeading, tableHeader, visibleMarkup },
  ...{ passageLanguage, translation, phone, mail, confirmed, privateData, changeNote, statusReason, madeWith },
};

/** All rules, in the order of the docs. Adding one is a function, its name above, and what it is for in `data/rules.yaml`. */
export const rules: readonly Rule[] = Object.entries(
  table<Record<Rule["group"], Record<string, Omit<Rule, "name" | "group" | "check">>>>("rules"),
).flatMap(([group, own]) =>
  Object.entries(own).map(([name, described]) => {
    const check = checks[name.replace(/-./g, (letter) => letter.charAt(1).toUpperCase())];
    if (!check) throw new Error(`No function in src/checks/rules.ts is the rule ${name}.`);
    return { name, group: group as Rule["group"], ...described, check };
  }),
);
