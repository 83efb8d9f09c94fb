import type { Release } from "../model/release.ts";
import { type Marked, readMarkdown, withoutAddresses } from "./markup.ts";

export type FieldKind = "title" | "subtitle" | "summary" | "label" | "notes";

/** A field that readers read, or the text of the file, whole. */
export interface Text extends Pick<Marked, "seen" | "tokens" | "unused"> {
  readonly lang: string;
  readonly source: string;
  /** The field it is, or where it begins in the text of the file. */
  readonly from: readonly PropertyKey[] | number;
  readonly isMarkdown: boolean;
}

/** The main picture of a release, and those of its gallery, with where their fields are. */
export function picturesOf({ image, gallery = [] }: Partial<Pick<Release, "image" | "gallery">> = {}) {
  return [
    ...(image ? [{ path: ["image"] as readonly PropertyKey[], picture: image }] : []),
    ...gallery.map((picture, index) => ({ path: ["gallery", index], picture })),
  ];
}

/** A text with what it is as a passage; nothing is asked of the words of one without a kind. */
interface Field extends Text {
  readonly kind: FieldKind | undefined;
  readonly words: string;
}

/** What a field is, where it stands, and its words; `isMarkdown`, or its language, where they are not as usual. */
type Named = readonly [
  kind: FieldKind | undefined,
  from: readonly PropertyKey[],
  source: string | undefined,
  more?: Partial<Pick<Text, "isMarkdown">> & { readonly lang?: string | undefined },
];

/** The fields of a release or page that readers read. */
export function fieldsOf(entry: Partial<Omit<Release, "allow">>, lang: string): Field[] {
  const { figures = [], documents = [], video = [], changes = [] } = entry;
  const markdown = { isMarkdown: true };
  const all: readonly Named[] = [
    // A draft without a title is called by the name of its file.
    ["title", ["title"], entry.title === entry.key ? undefined : entry.title],
    ["subtitle", ["subtitle"], entry.subtitle],
    ["summary", ["summary"], entry.summary],
    ...figures.flatMap(({ value, label, source }, index): Named[] => [
      ["label", ["figures", index, "value"], String(value)],
      ["label", ["figures", index, "label"], label],
      [undefined, ["figures", index, "source"], source],
    ]),
    ...documents.map(
      ({ title, lang: own }, index): Named => ["label", ["documents", index, "title"], title, { lang: own }],
    ),
    ...video.map(({ title }, index): Named => ["label", ["video", index, "title"], title]),
    ["label", ["event", "place"], entry.event?.place],
    ...picturesOf(entry).flatMap(({ path, picture: { alt, caption, credit } }): Named[] => [
      ["label", [...path, "alt"], alt],
      ["label", [...path, "caption"], caption],
      [undefined, [...path, "credit"], credit],
    ]),
    [undefined, ["status", "reason"], entry.status?.reason],
    [undefined, ["translation", "note"], entry.translation?.note],
    ["notes", ["notes"], entry.notes, markdown],
    ...changes.map(({ note }, index): Named => [undefined, ["changes", index, "note"], note, markdown]),
  ];
  return all.flatMap(([kind, from, source, { isMarkdown = false, lang: own = lang } = {}]) => {
    if (source === undefined) return [];
    const plain = { words: withoutAddresses(source), seen: source, tokens: [], unused: [] };
    return [{ kind, from, source, lang: own, isMarkdown, ...(isMarkdown ? readMarkdown(source, own) : plain) }];
  });
}
