import { z } from "zod";
import type { Content } from "../model/content.ts";
import { type Edition, editionTextSchema } from "../model/edition.ts";
import { language, readByReaders } from "../model/fields.ts";
import { withLicenceNames } from "../model/licence.ts";
import { oncePer } from "../model/memo.ts";
import { type Release, releaseSchema } from "../model/release.ts";
import { pathPrefix, siteSchema } from "../model/site.ts";
import { termsBy } from "../model/terms.ts";
import { shareText } from "../text/text.ts";
import { typography } from "../text/typography.ts";
import { pageSchema } from "./pages.ts";
import { kindsOf } from "./schema.ts";
import { placeOf, withTextAt } from "./text-on-disk.ts";

/**
 * Returns content as readers see it: all words that are no Markdown have the typography of their language, and licences their names, so
 * that no page or file can forget it. Markdown gets its typography where it is parsed (`src/text/grammar/set-words.ts`). Messages to
 * editors show the content as it was typed.
 */
export function withTypography(content: Content): Content {
  const { site, terms, releases, pages, words } = content;
  const languageOf = (url: string) => url.slice(pathPrefix(site).length).split("/")[1] ?? "";
  const lang = site.default_language;
  return Object.freeze({
    ...content,
    site: setIn(siteSchema, site, lang),
    terms: termsBy((_, schema, of) => new Map([...of(terms)].map(([id, term]) => [id, setIn(schema, term, lang)]))),
    releases: releases.map((release) => setRelease(release)),
    editions: new Map(
      [...content.editions].map(([url, all]) => [url, all.map((edition) => setEdition(edition, languageOf(url)))]),
    ),
    pages: pages.map((page) => setIn(pageSchema, page, page.lang)),
    words: new Map(
      [...words].map(([own, table]) => [
        own,
        Object.fromEntries(Object.entries(table).map(([key, word]) => [key, typography(word, own)])),
      ]),
    ),
  });
}

/** The fields of a release in which typography sets words, and its title as typed; undefined where all stay as they are. */
export type SetFields = Partial<Release> | undefined;

const known = new WeakMap<Release, { readonly set: SetFields }>();

export function setFields(release: Release): SetFields {
  const there = known.get(release);
  if (there) return there.set;
  const before: Readonly<Record<string, unknown>> = { ...release };
  const changed = Object.entries(setIn(releaseSchema, before, release.lang)).filter(
    ([name, value]) => value !== before[name] && JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  if (changed.length === 0) return undefined;
  const set: Partial<Release> = Object.fromEntries(changed);
  return set.title === undefined ? set : { ...set, titleAsTyped: release.title };
}

/** Keeps what setFields() returned for a release when it was read first. */
export function keepSetFields(release: Release, set: SetFields): void {
  known.set(release, { set });
}

/** Sets the words of a release. Its text is still read on demand, and its title as typed is kept, because the list of addresses uses it. */
const setRelease = oncePer((release: Release): Release => {
  const set = setFields(release);
  if (!set) return release;
  const place = placeOf(release);
  const shown = place ? withTextAt({ ...release, ...set }, place) : Object.freeze({ ...release, ...set });
  shareText(release, shown);
  return shown;
});

function setEdition(edition: Edition, lang: string): Edition {
  return edition.text ? { ...edition, text: setIn(editionTextSchema, edition.text, lang) } : edition;
}

/** Sets the words in a value that a schema has checked. */
type Setter = (value: unknown, lang: string) => unknown;

function setIn<T>(schema: z.ZodType, value: T, lang: string): T {
  return (setterOf(schema)?.(value, lang) ?? value) as T;
}

const setterOf = oncePer((schema: z.ZodType): Setter | undefined => {
  if (schema instanceof z.ZodOptional) return setterOf(schema.unwrap() as z.ZodType);
  if (readByReaders.get(schema))
    return (value, lang) => (typeof value === "string" ? typography(withLicenceNames(value), lang) : value);
  if (schema instanceof z.ZodArray) {
    const inner = setterOf(schema.element as z.ZodType);
    return inner && ((value, lang) => (value as readonly unknown[]).map((entry) => inner(entry, lang)));
  }
  if (schema instanceof z.ZodRecord) {
    const inner = setterOf(schema.valueType as z.ZodType);
    const isByLanguage = schema.keyType === language;
    return inner && ((value, lang) => mapped(value, (entry, key) => inner(entry, isByLanguage ? key : lang)));
  }
  if (schema instanceof z.ZodObject) {
    const inner = new Map(
      Object.entries(schema.shape).flatMap(([name, field]) => {
        const setter = setterOf(field as z.ZodType);
        return setter ? [[name, setter] as const] : [];
      }),
    );
    if (inner.size === 0) return undefined;
    return (value, lang) => mapped(value, (entry, key) => inner.get(key)?.(entry, lang) ?? entry);
  }
  if (schema instanceof z.ZodUnion) {
    const kinds = kindsOf(schema);
    const text = kinds.find((kind) => kind instanceof z.ZodString);
    const group = kinds.find((kind) => kind instanceof z.ZodObject || kind instanceof z.ZodRecord);
    const [setText, setGroup] = [text && setterOf(text), group && setterOf(group)];
    if (!setText && !setGroup) return undefined;
    return (value, lang) =>
      (typeof value === "string" ? setText : isGroup(value) ? setGroup : undefined)?.(value, lang) ?? value;
  }
  return undefined;
});

const isGroup = (value: unknown) => value !== null && typeof value === "object";

function mapped(value: unknown, change: (entry: unknown, key: string) => unknown): unknown {
  return Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, change(entry, key)]));
}
