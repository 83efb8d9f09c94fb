import type { Dropped, Fields, Picture } from "./incoming.ts";

/** What the fields of a release are called by other generators, the first choice first. */
const names = {
  title: ["title", "headline"],
  subtitle: ["subtitle", "deck", "subheadline", "dek", "lead"],
  summary: ["summary", "description", "excerpt"],
  image: ["image", "featured_image", "primary_image", "cover", "thumbnail"],
  date: ["date", "pubdate", "published", "publishDate", "publish_date", "created"],
  slug: ["slug"],
  address: ["permalink", "url"],
  aliases: ["url", "permalink", "aliases", "redirect_from"],
  canonical: ["canonical"],
  topics: ["topics", "tags", "keywords", "categories", "category"],
  categories: ["categories", "category"],
  type: ["type", "category", "categories"],
  alt: ["image_alt", "alt"],
  lang: ["lang", "language", "locale"],
  reference: ["reference", "ref", "release_number", "press_release_number"],
  partners: ["partners", "agencies", "organisations", "organizations"],
  elsewhere: ["source_url", "external_url", "redirectto", "redirect_to", "link", "file_url"],
} as const;
export type FieldName = keyof typeof names;

/** Of these the first that says something counts; of the others all do. */
const SINGLE: readonly FieldName[] = ["title", "subtitle", "summary", "image"];
/** Fields that are about the old site alone, or are read by themselves. */
const OTHERS = ["layout", "translation", "draft", "weight"];

/** The fields of a release in one language: of words that are there in several, those of the language, else the first. The rest is left out. */
export function inLanguage(all: Fields, lang: string, languages: object): { fields: Fields; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const fields = Object.entries(all).map(([name, value]) => {
    const words = value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
    const isWords = words.some(([code]) => code in languages) && words.every(([, each]) => typeof each === "string");
    if (!isWords) return [name, value] as const;
    const [kept, said] = words.find(([code]) => code === lang) ?? words[0] ?? [];
    for (const [code, each] of words)
      if (code !== kept) dropped.push({ words: `${name}, ${code}: ${each}`, why: "A field in another language." });
    return [name, said] as const;
  });
  return { fields: Object.fromEntries(fields), dropped };
}

/** A field's text, where it is text; a list's first. */
export function textField(fields: Fields, field: FieldName): string | undefined {
  return textIn(fields, names[field]);
}

function textIn(fields: Fields, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const [first]: readonly unknown[] = [fields[key]].flat();
    if (typeof first === "string" && first.trim() !== "") return first.replace(/\s+/g, " ").trim();
    if (typeof first === "number") return String(first);
  }
  return undefined;
}

/** The texts of a field that is a list, or a text that stands for a list of one. */
export function listField(fields: Fields, field: FieldName): string[] {
  return textsIn(valuesOf(fields, field));
}

/** The texts among some values and in lists among them. */
export function textsIn(values: readonly unknown[]): string[] {
  return values.flat().flatMap((item) => (typeof item === "string" && item.trim() !== "" ? [item.trim()] : []));
}

/** The values of a field under all of its names. */
export function valuesOf(fields: Fields, field: FieldName): readonly unknown[] {
  return names[field].map((key) => fields[key]);
}

/** The picture that a source's fields name. */
export function pictureOf(fields: Fields): Picture | undefined {
  const image = valuesOf(fields, "image").find((value) => value !== undefined && value !== null);
  if (typeof image === "string" && image.trim()) return { src: image.trim(), alt: textField(fields, "alt") ?? "" };
  if (image === undefined || image === null || typeof image !== "object") return undefined;
  const group = { ...image };
  const src = textIn(group, ["src", "file", "path", "url", "image", "uid"]);
  return src ? { src, alt: textIn(group, ["alt"]) ?? "" } : undefined;
}

/** The fields that have no place in a release: unknown ones, and those that say something else than the one that counts. */
export function leftOver(fields: Fields): string[] {
  const filled = (keys: readonly string[]) =>
    keys.filter((key) => fields[key] !== null && fields[key] !== "" && fields[key] !== undefined);
  const used = new Set<string>([...Object.values(names).flat(), ...OTHERS]);
  const passedOver = SINGLE.flatMap((field) => {
    const [first = "", ...others] = filled(names[field]);
    return others.filter((key) => JSON.stringify(fields[key]) !== JSON.stringify(fields[first]));
  });
  return filled(Object.keys(fields)).filter((key) => !used.has(key) || passedOver.includes(key));
}
