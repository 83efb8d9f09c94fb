import type { PartnerRole } from "../../model/release.ts";
import { listField, type Recognise } from "../draft.ts";
import { known, namesOf } from "../names.ts";

/** An organisation that took part: a known one by its id, or one that the text suggests. */
export interface FoundPartner {
  readonly id?: string;
  readonly name: string;
  readonly role?: PartnerRole;
}

/** Words before a name that say what the organisation did, by role. */
const before: readonly (readonly [PartnerRole, RegExp])[] = [
  [
    "funder",
    /(?:funded|financed|co-?funded|sponsored) by|(?:financial support|funding|grants?|donations?) (?:from|of|by)|при финансовой поддержке|финансиру\p{L}+|за счёт средств|пры фінансавай падтрымцы|фінансуецца|за фінансової підтримки|financé\p{L}* par|avec le soutien financier (?:de|du|des)|financiad[oa]s? por|con el apoyo financiero de|بتمويل من|由.{0,4}资助/iu,
  ],
  ["implementer", /implemented by|реализу\p{L}+|рэалізу\p{L}+|mis\p{L}* en œuvre par|implementad[oa]s? por|تنفذه/iu],
  [
    "host",
    /(?:co-)?(?:hosted|organi[sz]ed) by|организован\p{L}*|арганізаван\p{L}*|organisé\p{L}* par|organizad[oa]s? por|بتنظيم من/iu,
  ],
  [
    "partner",
    /(?:in|through (?:a|its|our)) (?:close )?(?:partnership|cooperation|collaboration|co-operation) with|partner(?:ed|s|ing) with|collaborat(?:ed|es|ing) with|(?:in|with the) support (?:of|from)|together with|в (?:сотрудничестве|партн[её]рстве) с|совместно с|при поддержке|у (?:супрацоўніцтве|партнёрстве) з|сумесна з|у співпраці з|en (?:partenariat|collaboration|coopération) avec|en (?:colaboración|asociación) con|بالتعاون مع|بالشراكة مع|与/iu,
  ],
];

const NAME =
  /(?:the |le |la |l['’]|les |el |los )?((?:\p{Lu}[\p{L}\p{N}&.'’-]*)(?:(?: of the| of| for the| for| and| de la| de l['’]| des| du| de| y| et|,?) ?(?:\p{Lu}[\p{L}\p{N}&.'’-]*)){0,9}(?: \([A-Z]{2,8}\))?)/u;

/** Who took part: known partners by name, other names and acronym in every language; others where the words say what they did. */
export const partners: Recognise = (draft, { terms, lang, fields }) => {
  const names = namesOf(terms.partners);
  const story = draft.blocks.slice(0, draft.end);
  const seen = new Map<string, FoundPartner & { readonly words: string }>();
  const own = listField(fields, "partners", "agencies", "organisations", "organizations");
  for (const text of [draft.first<string>("title") ?? "", ...story.map((block) => block.text), ...own]) {
    for (const { id, name, index, words } of known(text, names, lang)) {
      const role = roleBefore(text.slice(0, index));
      const earlier = seen.get(id);
      if (earlier && (earlier.role || !role)) continue;
      const near = text.slice(Math.max(0, index - 60), index + words.length + 20);
      seen.set(id, { id, name, ...(role ? { role } : {}), words: near });
    }
  }
  for (const { words, ...partner } of seen.values()) draft.found("partners", partner, words, "certain");
  for (const { text, kind } of story) {
    if (kind !== "code") propose(text, names, lang, draft);
  }
};

/** The role that the words right before a name give it; a list of names shares one. */
function roleBefore(words: string): PartnerRole | undefined {
  const near = words.slice(-90).replace(/^.*[.!?;]\s/s, "");
  const hits = before.flatMap(([role, pattern]) => {
    const at = lastIndex(near, pattern);
    return at === -1 ? [] : [{ role, at }];
  });
  const last = hits.toSorted((a, b) => b.at - a.at)[0];
  return last && last.role !== "partner" ? last.role : undefined;
}

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern.source, "giu"))].at(-1)?.index ?? -1;
}

/** Organisations that nobody has entered yet: only right behind words that say what they did, so that few are wrong. */
function propose(text: string, names: ReturnType<typeof namesOf>, lang: string, draft: Parameters<Recognise>[0]): void {
  for (const [role, pattern] of before) {
    for (const match of text.matchAll(new RegExp(pattern.source, "giu"))) {
      const rest = text
        .slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 160)
        .trimStart();
      const name = rest.search(NAME) === 0 ? NAME.exec(rest)?.[1]?.replace(/[.,'’]+$|['’]s$/g, "") : undefined;
      if (!name || known(name, names, lang).length > 0 || !isOrganisation(name)) continue;
      const isThere = draft.all<FoundPartner>("proposed partners").some((other) => other.name === name);
      if (!isThere)
        draft.found("proposed partners", { name, role }, `${match[0]} ${rest.slice(0, name.length + 10)}`, "likely");
    }
  }
}

/** An organisation's name has two words or is an acronym; a person has a title before, a country or a month is one word. */
function isOrganisation(name: string): boolean {
  if (/^(?:Mr|Ms|Mrs|Dr|Prof|Minister|President|M\.|Mme)\b/.test(name)) return false;
  return /\s/.test(name) || /^[A-Z]{2,8}$/.test(name);
}
