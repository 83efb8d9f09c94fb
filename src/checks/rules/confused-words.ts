import type { Rule } from "../rule.ts";

/** Words that are spelled right and are not what was meant: what stands there, what should, by language. */
const confused: Partial<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [
      /\bits(?= (?:not|a|an|the|been|just|because|too|also|only a|about (?:to|time)|important to|home after all)\b)/gi,
      "it's",
    ],
    [/\bit['’]s(?= own\b)/gi, "its"],
    [/\bim\b/g, "I'm"],
    [/\b(?<=(?:could|should|would|must|(?<!the )might) )of\b(?! course)/gi, "have"],
    [/\byour(?= (?:welcome|not|going to|a|the)\b)/gi, "you're"],
    [
      /\bfeeling(?= from (?:the |armed )?(?:conflict|war|violence|persecution|fighting|disaster|hunger|famine)s?\b)/gi,
      "fleeing",
    ],
    [
      /\bpubic(?= (?:sector|service|health|affairs|relations|policy|official|administration|school|information))/gi,
      "public",
    ],
    [/\bloose(?= (?:their|his|her|our|your|my) )/gi, "lose"],
    [/\b(?:there|they['’]re)(?= own\b)/gi, "their"],
    [/\btheir(?= (?:is|are|was|were)\b)/gi, "there"],
    [
      /\b(?<=\b(?:more|less|fewer|better|rather|other) )then(?= (?:\d|half|one|two|three|a|an|the|any|ever)\b)/gi,
      "than",
    ],
    [/\b(?<=\bto )asses(?= (?:the|how|what|whether)\b)/gi, "assess"],
    [/\bwho['’]s(?= (?:lives|homes|families|children|rights|work|names?)\b)/gi, "whose"],
    [/\b(?<=\bpress )realise\b|\b(?<=\bpress )realese\b/gi, "release"],
  ],
  ru: [
    [/(?<!\p{L})не смотря(?= на (?!часы|него|неё|них))/giu, "несмотря"],
    [
      /(?<!\p{L})в течении(?= (?:\d|год|лет|месяц|последн|дн|недел|час|срок|всего|пят|двух|трёх|трех|нескольк))/giu,
      "в течение",
    ],
    [/(?<!\p{L})в следстви[ие](?= (?:чего|этого|того|войны))/giu, "вследствие"],
    [
      /(?<!\p{L})согласно (?:приказа|постановления|закона|указа|договора)(?!\p{L})/giu,
      "согласно с дательным падежом: приказу, закону",
    ],
  ],
  fr: [
    [/(?<!\p{L})quand(?= (?:à|aux?) (?:la |l['’])?\p{L})/giu, "quant"],
    [/(?<!\p{L})sa(?= (?:va|fait|dépend|reste|signifie)(?!\p{L}))/giu, "ça"],
    [/(?<!\p{L})parmis(?!\p{L})/giu, "parmi"],
  ],
  es: [
    [/(?<!\p{L})haber(?= (?:si|qué) )/giu, "a ver"],
    [/(?<!\p{L})(?<=a través )del? el(?= )/giu, "del"],
  ],
};

export const confusedWords: Rule = {
  name: "confused-words",
  group: "language",
  severity: "warning",
  why: "A word that is spelled right but is the wrong one passes every spelling checker.",
  wrong: "They treat people humanely when they are feeling from conflicts.",
  right: "They treat people humanely when they are fleeing from conflicts.",
  *check(document) {
    for (const passage of document.passages) {
      for (const [pattern, instead] of confused[passage.lang.split("-")[0] ?? ""] ?? []) {
        for (const { 0: found, index } of passage.text.matchAll(pattern)) {
          yield {
            at: document.in(passage, index, found.length),
            message: `“${found}” is a word, but probably not the one that is meant here.`,
            fix: `Did you mean “${instead}”?`,
          };
        }
      }
    }
  },
};
