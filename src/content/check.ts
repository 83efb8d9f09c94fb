import slugify from "@sindresorhus/slugify";
import { z } from "zod";
import { type FieldNote, language } from "../model/fields.ts";
import { type Fault, type Problem, type Read, read, wrong } from "../model/problem.ts";
import { invisibleIndent, withoutInvisible } from "./invisible.ts";
import { meantValue } from "./meant-value.ts";
import { inside, kindsOf } from "./schema.ts";
import { problemAt, problemsOf, readDivided, type YamlPart } from "./source.ts";
import { listed, meantOr } from "./suggest.ts";
import { placeOf } from "./yaml.ts";

type Issue = z.core.$ZodIssue;

/** Checks a value read from YAML against a schema. Each problem has its place and is in plain words; times are taken to be those of a time zone. */
export function check<T>(schema: z.ZodType<T>, part: YamlPart, value: unknown, timezone?: string): Read<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return read(result.data);
  // A field with a capital letter in its name is there: it is not missing as well.
  const { issues } = result.error;
  const unknown = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key.toLowerCase()].join(" ")) : [],
  );
  const telling = issues.filter(({ path, input }) => input !== undefined || !unknown.includes(path.join(" ")));
  return wrong(...problemsOf(telling, (issue) => explain(schema, part, value, issue, timezone)));
}

/** Returns a problem with a field of a file, for rules that no schema knows (an unknown id, a missing file). */
export function fieldProblem(part: YamlPart, path: readonly PropertyKey[], fault: Fault): Problem {
  const { line, column } = placeOf(part, path);
  return problemAt(part.source, line, column, { field: fieldName(path), ...fault });
}

/** Returns the problems of fields of a Markdown file that was read before: it is read again, to find their places. */
export function fieldProblems(
  contentDir: string,
  file: string,
  wrongs: readonly { readonly at: readonly PropertyKey[]; readonly fault: Fault }[],
): readonly Problem[] {
  if (wrongs.length === 0) return [];
  const part = readDivided(contentDir, file);
  return part.is === "wrong"
    ? part.problems
    : problemsOf(wrongs, ({ at, fault }) => fieldProblem(part.value, at, fault));
}

function explain(schema: z.ZodType, part: YamlPart, whole: unknown, issue: Issue, timezone?: string): Problem[] {
  if (issue.code === "unrecognized_keys") {
    return problemsOf(issue.keys, (key) => unknownField(schema, part, [...issue.path, key]));
  }
  if (issue.code === "invalid_union") {
    const branch = fittingBranch(issue.errors, valueAt(whole, issue.path));
    return problemsOf(branch, (inner) =>
      explain(schema, part, whole, { ...inner, path: [...issue.path, ...inner.path] }, timezone),
    );
  }
  const { path } = issue;
  if (path.length === 0 && issue.code === "invalid_type") {
    const fix = "Each line is a name, a colon, a space, and the value, without a hyphen before it.";
    return [fieldProblem(part, path, { message: `This file should have fields, but it is ${shown(whole)}.`, fix })];
  }
  const found = issue.code === "invalid_key" ? path.at(-1) : valueAt(whole, path);
  const note = noteAt(schema, path);
  const fits = (value: unknown) => schemaAt(schema, path).some((inner) => inner.safeParse(value).success);
  if (issue.code === "invalid_key") {
    const code = meantValue(found, (value) => language.safeParse(value).success);
    const fix = code ? `Write its code: ${code}` : "Use the two letters of the language: en, ru, be, fr, es, ar, zh.";
    return [fieldProblem(part, path, { message: `“${String(found)}” is not a language code.`, fix })];
  }
  const plain = typeof found === "string" ? withoutInvisible(found) : undefined;
  if (plain !== undefined && fits(plain)) {
    const message = `“${fieldName(path)}” has a character in it that cannot be seen.`;
    return [fieldProblem(part, path, { message, fix: `Delete the value and type it anew: ${plain}` })];
  }
  const own = typeof found === "string" ? noteAt(schema, [found.toLowerCase()]) : undefined;
  const fix = fixOf(issue, part, whole, { note, own }, fits, timezone);
  return [fieldProblem(part, path, { message: messageOf(issue, path, found), fix })];
}

function unknownField(schema: z.ZodType, part: YamlPart, path: readonly PropertyKey[]): Problem {
  const name = String(path.at(-1));
  const parent = schemaAt(schema, path.slice(0, -1)).find((inner) => inner instanceof z.ZodObject);
  const known = parent instanceof z.ZodObject ? Object.keys(parent.shape) : [];
  const { line, column } = placeOf(part, path, "key");
  if (withoutInvisible(name) !== undefined) return problemAt(part.source, line, column, invisibleIndent);
  const owner = path.length === 1 ? ownerOf(schema, part, name) : undefined;
  return problemAt(part.source, line, column, {
    field: fieldName(path),
    message: `There is no field “${name}”.`,
    fix: owner
      ? `It belongs to “${owner}”: put spaces before it, so that it begins where the other fields of its entry do.`
      : known.includes(name.toLowerCase())
        ? `Write its name in small letters: ${name.toLowerCase()}:`
        : meantOr(`The fields are: ${listed(known, 40)}.`, meantName(name, known), known),
  });
}

