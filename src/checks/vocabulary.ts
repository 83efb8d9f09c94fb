/** What press offices write and the dictionaries lack, by language. */
interface Vocabulary {
  /** What may be put before any word without a hyphen. */
  readonly prefixes: RegExp;
  /** How words of the field begin that may have any ending. */
  readonly beginnings: RegExp;
  /** What is taken over from another language as it is, and its words only together. */
  readonly phrases?: RegExp;
  /** Endings that every word may have which has the other one, or is a word without. */
  readonly endings?: readonly (readonly [ending: RegExp, other: string])[];
  /** Endings with which people make new words: one with them is no slip where the rest is a word. */
  readonly derived?: RegExp;
  /** Small words after or before which a space gets lost, and which begin or end few other words. */
  readonly small?: readonly string[];
}

export const vocabulary: Partial<Record<string, Vocabulary>> = {
  en: {
    prefixes:
      /^(?:anti|auto|bio|co|counter|cyber|de|eco|electro|geo|hydro|hyper|inter|intra|macro|mega|meta|micro|mis|multi|nano|neo|non|out|over|pan|para|photo|post|pre|pro|pseudo|psycho|quasi|re|semi|socio|sub|super|tele|thermo|trans|ultra|under|un|web)(?=\p{Ll}{3})/u,
    beginnings:
      /^(?:acidif|anonymi[sz]|antiretrovir|app|asylee|back(?:end|link)|biotech|blog|blogger|captcha|caregiv|chatbot|chatroom|checkbox|commoditi[sz]|comorbid|copywrit(?:er|ing)|cowork|crowdfund|crowdsourc|cybersecurity|datacent(?:er|re)|dataset|deciles?$|decarboni[sz]|deradicali[sz]|disaggregat|downvot|drone|ebook|ecommerce|edtech|email|fact-?sheet|fintech|frontend|fundrais|gamif|genomic|geolocation|geospatial|govtech|hackathon|hashtag|helpline|(?:hetero|homo)genous$|homeowner|hotline|hotspot|immunocompromis|implementer|incentivi[sz]|influencer|infographic|infosec|interoperab|javascript|jobseek|lifecycle|listserv|livestream|lowercas|mentee|metadata|micro(?:blog|site)|mindset|mockup|multilateral|neuroscien|omnichannel|online|op-?ed|operationali[sz]|passcode|passphras|photovoltaic|podcast|policymak|rainforest|refoulement|renewables|repos?$|reputational|responder|roadmap|robocall|rollout|rollup|roundtable|scalab|screencast|selfie|seroprevalen|servicemember|siloe?d|synergi[sz]|smartphone|smartwatch|stakeholder|storytell|strategi[sz]|stylesheet|taskforce|telehealth|timeline|transhipment|tokeni[sz]|toolkit|touchpoint|touchscreen|trafficker|tweet|unsubscrib|upcycl|uppercas|upskill|upvot|url|videograph|virtuali[sz]|vlog|webcast|webinar|webmaster|webpage|website|wellbeing|whistleblow|widget|wi-?fi|wiki|wireframe|workflow|workshop|workstream|zoono(?:sis|ses|tic))/,
    phrases:
      /(?<!\p{L})(?:[aà] la carte|ad nauseam|alma mater|bona fides?|carte blanche|coup d['’][eé]tat|curriculum vitae|de facto|de jure|E\. coli|force majeure|habeas corpus|in[ -](?:situ|utero|vitro|vivo)|inter alia|ipso facto|mea culpa|modus (?:operandi|vivendi)|per (?:annum|capita|diem)|persona non grata|prima facie|pro[ -](?:bono|forma|rata)|quid pro quo|raison d['’][eê]tre|sine qua non|terra incognita|vis-[aà]-vis)(?!\p{L})/giu,
    endings: [
      [/(?<=al|ive|less|ous)ly$/, ""],
      // Not "publically": it is publicly.
      [/(?<=[^l]ic)ally$/, ""],
      [/(?<=able|al|ed|ful|ive|less|ous)ness$/, ""],
      [/(?<=al|ar)ity$/, ""],
      [/ivity$/, "ive"],
      [/(?:less|like|wide)$/, ""],
      [/(?<![cg])able$/, "ing"],
      [/(?<![cg])abilit(?:y|ies)$/, "ing"],
      [/abilit(?:y|ies)$/, "able"],
    ],
    derived: /(?:s|abilit(?:y|ies)|es|ed|ers?|ing|ings|able|y|ness|ment|ments|ist|ists|ise|ize|ised|ized)$/,
    small: [
      "the",
      "and",
      "with",
      "that",
      "this",
      "which",
      "from",
      "their",
      "have",
      "has",
      "was",
      "were",
      "our",
      "of",
      "to",
      "is",
    ],
  },
  ru: {
    prefixes:
      /^(?:авиа|авто|агро|анти|аудио|аэро|био|вело|взаимо|видео|внутри|водо|высоко|газо|гео|гидро|гипер|госу?|двух|евро|кибер|контр|макро|мало|медиа|меж|мета|микро|много|мульти|нано|нейро|нефте|низко|онлайн|пере|пиар|пресс|противо|психо|радио|ре|само|сверх|соц|спец|средне|супер|теле|термо|транс|трёх|трех|фото|четырёх|эко|электро|энерго|этно)(?=\p{L}{4})/u,
    beginnings:
      /^(?:беженк|бенефициар|блогер|вебинар|вендор|гаджет|гендер|госорган|грантополучател|инфографик|кейс|кешб|коронавирус|краудфандинг|логистик|мониторинг|нацкомитет|онлайн|паводк|подкаст|подросток|правозащит|реадмисс|реинтеграц|репатриац|ретвит|стартап|стейкхолдер|телемедицин|треккинг|треффикинг|трафик|хакатон|хештег|холокост|экопросвет|экосистем)/,
  },
};
