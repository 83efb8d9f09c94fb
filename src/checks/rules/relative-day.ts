import { daysIn } from "../dates.ts";
import type { Rule } from "../rule.ts";
import { sentencesIn } from "../words.ts";

/** "Today" where it is a day and not "these days": beside a verb of what happened. "Yesterday" and "tomorrow" always are. */
const relative: Partial<Record<string, RegExp>> = {
  en: /\btoday(?= (?:announced|launched|released|opened|signed|issued|published|unveiled|said|began|started|held|joined|welcomed|hosted))|(?<=\b(?:announced|launched|released|opened|signed|issued|published|unveiled|began|started|held|took place) )(?:today|this (?:morning|afternoon|evening))|(?<!\b(?:of|for|and|or|an?|the|our|better|brighter|cleaner|greener|healthier|resilient|safer|stronger|sustainable) )\b(?:yesterday|tomorrow)\b(?! ['’]s| (?:and|or) )(?!['’]s)/iu,
  ru: /(?<!\p{L})(?:вчера|завтра|сегодня(?= (?:был[аио]?|открыл|подписа|состоял|прош[её]?л|начал|объяв))|(?<=(?:открыт[аоы]?|подписан[аоы]?|состоял(?:ся|ась|ось|ись)|начал(?:ся|ась|ось|ись)) )сегодня)(?!\p{L})/iu,
  be: /(?<!\p{L})(?:учора|ўчора|заўтра|сёння(?= (?:бы[ўл]|адкры|падпіса|адбы)))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:hier|demain|(?<=(?:annoncé|lancé|ouvert|signé|publié)e?s? )aujourd['’]hui)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:ayer|(?<=(?:anunció|lanzó|abrió|firmó|publicó) )hoy|hoy(?= (?:anunció|lanzó|abrió|firmó|publicó)))(?!\p{L})/iu,
  ar: /(?<!\p{L})(?:أمس|غدا|غدًا)(?!\p{L})/u,
  zh: /昨天|昨日|明天|明日/u,
};

export const relativeDay: Rule = {
  name: "relative-day",
  group: "craft",
  severity: "warning",
  why: "“Yesterday” is another day for whoever reads it tomorrow, or copies it into an article.",
  wrong: "The centre was opened yesterday.",
  right: "The centre was opened yesterday, 26 January.",
  *check(document) {
    // Who speaks is there.
    if (!document.release || document.release.type === "speech") return;
    for (const passage of document.passages) {
      const pattern = relative[passage.lang.split("-")[0] ?? ""];
      if (!pattern || !["title", "subtitle", "summary", "paragraph", "item"].includes(passage.kind)) continue;
      for (const { sentence, index } of sentencesIn(passage.text)) {
        const found = pattern.exec(sentence);
        const isSaid = found && /["“«„]|&(?:ldquo|quot|#8220);/.test(passage.source.slice(0, index + found.index));
        // "Yesterday in Congress" within a sentence is the name of something.
        const isName = found && /^\p{Lu}/u.test(found[0]) && /\p{L}/u.test(sentence.slice(0, found.index));
        if (!found || isSaid || isName || daysIn({ text: sentence, lang: passage.lang }).length > 0) continue;
        yield {
          at: document.in(passage, index + found.index, found[0].length),
          message: `“${found[0]}” says no day.`,
          fix: "Put the date beside it, or in its place.",
        };
      }
    }
  },
};
