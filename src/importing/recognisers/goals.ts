import { withPlainDigits } from "../../text/days.ts";
import type { Recognise } from "../draft.ts";

/** How the languages name the Sustainable Development Goals, up to their numbers. */
const named =
  /(?:sustainable development goals?|\bSDGs?\b|global goals?|цел[а-яё]* (?:в области )?устойчивого развития|(?<!\p{L})ЦУР(?!\p{L})|мэт[а-яё]* (?:ў галіне )?ўстойлівага развіцця|(?<!\p{L})МУР(?!\p{L})|ціл[а-яєїі]* сталого розвитку|(?<!\p{L})ЦСР(?!\p{L})|objectifs? de développement durable|\bODD\b|objetivos? de desarrollo sostenible|\bODS\b|أهداف التنمية المستدامة|الهدف|可持续发展目标)[\s(:]*(?:\([A-Z]{3,4}s?\)\s*)?(?:goals?\s+)?(?:no\.?|nos\.?|number|№|n[o°]\.?|رقم|第)?\s*((?:\d{1,2}|[٠-٩]{1,2})(?:(?:\s*,\s*|\s*(?:,\s*)?(?:and|и|і|et|y|و|、|和|&)\s*)(?:\d{1,2}|[٠-٩]{1,2})(?!\d))*)(?!\d|\s*(?:%|per cent|years|лет))/giu;

/** The goals that a text names by number. */
export const goals: Recognise = (draft) => {
  for (const { text } of draft.blocks) {
    for (const match of text.matchAll(named)) {
      const numbers = withPlainDigits(match[1] ?? "").match(/\d+/g) ?? [];
      for (const number of numbers.map(Number)) {
        const isOne = number >= 1 && number <= 17 && !draft.all("sdgs").includes(number);
        if (isOne) draft.found("sdgs", number, match[0], "certain");
      }
    }
  }
};
