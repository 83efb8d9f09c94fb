import slugify from "@sindresorhus/slugify";
import { isSlug } from "../model/fields.ts";

/** Longest last part of an address that is made from a title. */
const LONGEST = 70;
const DAY = /^(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{2}[-_.]\d{2}[-_.]\d{4})(?:[-_. ]+|$)/;

/** A name as an address: without its date, small Latin letters (other scripts transliterated), digits and hyphens. */
export function slugged(words: string): string {
  const slug = slugify(words.replace(DAY, ""), { decamelize: false });
  return isSlug(slug) && slug !== "page" ? slug : "";
}

/** The first words of a slug, as many as an address made from a title may have. */
export function short(slug: string): string {
  return slug.length <= LONGEST ? slug : slug.slice(0, LONGEST + 1).replace(/-[^-]*$/, "");
}

/** A release's file or folder name, from a title alone. */
export function keyFor(date: string | undefined, title: string): string {
  return [date, short(slugged(title)) || "release"].filter(Boolean).join("-");
}
