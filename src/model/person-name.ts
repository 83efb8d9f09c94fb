/** Words that only names of offices and organisations have, in the languages in which names can be divided. */
const WORDS = [
  "office|offices|press|media|news|newsroom|desk|team|group|service|services|cent(?:re|er)|communications?|information|department",
  "division|section|directorate|unit|bureau|branch|agency|authority|board|council|committee|commission|ministry|government|embassy",
  "mission|secretariat|partnership|alliance|coalition|consortium|network|platform|federation|confederation|association|society|union",
  "movement|forum|foundation|fund|trust|institute|institution|university|college|school|academy|hospital|museum|library|company|group",
  "organi[sz]ation|programme|program|project|initiative|campaign|hotline|helpline|helpdesk|relations|affairs|ltd|inc|gmbh|llc",
  "presse|médias?|équipe|cellule|direction|ministère|ambassade|partenariat|réseau|fondation|fonds|institut|conseil|comité|groupe",
  "oficina|prensa|medios|equipo|centro|ministerio|servicio|gabinete|dirección|embajada|alianza|red|fundación|fondo|instituto|consejo",
  "comisión|asociación|proyecto|assessoria|imprensa|ufficio|stampa|pressestelle|presseamt|amt|abteilung|referat|redaktion|ministerium",
  "stiftung|verein|verband|bündnis|netzwerk|zentrum|behörde|öffentlichkeitsarbeit",
  "пресс-?.*|прэс-?.*|служб.*|отдел.*|аддзел.*|управлен.*|упраўлен.*|департамент.*|дэпартамент.*|дирекц.*|центр.*|цэнтр.*|бюро|офис|офіс",
  "министерств.*|міністэрств.*|редакц.*|сми|смі|посольств.*|пасольств.*|представительств.*|прадстаўніцтв.*|секретариат.*|агентств.*",
  "партн[её]рств.*|альянс.*|сеть|фонд|институт|інстытут|ассоциац.*|асацыяц.*|обществ.*|союз|саюз|совет|комитет.*|камітэт.*|комисси.*",
  "групп[аы]|проект|праект|программ[аы]|организац.*|арганізац.*|федерац.*|об[ъ]?единени.*|университет.*",
];
const OFFICE = new RegExp(`^(?:${WORDS.join("|")})$`, "iu");

/** Words that begin a family name, as the source of a regular expression: “von der Leyen”, “de las Heras”. */
export const PARTICLES =
  "abu|af|al|av|bin|binti?|da|das|de|del|della|den|der|des|di|dos?|du|el|ibn|las?|le|los|ten|ter|van|vom|von|zur?";
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`);

const PATRONYMIC = /^\p{Lu}\p{Ll}*(?:ович|евич|ич|овна|евна|ична|инична|авіч|евіч|овіч|аўна|еўна)$/u;

/** One alphabet, each word with a capital letter: also `O’Neil`, `Anna-Maria`, `J.`. */
const WORD = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|[a-z]+)$/u;
const ALPHABET = /^(?:[\p{Script=Latin}\p{M}\s'’.-]+|[\p{Script=Cyrillic}\p{M}\s'’.-]+)$/u;

/** Whether a name is that of an office and not of a person, by its words. */
export function isOfficeName(name: string): boolean {
  // Ngo is a family name in Cameroon and Viet Nam.
  return name.split(/[\s,&/]+/).some((part) => OFFICE.test(part) || part === "NGO");
}

/**
 * Splits a name into the parts by which address books sort it. It is written “First Last” in Latin or Cyrillic letters: the last word is
 * the family name, with the particles before it. If that is not sure (an office, another script, one word), the whole name is the family
 * name, so that address books show it as it was written.
 */
export function nameParts(name: string) {
  const parts = name.split(/\s+/);
  const whole = { family: name, given: "", additional: "" };
  const isName = ALPHABET.test(name) && parts.length > 1 && parts.length < 6 && parts.every((part) => WORD.test(part));
  if (!isName || isOfficeName(name)) return whole;
  const [first = "", second = "", third = ""] = parts;
  if (parts.length === 3 && PATRONYMIC.test(third) && !PATRONYMIC.test(second))
    return { family: first, given: second, additional: third };
  const small = parts.findIndex((part) => /^\p{Ll}/u.test(part));
  const begin = small === -1 ? parts.length - 1 : small;
  if (begin === 0 || parts.slice(begin, -1).some((part) => !PARTICLE.test(part) && /^\p{Ll}/u.test(part))) return whole;
  if (/^\p{Ll}/u.test(parts.at(-1) ?? "")) return whole;
  return { family: parts.slice(begin).join(" "), given: first, additional: parts.slice(1, begin).join(" ") };
}
