/** Who said something: name without Mr or Dr, what follows or precedes it as role. An empty name is a pronoun. */
export interface Attribution {
  readonly name: string;
  readonly role?: string;
  /** Set where the words behind a quotation are nothing but this. */
  readonly whole?: true;
}

/** Verbs of saying, by language, in the forms that stand beside quotations. */
const verbs: Readonly<Record<string, string>> = {
  en: "says?|said|stated?|states|added|adds|noted|notes|explained|explains|commented|comments|told [\\p{L} ]{2,30}|remarked|continued|concluded|stressed|emphasi[sz]ed|underlined|highlighted|observed|shared|announced|wrote|writes|remembers|recalled|advis(?:es|ed)|cited|declared|urged|according to|described|reported|asked|answered|replied|pointed out|affirmed|reiterated|exclaimed",
  ru: "сказал[аи]?|заявил[аи]?|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|объяснил[аи]?|пояснил[аи]?|рассказал[аи]?|говорит|сообщил[аи]?|считает|прокомментировал[аи]?|продолжил[аи]?|отмечает|заверил[аи]?|написал[аи]?",
  be: "сказаў|сказала|заявіў|заявіла|адзначыў|адзначыла|падкрэсліў|падкрэсліла|дадаў|дадала|растлумачыў|растлумачыла|расказаў|расказала|кажа|паведаміў|паведаміла",
  uk: "сказав|сказала|заявив|заявила|зазначив|зазначила|підкреслив|підкреслила|додав|додала|пояснив|пояснила|розповів|розповіла|каже",
  fr: "a(?:-t-(?:il|elle))? (?:également )?(?:déclaré|dit|ajouté|expliqué|affirmé|souligné|indiqué|précisé|rappelé|conclu|continué|commenté|répondu|estimé)|(?:déclare|dit|ajoute|explique|affirme|souligne|indique|précise|rappelle|conclut|commente|poursuit)(?:-t-(?:il|elle))?",
  es: "dijo|afirmó|señaló|declaró|añadió|agregó|explicó|destacó|subrayó|indicó|manifestó|comentó|aseguró|dice|afirma|señala|explica",
  ar: "(?:و|ف)?(?:قالت?|صرحت?|صرّحت?|أضافت?|أكدت?|أكّدت?|أوضحت?|ذكرت?|أشارت?)",
  zh: "说|表示|指出|强调|补充说|介绍说|称",
};

const TITLE =
  "(?:Mr|Mrs|Ms|Dr|Prof|Mme|M|Mlle|Sr|Sra)\\.?|Professor|Madame|Monsieur|г-н|г-жа|спадар|спадарыня|пан|пані|السيد|السيدة|الدكتور|الدكتورة";
const WORD = "[\\p{Lu}][\\p{L}\\p{M}'’.-]*";
const LINK = "de|du|des|da|di|del|van|von|der|den|bin|binti|bint|ibn|al|el|la|le|of";
const NAME = `(?:(?:${TITLE})\\s+)?(${WORD}(?:\\s(?:(?:${LINK})\\s)?${WORD}){0,4})`;
const PRONOUN = "(?<pronoun>he|she|they|il|elle|он|она|ён|яна|він|вона|él|ella)";

const compiled = new Map<string, { readonly verbFirst: RegExp; readonly nameFirst: RegExp; readonly before: RegExp }>();

/** A name as it is written in a language's own letters; Arabic and Chinese names end at a comma, a bracket or the verb. */
function patterns(lang: string) {
  let made = compiled.get(lang);
  if (!made) {
    const verb = `(?:${verbs[lang] ?? verbs.en})`;
    made = {
      verbFirst: new RegExp(`^[\\s,.:;–—―-]*(?:${verb})(?!\\p{L})\\s*(?<rest>.*)$`, "su"),
      nameFirst: new RegExp(
        `^[\\s,.:;–—―-]*(?<who>.{0,160}?)[\\s,]+(?:also |then |further |a également )?(?:${verb})(?!\\p{L})(?<rest>.*)$`,
        "su",
      ),
      before: new RegExp(
        `(?<who>.{2,220}?)[\\s,]*(?:also |then |further )?(?:${verb})(?!\\p{L})(?:\\s+(?:that|в интервью|que|[\\p{L} ]{0,30}))?[\\s,:;–—―-]*$`,
        "su",
      ),
    };
    compiled.set(lang, made);
  }
  return made;
}

/** Who said what stands before these words: `said Anna Kavalenka, Resident Representative`, `Anna Kavalenka said`. */
export function attributionAfter(words: string, lang: string): Attribution | undefined {
  const clean = words.replace(/[*\\]/g, "");
  const { verbFirst, nameFirst } = patterns(lang);
  const rest = verbFirst.exec(clean)?.groups?.rest;
  if (rest !== undefined) return afterVerb(rest);
  const named = nameFirst.exec(clean.slice(0, 260));
  const who = named?.groups?.who;
  if (who === undefined || /[.!?]\s/.test(who)) return undefined;
  const person = beforeVerb(who);
  return person && isEnd(named?.groups?.rest ?? "") ? { ...person, whole: true } : person;
}

