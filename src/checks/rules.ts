import type { Rule } from "./rule.ts";
import { acronym } from "./rules/acronym.ts";
import { confusedWords } from "./rules/confused-words.ts";
import { dateline } from "./rules/dateline.ts";
import { foreignPassage } from "./rules/foreign-passage.ts";
import { gluedSentences } from "./rules/glued-sentences.ts";
import { hiddenText } from "./rules/hidden-text.ts";
import { homoglyphs } from "./rules/homoglyphs.ts";
import { invisibleCharacters } from "./rules/invisible-characters.ts";
import { mojibake } from "./rules/mojibake.ts";
import { namesTwoWays } from "./rules/names-two-ways.ts";
import { numbersDiffer } from "./rules/numbers-differ.ts";
import { quotationMarks } from "./rules/quotation-marks.ts";
import { quoteSpeaker } from "./rules/quote-speaker.ts";
import { relativeDay } from "./rules/relative-day.ts";
import { repeatedWord } from "./rules/repeated-word.ts";
import { spaces } from "./rules/spaces.ts";
import { spelling } from "./rules/spelling.ts";
import { summary } from "./rules/summary.ts";
import { titleFigure } from "./rules/title-figure.ts";
import { titleLength } from "./rules/title-length.ts";
import { unicodeForm } from "./rules/unicode-form.ts";
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
];
