const BODY =
  /\b(?:Bank|Fund|Agency|Ministry|Department|Office|Institute|University|Polytechnic|Council|Committee|Commission|Association|Foundation|Authority|Board|Bureau|Centre|Center|Union|Government|Company|Corporation|Inc|Ltd|GmbH|Society|Service|Services|Administration|Network|Embassy|Chamber|Programme|Program|Organi[sz]ation|Laboratory|Group|Trust|Federation|Corps|Team|Fellows|Université|Institut|Fonds|Ministère|Agence|Banque)\b|Фонд|Министерств|Комитет|Университет|Институт|Агентств|Банк|Союз|Міністэрств|Камітэт|Універсітэт/u;

/** The same in other languages, and where all letters are capitals. */
const MORE =
  /(?<![\p{L}])(?:ministry|department|office|agency|committee|council|secretariat|embassy|programme|commission|government|ministère|gouvernement|ambassade|comité|ministerio|gobierno|embajada|secretaría|министерств\p{L}*|комитет\p{L}*|правительств\p{L}*|посольств\p{L}*|пресс-служб\p{L}*|управлени\p{L}*|міністэрств\p{L}*|وزارة|حكومة|سفارة|مكتب|لجنة)(?!\p{L})|部$|委员会|办公室/iu;

/** Whether a name says that it is that of an organisation. */
export function isBody(name: string): boolean {
  return BODY.test(name) || MORE.test(name);
}

/** The same for the names in a list of organisations, in which a word in small letters is none. */
export function isNamedBody(name: string): boolean {
  return BODY.test(name);
}
