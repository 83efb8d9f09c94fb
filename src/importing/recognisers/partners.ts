import { grouped } from "../../model/grouped.ts";
import type { PartnerRole } from "../../model/release.ts";
import { roles } from "../data.ts";
import type { Recognise } from "../draft.ts";
import { listField } from "../fields.ts";
import { known, namesOf } from "../wording/names.ts";
import { isNamedBody } from "../wording/organisations.ts";

/** An organisation that took part: a known one by its id, or one that the text suggests. */
export interface FoundPartner {
  readonly id?: string;
  readonly name: string;
  readonly role?: PartnerRole;
}

/** Words before a name that say what the organisation did, by role. */
const before = Object.entries(roles).map(
  ([role, words]) => [role as PartnerRole, new RegExp(words.join("|"), "giu")] as const,
);

const WORD = "(?:\\p{Lu}\\.){2,}|\\p{Lu}[\\p{L}\\p{N}&'’-]*";
const JOINT = "of the|of|for the|for|and the|and|on|in the|de la|de l['’]|des|du|de|d['’]|y|et|и|по";
const ARTICLE = "(?:the|le|la|l['’]|les|el|los|компани\\p{L}+|организаци\\p{L}+)\\s*";
const NAME = `(?:${ARTICLE})?((?:${WORD})(?:\\s(?:(?:${JOINT})\\s?)?(?:${WORD})){0,11}(?:\\s\\([A-Z][A-Za-z]{1,8}\\))?)`;
/** A list of names shares one verb: `funded by A, B and C`. */
const LIST = new RegExp(
  `^${NAME}(?:(?:,\\s*(?:and\\s+)?|\\s+(?:and|et|y|и)\\s+(?:with\\s+)?(?:the\\s+)?)${NAME}){0,8}`,
  "u",
);
const ONE = new RegExp(NAME, "gu");

/** Words of common work in a sentence: an organisation named beside them took part. */
const JOINED =
  /\b(?:partner|joint|together|sign|launch|support|fund|financ|host|organi[sz]|implement|attend|ceremon|cooperat|co-operat|collaborat|agreement|memorandum|donat|sponsor|project|programme|initiative|contribut)|парти?н[её]р|партнёр|совместн|вместе|подпис|поддержк|финанс|организ|реализ|сотруднич|соглашен|пожертв|проект|сумесн|разам|падпіс|падтрым|фінанс|арганіз|супрацоўн|спільн|співпрац|підтрим|\b(?:partenair|conjoint|ensemble|soutien|soutenu|financ|accueil|organis|coopér|accord|don\b|dons\b|projet|parrain)|\b(?:socio|conjunt|junto|apoyo|coopera|acuerdo|proyecto|donaci)|شريك|شراكة|تعاون|دعم|تمويل|مشروع|合作|伙伴|支持|资助|项目|共同/iu;

/**
 * Who took part: known partners by name, other names and acronym in every language, where the sentence speaks of common
 * work, the title names them, or the text comes back to them. One that is only mentioned once is told of, not entered.
 */
export const partners: Recognise = (draft, { terms, fields }) => {
  const names = namesOf(terms.partners);
  const story = draft.blocks.slice(0, draft.end);
  const title = draft.first<string>("title") ?? "";
  const own = listField(fields, "partners");
  const mentions = [title, ...own, ...story.map((block) => block.text)].flatMap((text) =>
    known(text, names).map(({ id, name, index, words }) => {
      const role = roleBefore(text.slice(0, index));
      const isJoined = role || text === title || own.includes(text) || JOINED.test(sentenceAt(text, index));
      return { id, name, role, isJoined, near: text.slice(Math.max(0, index - 60), index + words.length + 20) };
    }),
  );
  for (const [id, all] of grouped(mentions, (mention) => [mention.id])) {
    const { role, near = "" } = all.find((mention) => mention.role) ?? all[0] ?? {};
    const partner = { id, name: all[0]?.name, ...(role ? { role } : {}) };
    const isJoined = all.some((mention) => mention.isJoined);
    if (isJoined || all.length >= OFTEN) draft.found("partners", partner, near, isJoined ? "certain" : "likely");
    else draft.found("mentioned partners", partner, near, "likely");
  }
  for (const { text, kind } of story) {
    if (kind !== "code") propose(text, names, draft);
  }
};

/** From this many mentions on an organisation has a part in the story. */
const OFTEN = 3;

function sentenceAt(text: string, index: number): string {
  const start = Math.max(text.lastIndexOf(". ", index), text.lastIndexOf("! ", index), text.lastIndexOf("? ", index));
  const end = text.slice(index).search(/[.!?。؟]\s/);
  return text.slice(start + 1, end === -1 ? undefined : index + end);
}

/** The role that the words right before a name give it; a list of names shares one. */
function roleBefore(words: string): PartnerRole | undefined {
  const near = words.slice(-90).replace(/^.*[.!?;]\s/s, "");
  const hits = before.flatMap(([role, pattern]) => {
    const found = [...near.matchAll(pattern)].at(-1);
    return found ? [{ role, at: found.index }] : [];
  });
  const last = hits.toSorted((a, b) => b.at - a.at)[0];
  return last && last.role !== "partner" ? last.role : undefined;
}

/** Organisations that nobody has entered yet: only right behind words that say what they did, so that few are wrong. */
function propose(text: string, names: ReturnType<typeof namesOf>, draft: Parameters<Recognise>[0]): void {
  for (const [role, pattern] of before) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      const list = LIST.exec(text.slice(at, at + 400).trimStart())?.[0] ?? "";
      for (const [, whole = ""] of list.matchAll(ONE)) {
        for (const name of divided(whole)) {
          const isThere = draft.all<FoundPartner>("proposed partners").some((other) => other.name === name);
          if (!isThere && known(name, names).length === 0 && isOrganisation(name))
            draft.found("proposed partners", { name, role }, `${match[0]} ${list}`, "likely");
        }
      }
    }
  }
}

/** "World Bank and Asian Development Bank" are two; "Department of Health and Human Services" is one. */
function divided(whole: string): string[] {
  const parts = whole.split(/\s(?:and|et|y|и)\s(?=\p{Lu})/u);
  const names = parts.length === 2 && parts.every(isSurelyOne) ? parts : [whole];
  return names.map((name) => name.replace(/[,'’]+$|['’]s$/g, "").trim());
}

const isSurelyOne = (name: string) => isNamedBody(name) || /^[A-Z][A-Z&]{1,7}$|\)$/.test(name);

/** An organisation's name says what it is, is an acronym, or has several words; titles of people and beginnings of sentences are none. */
function isOrganisation(name: string): boolean {
  if (isSurelyOne(name)) return true;
  const isOther = /^(?:Mr|Ms|Mrs|Dr|Prof|Minister|President|M\.|Mme|This|These|The|Our|We|It)(?!\p{L})/u.test(name);
  return !isOther && /^\p{Lu}\S+(?:\s\p{Lu}\S+)+$/u.test(name);
}
