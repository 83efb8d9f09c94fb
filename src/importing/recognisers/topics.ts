import type { Recognise } from "../draft.ts";
import { textsIn, valuesOf } from "../fields.ts";
import { namesOf } from "../wording/names.ts";

/** The subjects that the source's own fields name, where they are topics of the site. */
export const topics: Recognise = (draft, { terms, fields }) => {
  const names = namesOf(terms.topics);
  const strange: string[] = [];
  // A text that stands for a list has commas: `tags: migration, borders`.
  const said = valuesOf(fields, "topics").map((value) => (typeof value === "string" ? value.split(",") : value));
  for (const words of textsIn(said)) {
    const key = words.toLowerCase();
    const id = terms.topics.has(key)
      ? key
      : names.find(({ name }) => name.toLowerCase() === key.replaceAll("-", " "))?.id;
    if (id === undefined) strange.push(words);
    else if (!draft.all("topics").includes(id)) draft.found("topics", id, words, "stated");
  }
  if (strange.length > 0) draft.found("unknown topics", strange.join(", "), strange.join(", "), "stated");
};
