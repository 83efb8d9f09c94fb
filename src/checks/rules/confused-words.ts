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
    [/\bpubic\b(?! (?:hair|bone|area|region|symphysis|lice|mound|arch))/gi, "public"],
    [
      /\bheath(?= (?:care|workers?|cent(?:er|re)s?|services?|systems?|clinics?|posts?|ministr(?:y|er)|facilit(?:y|ies)|officials?|organi[sz]ation)\b)|(?<=\b(?:public|mental|maternal|world|child|ministry of|reproductive|primary) )heath\b/gi,
      "health",
    ],
    [/\buntied(?= (?:nations|states|kingdom|arab)\b)/gi, "united"],
    [/(?<=\bunited )(?:sates|stated|sate)\b|(?<=\bunited )nation\b(?! of)/gi, "States, or Nations"],
    [
      /\bmanger\b(?<=\b(?:project|program|programme|general|country|office|regional|team|communications?|senior|deputy|site|portfolio) manger)/gi,
      "manager",
    ],
    [/\b(?:three|two|four|five|six|seven|eight|nine|ten|\d+|few|several|last|past|next|coming) moths\b/gi, "months"],
    [
      /\bsinged(?= (?:an?|the|by|on|in|with|between|this|two|agreements?|into) ?(?:agreements?|memorand\w+|treat(?:y|ies)|contracts?|convention|declaration|letter|law|decree|mou|the)?\b)/gi,
      "signed",
    ],
    [
      /\blunch(?:ed|es|ing)?(?= (?:of )?(?:an?|the|its|their|this|our) (?:\w+ ){0,3}(?:project|campaign|programme?|report|initiative|strategy|appeal|website|portal|app|platform|centre|center|plan|study|survey|book|competition|satellite)\b)/gi,
      "launch",
    ],
    [/\b(?:play|plays|played|playing) (?:an? )?(?:\w+ )?roll (?=in\b)|\broll(?= models?\b)/gi, "role"],
    [/\b(?<=\b(?:was|were|is|are|been|be|being) )lead(?= by\b)/gi, "led"],
    [/\bfist(?= (?:time|lady|phase|stage|deputy|day|year|week|step|secretary|place|of all|half|quarter)\b)/gi, "first"],
    [
      /\btow(?= (?:weeks?|days?|years?|months?|million|thousand|hundred|countries|projects|people|women|men|children|new|of the)\b)/gi,
      "two",
    ],
    [/\bfro(?= (?:the|all|more|a|an|example|women|men|children|people|its|their|this|which)\b)/gi, "for, or from"],
    [/\bbrining(?= (?:together|the|in|about|to|people|more|new|all)\b)/gi, "bringing"],
    [
      /\bpeace(?= of (?:legislation|land|work|paper|equipment|research|advice|art|information|the puzzle)\b)/gi,
      "piece",
    ],
    [/\bpiece(?= (?:talks?|process|agreement|treaty|keep|keeping|building|corps|negotiations|prize)\b)/gi, "peace"],
    [/\bcostumer(?= (?:service|satisfaction|care|support|experience)\b)/gi, "customer"],
    [
      /\b(?<=\b(?:an?|the|his|her|their|our|this|such|legal|good|some) )advise(?= (?:of|on|from|to|is|was|and|for)\b)/gi,
      "advice",
    ],
    [/\bstatue(?= (?:of limitations|law|book)s?\b)/gi, "statute"],
    [
      /\bsever(?= (?:shortages?|floods?|droughts?|weather|damage|restrictions?|cases?|impacts?|consequences|malnutrition|winters?|storms?|acute)\b)/gi,
      "severe",
    ],
    [/\b(?:quiet)(?= (?:a few|a lot|often|different|a number|well|likely|good|high|low|similar)\b)/gi, "quite"],
    [
      /\b(?<=\b(?:in|under|with|without|for|through|by|of|from|and|or) )form(?= (?:the (?:ministry|government|office|country|region|start|united|state|european|world|city)|all (?:over|regions|countries)|\d|January|February|March|April|May|June|July|August|September|October|November|December)\b)|\b(?<=\b(?:people|refugees|guests|participants|experts|officials|delegates|representatives|students|journalists|support|funds?|funding|help|money|assistance|grants?) )form(?= (?:the|all|across|\w+ (?:countries|regions))\b)/gi,
      "from",
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
