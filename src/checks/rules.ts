import type { Rule } from "./rule.ts";
import { acronym } from "./rules/acronym.ts";
import { boldHeading } from "./rules/bold-heading.ts";
import { confirmed } from "./rules/confirmed.ts";
import { confusedWords } from "./rules/confused-words.ts";
import { cutOff } from "./rules/cut-off.ts";
import { dateline } from "./rules/dateline.ts";
import { datesDiffer } from "./rules/dates-differ.ts";
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
import { noSuchDate } from "./rules/no-such-date.ts";
import { numbersDiffer } from "./rules/numbers-differ.ts";
import { outerLinks } from "./rules/outer-links.ts";
import { passageLanguage } from "./rules/passage-language.ts";
import { phone } from "./rules/phone.ts";
import { pictureCredit } from "./rules/picture-credit.ts";
import { pictureSize } from "./rules/picture-size.ts";
import { pictureWords } from "./rules/picture-words.ts";
import { placeholder } from "./rules/placeholder.ts";
import { privateData } from "./rules/private-data.ts";
import { punctuation } from "./rules/punctuation.ts";
import { quotationMarks } from "./rules/quotation-marks.ts";
import { quoteSpeaker } from "./rules/quote-speaker.ts";
import { relativeDay } from "./rules/relative-day.ts";
import { repeatedParagraph } from "./rules/repeated-paragraph.ts";
import { repeatedWord } from "./rules/repeated-word.ts";
import { share } from "./rules/share.ts";
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
  punctuation,
  quotationMarks,
  mojibake,
  invisibleCharacters,
  homoglyphs,
  spaces,
  gluedSentences,
  unicodeForm,
  placeholder,
  cutOff,
  repeatedParagraph,
  quoteSpeaker,
  titleFigure,
  numbersDiffer,
  share,
  dateline,
  weekday,
  datesDiffer,
  noSuchDate,
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
  boldHeading,
  tableHeader,
  visibleMarkup,
  passageLanguage,
  translation,
  phone,
  mail,
  confirmed,
  privateData,
];
