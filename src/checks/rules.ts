import type { Rule } from "./rule.ts";
import { acronym } from "./rules/acronym.ts";
import { confirmed } from "./rules/confirmed.ts";
import { confusedWords } from "./rules/confused-words.ts";
import { dateline } from "./rules/dateline.ts";
import { foreignPassage } from "./rules/foreign-passage.ts";
import { gluedSentences } from "./rules/glued-sentences.ts";
import { headingOrder } from "./rules/heading-order.ts";
import { hiddenText } from "./rules/hidden-text.ts";
import { homoglyphs } from "./rules/homoglyphs.ts";
import { https } from "./rules/https.ts";
import { innerLinks } from "./rules/inner-links.ts";
import { invisibleCharacters } from "./rules/invisible-characters.ts";
import { linkForm } from "./rules/link-form.ts";
import { linkText } from "./rules/link-text.ts";
import { mail } from "./rules/mail.ts";
import { mojibake } from "./rules/mojibake.ts";
import { namesTwoWays } from "./rules/names-two-ways.ts";
import { numbersDiffer } from "./rules/numbers-differ.ts";
import { outerLinks } from "./rules/outer-links.ts";
import { passageLanguage } from "./rules/passage-language.ts";
import { phone } from "./rules/phone.ts";
import { pictureCredit } from "./rules/picture-credit.ts";
import { pictureSize } from "./rules/picture-size.ts";
import { pictureWords } from "./rules/picture-words.ts";
import { privateData } from "./rules/private-data.ts";
import { quotationMarks } from "./rules/quotation-marks.ts";
import { quoteSpeaker } from "./rules/quote-speaker.ts";
import { relativeDay } from "./rules/relative-day.ts";
import { repeatedWord } from "./rules/repeated-word.ts";
import { spaces } from "./rules/spaces.ts";
import { spelling } from "./rules/spelling.ts";
import { summary } from "./rules/summary.ts";
import { tableHeader } from "./rules/table-header.ts";
import { titleFigure } from "./rules/title-figure.ts";
import { titleLength } from "./rules/title-length.ts";
import { tracking } from "./rules/tracking.ts";
import { translation } from "./rules/translation.ts";
import { unicodeForm } from "./rules/unicode-form.ts";
import { visibleMarkup } from "./rules/visible-markup.ts";
import { weekday } from "./rules/weekday.ts";

/** All rules, in the order of the docs. Adding one is a file and a line. */
export const rules: readonly Rule[] = [
  spelling,
  confusedWords,
  repeatedWord,
  quotationMarks,
  mojibake,
  invisibleCharacters,
  homoglyphs,
  spaces,
  gluedSentences,
  unicodeForm,
  quoteSpeaker,
  titleFigure,
  numbersDiffer,
  dateline,
  weekday,
  relativeDay,
  titleLength,
  summary,
  acronym,
  namesTwoWays,
  foreignPassage,
  hiddenText,
  innerLinks,
  outerLinks,
  linkForm,
  https,
  linkText,
  tracking,
  pictureWords,
  pictureCredit,
  pictureSize,
  headingOrder,
  tableHeader,
  visibleMarkup,
  passageLanguage,
  translation,
  phone,
  mail,
  confirmed,
  privateData,
];
