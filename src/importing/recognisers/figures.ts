import type { Recognise } from "../draft.ts";

const NUMBER =
  /(?<![\p{L}\d.,$€£#-])((?:[$€£]\s?)?\d{1,3}(?:[,. \u00a0\u202f]\d{3})+|(?:[$€£]\s?)?\d+(?:[.,]\d+)?)(\s?%|\s(?:per cent|percent|million|billion|thousand|млн|млрд|тыс\.?|миллион\p{L}*|мільён\p{L}*|millions?|milliards?|millones|مليون|万|亿))?(?![\p{L}\d]|[-.,]\d)/gu;
/** What is counted must be things or people: not time, not ranks. */
const TIME =
  /^\s*(?:-\s*)?(?:years?|months?|weeks?|days?|hours?|minutes?|лет|год|месяц|дн|час|гадоў|месяц|ans?|mois|jours?|años?|meses|días?|th|st|nd|rd|سنوات|年|月|日)/iu;

/** A key figure is a number of the headline that the text says again with the same words after it. */
export const figures: Recognise = (draft) => {
  const title = draft.first<string>("title") ?? "";
  for (const match of title.matchAll(NUMBER)) {
    const value = match[0].trim();
    const label = title.slice((match.index ?? 0) + match[0].length).trim();
    const plain = Number(value.replace(/[^\d]/g, ""));
    const isYear = /^(?:19|20)\d{2}$/.test(value);
    if (plain < 11 || isYear || TIME.test(label) || label.split(/\s+/).length < 2) continue;
    const next = label.split(/\s+/).slice(0, 2).join(" ");
    const proof = draft.blocks.find(({ text }) => text.includes(`${value} ${next}`));
    if (proof) draft.found("figures", { value, label }, title, "likely");
  }
};
