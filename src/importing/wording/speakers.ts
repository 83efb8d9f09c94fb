import { filled } from "../../model/filled.ts";
import { memoized } from "../../model/memo.ts";
import { PARTICLES } from "../../model/person-name.ts";
import { verbs } from "../data.ts";

/** Who said something: name without Mr or Dr, what follows or precedes it as role. An empty name is a pronoun. */
export interface Attribution {
  readonly name: string;
  readonly role?: string;
  /** Mr, Ms or Dr stood before the name: one word is enough then. */
  readonly isTitled?: true;
  /** Set where the words behind a quotation are nothing but this. */
  readonly whole?: true;
}

const TITLE =
  "(?:Mr|Mrs|Ms|Dr|Prof|Pr|Hon|Eng|Rev|Mme|M|Mlle|Sr|Sra)\\.?|Professor|Madame|Monsieur|г-н|г-жа|спадар|спадарыня|пан|пані|السيد|السيدة|الدكتور|الدكتورة";
const WORD = "(?:(?:d|l|dell|el|al|as|ad|an|ar|ash)['’-])?\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const NAME = `(?:(?:${TITLE})\\s+)?(${WORD}(?:\\s(?:(?:${PARTICLES}|of)\\s){0,3}${WORD}){0,4})`;
/** Stands before a full stop that ends a sentence: not that of an initial, in any script, or of a shortened title. */
const NO_SHORT = "(?<!(?<!\\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Hon|Eng|Rev|St|Sr|Jr|No|\\p{Lu}))";
const PRONOUN = "(?<pronoun>he|she|they|il|elle|он|она|ён|яна|він|вона|él|ella)";

/** A name as it is written in a language's own letters; Arabic and Chinese names end at a comma, a bracket or the verb. */
const patterns = memoized((lang: string) => {
  const verb = `(?:${verbs[lang] ?? verbs.en})(?!\\p{L})`;
  const sources = {
    verbFirst: `^[\\s,،.:;–—―-]*${verb}\\s*(?<rest>.*)$`,
    nameFirst: `^[\\s,،.:;–—―-]*(?<who>.{0,160}?)[\\s,]${lang === "zh" ? "*" : "+"}(?:also |then |further |a également )?${verb}(?<rest>.*)$`,
    behind: `(?:^|[\\s,])${verb}\\s+(?<rest>.{3,160}?)[\\s:：،,]*$`,
    before: `(?<who>.{2,220}?)[\\s,]*(?:also |then |further )?${verb}(?:\\s+(?:that|в интервью|que|[\\p{L} ]{0,30}))?[\\s,:：،，,;–—―-]*$`,
  };
  const compiled = Object.entries(sources).map(([name, source]) => [name, new RegExp(source, "su")]);
  return Object.fromEntries(compiled) as Readonly<Record<keyof typeof sources, RegExp>>;
});

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
    .replace(new RegExp(`^.*${NO_SHORT}(?:[.!?؟]\\s+|。\\s*)(?=\\S)`, "su"), "");
  const who = patterns(lang).before.exec(sentence.slice(-260))?.groups?.who;
  if (who !== undefined) return beforeVerb(who);
  const behind = patterns(lang).behind.exec(sentence)?.groups?.rest;
  if (behind !== undefined) return personIn(behind);
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
  const near = who.replace(new RegExp(`^.*${NO_SHORT}[.!?;:]\\s+(?=\\p{Lu}\\p{L}{3})`, "su"), "").trim();
  if (new RegExp(`(?:^|\\s)(?:${PRONOUN})$`, "iu").test(near)) return { name: "" };
  return personIn(near);
}

