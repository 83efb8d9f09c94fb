import type { SiteUrl } from "../model/address.ts";
import { digestOf } from "../model/hash.ts";
import { memoized } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import { listDataUrl, listUrl, MAIN_LIST, outputFile } from "../model/urls.ts";
import { day } from "../text/dates.ts";
import { message } from "../text/messages.ts";
import { sharedDigest } from "./digests.ts";
import { foundBy, framed, type Heading, headingText, type Version } from "./frame.ts";
import { PER_PAGE, type Sheet, sheetsOf } from "./listing.ts";
import type { View } from "./page.ts";
import { collectionPage, type Item, type Subject } from "./structured-data.ts";

/** The entry of a page, with its day. */
interface Dated {
  readonly date: string;
}

/** The names of a list. */
export interface Named {
  readonly path: string;
  readonly heading: Heading;
  /** Key of the sentence under the heading. */
  readonly sentence: string;
}

/** What surrounds the entries of a list. */
export interface Around {
  readonly parents: readonly { readonly word: string; readonly url: SiteUrl }[];
  readonly subject?: Subject | undefined;
  /** Not found by search engines: what it shows stands in wider lists. */
  readonly hidden?: boolean;
}

interface ListOf<T, C extends Dated> extends Named, Around {
  /** Oldest first. */
  readonly entries: readonly T[];
  /** Their pages, if they are larger than those of lists with pictures or quotes. */
  readonly sheets?: readonly Sheet<T>[];
  card(entry: T): C;
  /** An entry in the list's data, if the list has data. */
  item?(entry: T): Item;
  /** The files of content/ that entries are made of. */
  sources(entries: readonly T[]): readonly string[];
  /** Files of content/ that the front is made of besides its entries. */
  readonly ownSources?: readonly string[];
  readonly versions: readonly Version[];
}

/** The view of each page of a list; `C` is that of an entry. */
export interface ListView<C> extends View, Omit<Named, "path"> {
  readonly cards: readonly C[];
  /** The days of its first and last entry, in words; none on the front. */
  readonly span: string | undefined;
  /** The days of its first and its last entry. */
  readonly from: string;
  readonly to: string;
  readonly newer: SiteUrl | undefined;
  readonly older: SiteUrl | undefined;
}

/** Returns the parts of the pages of one list of any kind. They are numbered from the list's oldest entries. */
export function numberedPages<T, C extends Dated>(press: Press, lang: string, list: ListOf<T, C>) {
  const { site } = press;
  const { path, heading, sentence, versions, hidden = false } = list;
  const sheets = list.sheets ?? sheetsOf(list.entries, { size: site.releases_per_page ?? PER_PAGE });
  const name = headingText(press, heading, lang);
  const last = sheets.length - 1;
  const describe = (span: string | undefined) =>
    message(press.words, sentence, lang, { name }) +
    (span === undefined ? "" : message(press.words, "brackets", lang, { text: span }));
  const placeOf = (index: number) => {
    const number = sheets[index]?.number;
    return { number, url: listUrl(site, lang, path, number), versions: number === undefined ? versions : [] };
  };
  const viewOf = (index: number, some: readonly T[]): ListView<C> => {
    const { number, url, versions: own } = placeOf(index);
    const cards = some.map((entry) => list.card(entry));
    const [to = "", from = to] = [cards[0]?.date, cards.at(-1)?.date];
    const span = number === undefined || cards.length === 0 ? undefined : spanOf(press, lang, from, to);
    const data = () =>
      collectionPage(site, lang, {
        url,
        ...(isForeign(heading) ? {} : { name, description: describe(span) }),
        about: list.subject,
        items: some.flatMap((entry) => list.item?.(entry) ?? []),
      });
    return {
      ...framed(
        press,
        {
          url,
          lang,
          description: describe(span),
          versions: own,
          hidden,
          ...(path === MAIN_LIST ? { forms: [{ type: "application/json", url: listDataUrl(url) }] } : {}),
          data: list.item && !hidden ? [data()] : [],
        },
        ...list.parents,
        heading,
      ),
      heading,
      sentence,
      cards,
      span,
      from,
      to,
      newer: index === 0 ? undefined : placeOf(index - 1).url,
      older: index === last ? undefined : placeOf(index + 1).url,
    };
  };
  /** What all pages of the list say besides their entries. */
  const frontDigest = memoized(() => {
    const said = [path, heading, sentence, versions, hidden, list.parents, list.subject];
    return digestOf(sharedDigest(press, lang), JSON.stringify(said));
  });
  return sheets.map(({ number, entries }, index) => {
    const { url, versions: own } = placeOf(index);
    return {
      number,
      url,
      file: outputFile(site, url),
      lang,
      sources: () => list.sources(entries).concat((number === undefined && list.ownSources) || []),
      found: () => foundBy(press, { url, versions: own, hidden }),
      view: () => viewOf(index, entries),
      /** Changes when the view does, but for its cards. */
      bare: () => [frontDigest(), number, sheets[index - 1]?.number, sheets[index + 1]?.number].join(),
      entries,
    };
  });
}

/** Whether a heading's words are in another language than the page, such as a name that has no spelling in it yet. */
function isForeign(heading: Heading): boolean {
  return "phrase" in heading && heading.phrase.lang !== undefined;
}

/** Returns the days of the first and last entry of a page, which distinguish it from the other pages of its list. */
function spanOf({ words }: Press, lang: string, from: string, to: string): string {
  if (from === to) return day(from, lang);
  return message(words, "list.span", lang, { from: day(from, lang), to: day(to, lang) });
}
