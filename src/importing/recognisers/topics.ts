import { listField, type Recognise } from "../draft.ts";
import { namesOf } from "../wording/names.ts";

/** A text that stands for a list has commas: `tags: migration, borders`. */
function listOf(value: unknown): string[] {
  return listField({ value: typeof value === "string" ? value.split(",") : value }, "value");
}

/** The subjects that the source's own fields name, where they are topics of the site. */
export const topics: Recognise = (draft, { terms, fields }) => {
  const names = namesOf(terms.topics);
  const strange: string[] = [];
  const seen = new Set<string>();
  for (const words of ["topics", "tags", "keywords", "categories", "category"].flatMap((name) =>
    listOf(fields[name]),
  )) {
    const key = words.toLowerCase();
    const id = terms.topics.has(key)
      ? key
      : names.find(({ name }) => name.toLowerCase() === key.replaceAll("-", " "))?.id;
    if (id === undefined) strange.push(words);
    else if (!seen.has(id)) {
      seen.add(id);
      draft.found("topics", id, words, "stated");
    }
  }
  if (strange.length > 0) draft.found("unknown topics", strange.join(", "), strange.join(", "), "stated");
};
