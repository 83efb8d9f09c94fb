import type { Section, SectionName, SectionOf } from "./sections.ts";

/** Returns that a form leaves something out, and why. */
export interface Omitted {
  readonly omitted: string;
}

/** Section → its writer in a form, or why the form leaves it out. The compiler finds a missing section. */
export type Writers<Written, Context> = {
  readonly [Name in SectionName]: ((section: SectionOf<Name>, context: Context) => Written) | Omitted;
};

/** The fields that a form leaves out of the sections that it writes, each with the reason. */
export interface Form {
  readonly name: string;
  readonly writers: Writers<unknown, never>;
  readonly omits: Readonly<Record<string, string>>;
}

/** The reason why only the page has related releases. */
export const RELATED = "What else the office wrote is no part of this release; the page leads on to it.";

/** Returns fields that a form leaves out of the pictures of a release, with the reason. */
export function ofPictures(names: readonly string[], reason: string): Readonly<Record<string, string>> {
  const fields = ["image", "gallery"].flatMap((field) => names.map((name) => `${field}.${name}`));
  return Object.fromEntries(fields.map((field) => [field, reason]));
}

/** The reason why data leave out details of a picture. */
export const IN_FILES = "The files of the picture carry it (IPTC).";

/** Writes sections in a form, in their order. */
export function written<Written, Context>(
  writers: Writers<Written, Context>,
  sections: readonly Section[],
  context: Context,
): Written[] {
  return sections.flatMap((section) => {
    const writer = writers[section.is] as ((section: Section, context: Context) => Written) | Omitted;
    return "omitted" in writer ? [] : [writer(section, context)];
  });
}

/** Merges the values of several sections: lists are joined, for other fields the last value counts, and empty ones are left out. */
export function joined<Whole extends object>(first: Whole, others: readonly Partial<Whole>[]): Whole {
  const whole: Record<string, unknown> = {};
  for (const part of [first, ...others]) {
    for (const [key, value] of Object.entries(part)) {
      const before = whole[key];
      const both = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : (value ?? before);
      if (both !== undefined && !(Array.isArray(both) && both.length === 0)) whole[key] = both;
    }
  }
  return whole as Whole;
}