/** Fields and their values, and what else they are called: by other systems, and by people. */
const CALLED: readonly (readonly [field: string, ...others: string[]])[] = [
  ["topics", "tags", "keywords", "categories", "category"],
  ["title", "headline", "name"],
  ["summary", "description", "lead", "abstract", "excerpt"],
  ["location", "city", "dateline"],
  ["image", "photo", "picture"],
  ["gallery", "photos", "pictures", "images"],
  ["documents", "attachments", "files"],
  ["file", "src", "path", "filename"],
  ["alt", "description", "alt text", "alt_text"],
  ["credit", "photographer", "author", "copyright", "photo"],
  ["start", "date", "time", "when", "begin", "begins", "from"],
  ["end", "ends", "until", "to"],
  ["place", "location", "venue", "where", "address"],
  ["url", "link", "website"],
  ["value", "number"],
  ["label", "text", "what"],
  ["id", "name", "partner", "organisation", "organization"],
  ["note", "text", "change", "description"],
  ["phone", "tel", "telephone", "phone number"],
  ["mobile", "cell", "whatsapp", "viber"],
  ["email", "mail"],
  ["role", "position", "title", "job"],
  ["organisation", "organization", "office", "agency"],
  // What a field can be.
  ["live", "published", "final", "approved", "public"],
  ["press-release", "news", "news-release", "press", "release"],
  ["media-advisory", "advisory", "media-alert", "invitation"],
  ["funder", "donor"],
];

/** Returns the known name that is meant by one under which other systems have a field; else the name itself. */
function meantName(name: string, known: readonly string[]): string {
  return CALLED.find(([field, ...others]) => known.includes(field) && others.includes(name.toLowerCase()))?.[0] ?? name;
}

/** Returns the field above one that is not known here, if that one is known inside it: somebody left out the spaces before it. */
function ownerOf(schema: z.ZodType, { yaml }: YamlPart, name: string): string | undefined {
  const names = [...yaml.matchAll(/^[\w-]+(?=:)/gm)].map(([field]) => field);
  const above = names.slice(0, names.indexOf(name)).findLast((field) => schemaAt(schema, [field]).length > 0);
  if (above === undefined) return undefined;
  const inner = [...schemaAt(schema, [above]), ...schemaAt(schema, [above, 0])];
  const isKnown = (kind: z.ZodType) =>
    kind instanceof z.ZodObject ? name in kind.shape : kind instanceof z.ZodRecord && /^[a-z]{2}$/.test(name);
  return inner.some(isKnown) ? above : undefined;
}

/** Returns the alternative of a union that takes the kind of value that was given; else the first. */
function fittingBranch(branches: readonly (readonly Issue[])[], found: unknown): readonly Issue[] {
  const isGroup = typeof found === "object";
  const misfits = (issue: Issue) =>
    issue.path.length === 0 && (issue.code === "invalid_type" || (isGroup && issue.code === "invalid_value"));
  return branches.find((issues) => !issues.some(misfits)) ?? branches[isGroup ? branches.length - 1 : 0] ?? [];
}

function messageOf(issue: Issue, path: readonly PropertyKey[], found: unknown): string {
  const name = fieldName(path);
  if (found === undefined) return `“${name}” is missing.`;
  switch (issue.code) {
    case "invalid_type":
      return `“${name}” should be ${kinds[issue.expected] ?? issue.expected}, but it is ${shown(found)}.`;
    case "invalid_value":
      return `“${name}” cannot be ${shown(found)}.`;
    case "too_small":
    case "too_big":
      if (Array.isArray(found) && found.length > 0)
        return `“${name}” has too ${issue.code === "too_small" ? "few" : "many"} entries.`;
      if (!issue.message.startsWith("Too")) return `“${name}” ${issue.message}.`;
      return `“${name}” is ${shown(found)}, which is too ${issue.code === "too_small" ? "small" : "large"}.`;
    default:
      return issue.message.startsWith("Invalid")
        ? `“${name}” cannot be ${shown(found)}.`
        : `“${name}” is ${shown(found)}, which ${issue.message}.`;
  }
}

const kinds: Partial<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list in square brackets",
  tuple: "two numbers in square brackets",
  object: "a group of fields",
  record: "a group of fields",
};

function shown(found: unknown): string {
  if (typeof found === "string") return found.length > 60 ? `“${found.slice(0, 60)}…”` : `“${found}”`;
  if (Array.isArray(found)) return found.length === 0 ? "an empty list" : "a list";
  if (found === null) return "empty";
  if (typeof found === "object") return "a group of fields";
  return typeof found === "number" ? `the number ${found}` : String(found);
}