/** Who says what follows these words: `Anna Kavalenka, Resident Representative, said:`. */
export function attributionBefore(words: string, lang: string): Attribution | undefined {
  const sentence = words
    .replace(/[*\\]/g, "")
    .replace(/^.*(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|St|U\.S|No))[.!?。؟]\s+(?=\S)/su, "");
  const who = patterns(lang).before.exec(sentence.slice(-260))?.groups?.who;
  if (who !== undefined) return beforeVerb(who);
  const according = /(?:according to|selon|d['’]après|por|по словам|па словах|за словами)\s+(.{3,120}?)[,:\s]*$/iu.exec(
    sentence,
  )?.[1];
  return according ? personIn(according) : undefined;
}

function afterVerb(rest: string): Attribution | undefined {
  if (new RegExp(`^(?:${PRONOUN})(?!\\p{L})`, "iu").test(rest) || /^[\s,.;:]*$/.test(rest)) return { name: "" };
  const sentence = firstSentence(rest);
  const person = personIn(sentence);
  return person && isEnd(rest.slice(sentence.length)) ? { ...person, whole: true } : person;
}

function beforeVerb(who: string): Attribution | undefined {
  const near = who.replace(/^.*[.!?;:]\s+(?=\p{Lu}\p{L}{3})/su, "").trim();
  if (new RegExp(`(?:^|\\s)(?:${PRONOUN})$`, "iu").test(near)) return { name: "" };
  return personIn(near);
}

/** A name and a role: `Name, role` or `role Name`. */
function personIn(words: string): Attribution | undefined {
  const plain = words.trim().replace(/^(?:the|by|and|le|la)\s+(?=\p{Lu})/u, "");
  if (/^\p{Script=Arabic}|^\p{Script=Han}/u.test(plain)) return bySigns(plain);
  const names = [...plain.matchAll(new RegExp(NAME, "gu"))];
  const titled = names.find((match) => new RegExp(`^(?:${TITLE})\\s`, "u").test(match[0]));
  const first = names[0];
  const starts = first && first.index === 0 ? first : undefined;
  // `role Name`: small words before, the name at the end; a name with its role behind has a comma after it.
  const last = names.at(-1);
  const endsWith =
    last && plain.slice((last.index ?? 0) + last[0].length).replace(/[\s.,]/g, "") === "" ? last : undefined;
  const hit = titled ?? (starts && isPerson(starts[1] ?? "") ? starts : undefined) ?? endsWith;
  const name = hit?.[1]?.replace(/[.,'’]+$|['’]s$/g, "");
  if (!hit || !name || (!titled && !isPerson(name))) return undefined;
  const at = hit.index ?? 0;
  const behind = plain.slice(at + hit[0].length).replace(/^\s*,\s*/, ", ");
  const ahead = plain.slice(0, at).replace(/[\s,]+$/, "");
  const role = behind.startsWith(", ") ? behind.slice(2) : ahead;
  const tidy = role.replace(/[\s,.;]+$/, "").trim();
  return { name, ...(tidy && tidy.length < 200 ? { role: tidy } : {}) };
}

function bySigns(words: string): Attribution | undefined {
  const plain = words.replace(new RegExp(`^(?:${TITLE})\\s+`, "u"), "");
  const [, name = "", role = ""] = /^([^،,，（(:：]{2,40})(?:[،,，（(]\s*([^:：）)]{2,120}))?/u.exec(plain) ?? [];
  return name.trim() ? { name: name.trim(), ...(role.trim() ? { role: role.trim() } : {}) } : undefined;
}

/** Two words or more, or one that begins a sentence's "Katie said": an organisation's name has words that no person has. */
function isPerson(name: string): boolean {
  return !/\b(?:The|This|That|These|It|We|They|He|She|In|On|At|As|But|And|For|If|When|What|Ministry|Department|Agency|Committee|University|Council|Office|Project|Programme|Program|Union|Fund|Association|Government|Report|Act|Plan|I|You|So|One|Another|Many|Some|All|No|Our|My|Their)\b/.test(
    name,
  );
}

/** The first sentence, which an initial or a shortened title does not end. */
function firstSentence(words: string): string {
  const end = /(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|No|\p{Lu}))[.!?](?=\s|$)/u.exec(words);
  return end ? words.slice(0, end.index) : words;
}

function isEnd(words: string): boolean {
  return words.replace(/[\s.,!?]/g, "") === "";
}

/** Whether a name is another one's surname or first name: `Samarasinha` of `Sanaka Samarasinha`. */
export function isSurnameOf(short: string, full: string): boolean {
  const parts = full.split(/\s+/);
  return parts.length > 1 && short.split(/\s+/).every((word) => parts.includes(word));
}
