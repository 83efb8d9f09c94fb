import type { ResultMeta as Told } from "../../src/model/search-result.ts";

/** The source of a regular expression for a character that stands for a word, with its marks (`src/text/units.ts`). */
declare const UNIT: string;

/** What a result shows: what was handed to Pagefind, and the title. */
export type Shown = Told & { readonly title: string };

/** Just what is used of Pagefind. */
export interface Result {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ readonly url: string; readonly excerpt: string; readonly meta: Shown }>;
}

/** Filter → value → how many releases have it. A value is what stands in an address, a space, and a name. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Found {
  readonly results: readonly Result[];
  /** Of what was found, as far as the filters have been loaded. */
  readonly filters: Counts;
  /** Of what would be found without filters. */
  readonly totalFilters: Counts;
  /** Whether the words stand in a release just as they were typed. */
  readonly isExact?: boolean;
}

interface Pagefind {
  mergeIndex(path: string, options: object): Promise<void>;
  filters(): Promise<Counts>;
  search(
    words: string | null,
    options: { filters: Readonly<Record<string, string>>; sort?: { date: "asc" | "desc" } },
  ): Promise<Found>;
}

/** What somebody wants to know. `chosen` are filters and what stands in the address for their values. */
export interface Question {
  readonly words: string;
  readonly chosen: Readonly<Record<string, string>>;
  readonly order: "best" | "newest" | "oldest";
}

const units = new RegExp(UNIT, "gu");
/** What stands between the parts of a number, such as RP/2026/31. */
const MARKS = /(?<=\w)[/_.:-]+(?=\w)/;
const tags = "(?:</?mark>)*";
/** A space that is there only because each character stands for a word. */
const gaps = new RegExp(`(?<=${UNIT}${tags}) (?=${tags}[^\\w<])|(?<=[^\\w>]${tags}) (?=${tags}${UNIT})`, "gu");

/** Words as they stand in the index, where each character of some scripts is a word; and an excerpt as it is read. */
const apart = (words: string) => words.replace(units, " $& ").trim();
export const joined = (excerpt: string) => excerpt.replace(gaps, "").replaceAll("</mark><mark>", "");

/** How much a match in each kind of metadata counts; nothing where it is only there to be shown. */
const metaWeights = { title: 5, headline: 5, reference: 10, image: 0, lang: 0, place_lang: 0 };

const idOf = (value: string) => value.slice(0, value.indexOf(" "));

/** How many words of a text a result shows: more where each character is one. */
const EXCERPT = /^(?:zh|ja|th|lo|km|my)/.test(document.documentElement.lang) ? 80 : 30;

/** The search index of a language: its volumes, oldest first. */
export class Index {
  readonly #pagefind: Pagefind;
  readonly #volumes: readonly string[];

  private constructor(pagefind: Pagefind, volumes: readonly string[]) {
    this.#pagefind = pagefind;
    this.#volumes = volumes;
  }

  /** Loads Pagefind and the index. Each volume is marked with its number: Pagefind does not put the results of several in order of date. */
  static async open(volumes: readonly string[]): Promise<Index> {
    const options = (at: number) => ({
      baseUrl: "/",
      metaCacheTag: "",
      excerptEllipsis: "…",
      excerptLength: EXCERPT,
      ranking: { metaWeights },
      mergeFilter: { volume: String(at) },
    });
    const [first = "", ...others] = volumes;
    const { createInstance } = await import(`${first}pagefind.js`);
    const pagefind: Pagefind = createInstance({ basePath: first, ...options(0) });
    for (const [at, volume] of others.entries()) await pagefind.mergeIndex(volume, options(at + 1));
    return new Index(pagefind, volumes);
  }

  /** How many releases there are of each value of each filter. */
  counts(): Promise<Counts> {
    return this.#pagefind.filters();
  }

  /** What fits a question; with the counts of the filters, which have to be loaded, where they are wanted. */
  async answer({ words, chosen, order }: Question, isCounted: boolean): Promise<Found> {
    const pagefind = this.#pagefind;
    const isNarrowed = Object.keys(chosen).length > 0;
    const known = isNarrowed || isCounted ? await pagefind.filters() : {};
    const filters = Object.fromEntries(
      Object.entries(chosen).map(([name, id]) => [
        name,
        Object.keys(known[name] ?? {}).find((value) => idOf(value) === id) ?? id,
      ]),
    );
    const plain = apart(words);
    const phrase = `"${plain.replaceAll('"', "")}"`;
    const exact = await pagefind.search(words ? phrase : null, { filters });
    const first = new Map(exact.results.map((result) => [result.id, result]));
    const isExact = first.size > 0;
    // Nothing else is meant by a reference number, or by characters that each are a word: apart, they are in most texts.
    const isOnly = isExact && !/\s/.test(words) && (plain !== words || MARKS.test(words));
    // Of a number such as 2026/31 that stands nowhere so, the parts are looked for.
    const asked = isOnly ? phrase : isExact ? plain : plain.replace(new RegExp(MARKS, "g"), " ");
    const search = (question: string, more: object, options = {}) =>
      pagefind.search(question || null, { filters: { ...filters, ...more }, ...options });
    const matching = ({ results }: Found) => results.filter(({ score }) => score || !words);
    if (order === "best") {
      const found = await search(isOnly ? plain : asked, {});
      const results = matching(found)
        .filter(({ id }) => !isOnly || first.has(id))
        .sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)))
        .map((result) => first.get(result.id) ?? result);
      return { ...(isOnly ? exact : found), isExact, results };
    }
    const sort = { date: order === "newest" ? ("desc" as const) : ("asc" as const) };
    const parts = await Promise.all(this.#volumes.map((_, at) => search(asked, { volume: String(at) }, { sort })));
    if (order === "newest") parts.reverse();
    return { ...(await search(asked, {})), isExact, results: parts.flatMap(matching) };
  }
}