function fixOf(
  issue: Issue,
  part: YamlPart,
  whole: unknown,
  { note, own }: { readonly note: FieldNote | undefined; readonly own: FieldNote | undefined },
  fits: (value: unknown) => boolean,
  timezone?: string,
): string {
  const { path } = issue;
  const name = String(path.findLast((key) => typeof key === "string") ?? "");
  const found = valueAt(whole, path) ?? calledOtherwise(valueAt(whole, path.slice(0, -1)), name);
  const line = (value: string) => (typeof path.at(-1) === "string" ? `${name}: ${value}` : value);
  if (typeof found === "number" && fits(String(found))) {
    return `Put it in quotation marks: ${line(`"${typedAt(part, path)}"`)}`;
  }
  const [, entry] =
    /^(?:[–—•·▪*]\s+|-(?=\w)|\d\d?[.)]\s+)(.*?)(?:\s(?:[–—•·▪*]|-(?=\w)|\d\d?[.)])|$)/s.exec(String(found)) ?? [];
  if (issue.code === "invalid_type" && issue.expected === "array" && entry !== undefined)
    return `Begin each entry with a hyphen and a space: - ${entry}`;
  const day = valueAt(whole, [...path.slice(0, -1), "start"]) ?? valueAt(whole, ["date"]);
  const meantHere = (value: unknown) => meantValue(value, fits, { timezone, day });
  const meant = meantHere(typeof found === "number" ? typedAt(part, path) : found);
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    const called = typeof found === "string" ? meantName(slugify(found), known) : "";
    const near = typeof found === "string" ? meantOr("", known.includes(called) ? called : found, known) : "";
    if (near === "" && meant !== undefined) return `Write: ${line(meant)}`;
    if (near === "" && own?.example !== undefined)
      return `It is a field of its own. Write instead: ${String(found).toLowerCase()}: ${own.example}`;
    return `${near} It can be: ${known.join(", ")}.`.trimStart();
  }
  if (issue.code === "custom" && fits(found)) return "Correct the one that is wrong.";
  const [, from, to] = (name === "start" && RANGE.exec(String(found))) || [];
  const [start, end] = [meantHere(from), meantValue(to, fits, { timezone, day: from })];
  if (start && end) return `Its end is a field of its own: end: ${end} Write: start: ${start}`;
  // A day is only half of a moment: nobody but its editor knows the time.
  const isMoment = fits("2026-03-04 09:00 +03:00") && typeof found === "string";
  const timed = meant === undefined && isMoment ? meantHere(`${found}, 09:00`) : undefined;
  const written = meant ? ` Write: ${line(meant)}` : timed ? ` Write, with its time: ${line(timed)}` : "";
  const example = written || (note?.example === undefined ? "" : ` Like this: ${name}: ${note.example}`);
  return `${note?.description ?? "See the table of fields in docs/."}${example}`;
}

/** From when to when: `22 December 2026, 10:00–12:30`. */
const RANGE = /^(.*\d.*?)\s*(?:[-–—]|(?<=\s)(?:to|until|à|a|hasta|до|да)(?=\s))\s*(\d{1,2}\s?[:.h]\s?\d\d.*)$/;

/** Returns the values of the fields of a group that are meant to be a field which it lacks: `date: …` and `time: …` for `start`. */
function calledOtherwise(group: unknown, name: string): string | undefined {
  const others = Object.entries(group !== null && typeof group === "object" ? group : {}).filter(
    ([other, value]) => other !== name && meantName(other, [name]) === name && typeof value === "string",
  );
  return others.length === 0 ? undefined : others.map(([, value]) => value).join(" ");
}

/** Returns a number as it was typed: YAML drops the zeros before it. */
function typedAt(part: YamlPart, path: readonly PropertyKey[]): string {
  const { line, column } = placeOf(part, path);
  return /^[^\s,#\]}]+/.exec((part.yaml.split("\n")[line - part.line] ?? "").slice(column - 1))?.[0] ?? "";
}

/** Returns a path such as `["partners", 1, "role"]` in an editor's words. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === "number" ? `entry ${part + 1}` : String(part))).join(", ");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === "object" ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function noteAt(schema: z.ZodType, path: readonly PropertyKey[]): FieldNote | undefined {
  for (let length = path.length; length > 0; length--) {
    for (const inner of schemaAt(schema, path.slice(0, length), false)) {
      const meta = inner.meta() as FieldNote | undefined;
      if (meta?.description) return meta;
    }
  }
  return undefined;
}

/** Returns the schemas at a path: several if a union is on the way. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[], bare = true): z.ZodType[] {
  let at: z.ZodType[] = [schema];
  for (const key of path) at = at.flatMap(kindsOf).flatMap((kind) => inside(kind, String(key)) ?? []);
  if (bare) return at.flatMap(kindsOf);
  const unwrapped = (inner: z.ZodType) => (inner instanceof z.ZodOptional ? [inner.unwrap() as z.ZodType] : []);
  return at.flatMap((inner) => [inner, ...unwrapped(inner), ...kindsOf(inner)]);
}
