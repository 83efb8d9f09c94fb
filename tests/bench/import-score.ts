import type { Draft } from "../../src/importing/draft.ts";

interface Item {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly optional?: boolean;
}

/** What a person wrote down of a release: facts and first words, never its text. */
export interface Label {
  readonly file: string;
  readonly title: string;
  readonly titleAlso?: readonly string[];
  readonly date: string;
  readonly language: string;
  readonly place: string | null;
  readonly contacts: readonly (Item & {
    readonly email?: string;
    readonly phone?: string;
    readonly phoneAlso?: readonly string[];
  })[];
  readonly partners: readonly Item[];
  readonly quotes: readonly (Item & {
    readonly speaker: string;
    readonly starts: string;
    readonly parts?: readonly { readonly starts: string }[];
  })[];
}

export interface Counts {
  readonly hits: number;
  readonly found: number;
  readonly wanted: number;
}

interface Score {
  readonly strict: Counts;
  /** Items that a second reader might leave out are neither missed nor wrong. */
  readonly lenient: Counts;
  readonly remarks: readonly string[];
}

/** The fields that are scored. */
export const scored = ["title", "date", "language", "place", "contacts", "partners", "quotes"] as const;
type Field = (typeof scored)[number];

/** Compares what was recognised in a release with its label. */
export function score(field: Field, label: Label, draft: Draft, lang: string): Score {
  switch (field) {
    case "title":
      return one([label.title, ...(label.titleAlso ?? [])], draft.first("title"));
    case "date":
      return one([label.date], draft.first("date"));
    case "language":
      return one([label.language], lang);
    case "place":
      return one(label.place === null ? [] : [label.place], draft.first<{ name: string }>("location")?.name);
    case "contacts":
      return many(
        label.contacts,
        draft.all<{ email?: string; phone?: string; name?: string }>("contacts"),
        isContact,
        (contact) => contact.email ?? contact.phone ?? "",
      );
    case "partners":
      return many(
        label.partners,
        [...draft.all<{ name: string }>("partners"), ...draft.all<{ name: string }>("proposed partners")],
        isPartner,
        ({ name }) => name,
      );
    case "quotes":
      return many(
        label.quotes,
        withoutFurtherParts(label, draft),
        isQuote,
        ({ speaker, text }) => `${speaker}: ${text.slice(0, 50)}`,
      );
  }
}

/** `12/13/14 0.92 0.86`; a dash where there was nothing to count. */
export function rowOf(counts: Counts | undefined): string {
  const { hits = 0, found = 0, wanted = 0 } = counts ?? {};
  const share = (of: number) => (of === 0 ? "  – " : (hits / of).toFixed(2).padStart(4));
  return `${`${hits}/${found}/${wanted}`.padStart(12)} ${share(found)} ${share(wanted)}`;
}

/** Words alone, in small letters: blanks, quotation marks and dashes differ between editions of the same text. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function one(wanted: readonly string[], found: string | undefined): Score {
  const isHit = found !== undefined && wanted.some((word) => plain(word) === plain(found));
  const counts = { hits: isHit ? 1 : 0, found: found === undefined ? 0 : 1, wanted: wanted.length > 0 ? 1 : 0 };
  const isRight = isHit || (found === undefined && wanted.length === 0);
  return {
    strict: counts,
    lenient: counts,
    remarks: isRight ? [] : [`wanted ${wanted[0] ?? "nothing"}, found ${found ?? "nothing"}`],
  };
}

function many<W extends Item, F>(
  wanted: readonly W[],
  found: readonly F[],
  isSame: (wanted: W, found: F) => boolean,
  show: (found: F) => string,
): Score {
  const hit = wanted.filter((item) => found.some((other) => isSame(item, other)));
  const wrong = found.filter((other) => !wanted.some((item) => isSame(item, other)));
  const missed = wanted.filter((item) => !hit.includes(item));
  const firm = (items: readonly W[]) => items.filter(({ optional }) => !optional).length;
  return {
    strict: { hits: hit.length, found: hit.length + wrong.length, wanted: wanted.length },
    lenient: { hits: firm(hit), found: firm(hit) + wrong.length, wanted: firm(wanted) },
    remarks: [
      ...missed.map((item) => `missed${item.optional ? " (optional)" : ""}: ${JSON.stringify(item).slice(0, 150)}`),
      ...wrong.map((other) => `wrong: ${show(other)}`),
    ],
  };
}

function isContact(
  wanted: Label["contacts"][number],
  found: { email?: string; phone?: string; name?: string },
): boolean {
  const phones = [wanted.phone, ...(wanted.phoneAlso ?? [])];
  if (wanted.email && found.email) return wanted.email.toLowerCase() === found.email;
  if (found.phone && phones.includes(found.phone)) return true;
  return wanted.name !== undefined && found.name !== undefined && plain(wanted.name) === plain(found.name);
}

function isPartner(wanted: Item, found: { name: string }): boolean {
  const bare = (name: string) => plain(name.replace(/\([^)]*\)/g, "").replace(/^the /i, ""));
  return [wanted.name ?? "", ...(wanted.aliases ?? [])].some(
    (name) => plain(name) === plain(found.name) || bare(name) === bare(found.name),
  );
}

interface FoundQuote {
  readonly speaker: string;
  readonly text: string;
}

/** The same person, with or without a rank before the name; the same first words. */
function isQuote(wanted: Label["quotes"][number], found: FoundQuote): boolean {
  const [a, b] = [plain(wanted.speaker), plain(found.speaker)];
  return (a.endsWith(b) || b.endsWith(a)) && plain(found.text).startsWith(plain(wanted.starts).slice(0, 25));
}

/** A stretch of a quotation that the label counts with its first one is no finding of its own; nor is what is too short to count. */
function withoutFurtherParts({ quotes }: Label, draft: Draft): FoundQuote[] {
  const further = quotes.flatMap(({ speaker, parts = [] }) =>
    parts.slice(1).map(({ starts }) => ({ speaker, starts })),
  );
  return draft
    .all<FoundQuote>("quotes")
    .filter(({ text }) => text.split(/\s+/).length >= 8)
    .filter((found) => !further.some((part) => isQuote(part, found)));
}