/** A name and a role: `Name, role`, `role Name`, `role, Mr Name`. */
function personIn(words: string): Attribution | undefined {
  const plain = words.trim().replace(/^(?:the|by|and|le|la)\s+(?=\p{Lu})/u, "");
  if (/^\p{Script=Arabic}|^\p{Script=Han}/u.test(plain)) return bySigns(plain);
  const names = namesIn(plain);
  const titled = names.find(({ isTitled }) => isTitled);
  const first = names[0];
  const last = names.at(-1);
  const starts = first && first.start === 0 && (first.name.includes(" ") || names.length === 1) ? first : undefined;
  const isFollowed = starts !== undefined && /^\s*(?:,|\(|$)/.test(plain.slice(starts.end));
  const isLast = last !== undefined && plain.slice(last.end).replace(/[\s.,]/g, "") === "";
  const ends = isLast && last.name.includes(" ") ? last : undefined;
  const hit = titled ?? (isFollowed ? starts : undefined) ?? ends ?? starts;
  if (!hit) return undefined;
  const behind = plain.slice(hit.end);
  const ahead = plain.slice(0, hit.start).replace(/[\s,]+$/, "");
  const tidy = (/^\s*,/.test(behind) ? behind : ahead).replace(/^[\s,]+|[\s,.;]+$/g, "");
  const role = tidy.length < 200 ? tidy : "";
  return { name: hit.name, ...filled({ role }), ...(hit.isTitled ? { isTitled: true } : {}) };
}

/** What may be people's names in a text: capitalised words, without acronyms and foreign names of firms before them. */
function namesIn(text: string) {
  return [...text.matchAll(new RegExp(NAME, "gu"))].flatMap((match) => {
    const isTitled = new RegExp(`^(?:${TITLE})\\s`, "u").test(match[0]);
    const whole = (match[1] ?? "").replace(/[.,'’]+$|['’]s$/g, "");
    // "FSF Джон Салливан", "Проекта Debian Лукас Нуссбаум": the name begins after what is no Cyrillic.
    const foreign = /\p{Script=Cyrillic}/u.test(whole)
      ? /^.*[A-Za-z]\S*\s+/.exec(whole)?.[0]
      : /^(?:[A-Z]{2,}\d*['’]?s?\s+)+/.exec(whole)?.[0];
    const owner = /^[\p{L}]+['’]s?\s+(?=\p{Lu})/u.exec(whole)?.[0];
    const cut = foreign ?? owner ?? "";
    const name = whole.slice(cut.length);
    if (name === "" || (!isTitled && !isPerson(name))) return [];
    const end = match.index + match[0].length - ((match[1] ?? "").length - whole.length);
    return [{ name, start: isTitled ? match.index : end - name.length, end, isTitled }];
  });
}

/** The first person whom a sentence names by first name and surname, with a role, or as one who does something. */
export function firstNamed(sentence: string): Attribution | undefined {
  const hit = namesIn(sentence).find(
    ({ name, isTitled, end }) =>
      isTitled || (/^\S+ \S+(?: \S+)?$/.test(name) && /^(?:,| \p{Ll}|\s*\()/u.test(sentence.slice(end))),
  );
  return hit && { name: hit.name };
}

/** The full name of somebody whom a text has named before and now calls by one word of it. */
export function fullNameIn(text: string, word: string): string | undefined {
  return namesIn(text).find(({ name }) => name !== word && name.split(" ").length <= 4 && isPartOf(word, name))?.name;
}

/** A role and a name, which Chinese does not divide: `农业部长王小明`. */
const HAN_ROLE =
  /^(\p{Script=Han}*(?:代表|部长|主任|局长|处长|司长|站长|院长|校长|市长|省长|秘书长|主席|总统|总理|大使|总裁|经理|发言人|教授|博士|专家|官员))(\p{Script=Han}{2,4})$/u;

function bySigns(words: string): Attribution | undefined {
  const plain = words.replace(new RegExp(`^(?:${TITLE})\\s+`, "u"), "").replace(/\s+ب?[أإ]نّ?$/u, "");
  const [, before, person] = HAN_ROLE.exec(plain) ?? [];
  if (before !== undefined && person !== undefined) return { name: person, role: before };
  const [, name = "", role = ""] = /^([^،,，（(:：]{2,40})(?:[،,，（(]\s*([^:：）)]{2,120}))?/u.exec(plain) ?? [];
  return name.trim() ? { name: name.trim(), ...(role.trim() ? { role: role.trim() } : {}) } : undefined;
}

/** Two words or more, or one that begins a sentence's "Katie said": an organisation's name has words that no person has. */
function isPerson(name: string): boolean {
  return !/(?<![\p{L}\p{M}])(?:The|This|That|These|It|We|They|He|She|In|On|At|As|But|And|For|If|When|What|Ministry|Department|Agency|Committee|University|Council|Office|Project|Programme|Program|Union|Fund|Association|Government|Report|Act|Plan|I|You|So|One|Another|Many|Some|All|No|Our|My|Their)(?![\p{L}\p{M}])/u.test(
    name,
  );
}

/** The first sentence, which an initial or a shortened title does not end. */
function firstSentence(words: string): string {
  const end = new RegExp(`${NO_SHORT}[.!?](?=\\s|$)`, "u").exec(words);
  return end ? words.slice(0, end.index) : words;
}

const isEnd = (words: string) => words.replace(/[\s.,!?，。：！？]/g, "") === "";

/** Whether a name is another one's surname or first name: `Samarasinha` of `Sanaka Samarasinha`. */
export function isPartOf(short: string, full: string): boolean {
  const parts = full.split(/\s+/);
  return parts.length > 1 && short.split(/\s+/).every((word) => parts.includes(word));
}
