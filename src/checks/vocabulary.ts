/** What press offices write and the dictionaries lack, by language. */
interface Vocabulary {
  /** What may be put before any word without a hyphen. */
  readonly prefixes: RegExp;
  /** How words of the field begin that may have any ending. */
  readonly beginnings: RegExp;
}

export const vocabulary: Partial<Record<string, Vocabulary>> = {
  en: {
    prefixes:
      /^(?:anti|auto|bio|co|counter|cyber|de|eco|geo|hydro|inter|intra|macro|mega|meta|micro|mis|multi|neo|non|out|over|pan|para|photo|post|pre|pro|pseudo|psycho|quasi|re|semi|socio|sub|super|tele|trans|ultra|under|un|web)(?=\p{Ll}{3})/u,
    beginnings:
      /^(?:app|blog|blogger|chatbot|chatroom|crowdfund|crowdsourc|cybersecurity|datacent(?:er|re)|dataset|decarboni[sz]|drone|ebook|ecommerce|email|fact-?sheet|geolocation|geospatial|hackathon|hashtag|influencer|infographic|infosec|interoperab|livestream|listserv|metadata|micro(?:blog|site)|mentee|mindset|mockup|multilateral|omnichannel|online|op-?ed|podcast|rainforest|repos?$|rollup|screencast|wi-?fi|policymak|roadmap|roundtable|scalab|selfie|siloe?d|smartphone|smartwatch|stakeholder|storytell|telehealth|timeline|toolkit|touchpoint|touchscreen|trafficker|tweet|unsubscrib|upskill|url|vlog|webcast|webinar|webmaster|webpage|website|wellbeing|whistleblow|widget|wiki|wireframe|workflow|workshop|workstream)/,
  },
  ru: {
    prefixes:
      /^(?:авиа|авто|агро|анти|аудио|аэро|био|вело|взаимо|видео|внутри|водо|высоко|газо|гео|гидро|гипер|госу?|двух|евро|кибер|контр|макро|мало|медиа|меж|мета|микро|много|мульти|нано|нейро|нефте|низко|онлайн|пере|пиар|пресс|противо|психо|радио|ре|само|сверх|соц|спец|средне|супер|теле|термо|транс|трёх|трех|фото|четырёх|эко|электро|энерго|этно)(?=\p{L}{4})/u,
    beginnings:
      /^(?:беженк|бенефициар|блогер|вебинар|вендор|гаджет|гендер|госорган|грантополучател|инфографик|кейс|кешб|коронавирус|краудфандинг|логистик|мониторинг|нацкомитет|онлайн|паводк|подкаст|подросток|правозащит|реадмисс|реинтеграц|репатриац|ретвит|стартап|стейкхолдер|телемедицин|треккинг|треффикинг|трафик|хакатон|хештег|холокост|экопросвет|экосистем)/,
  },
};
