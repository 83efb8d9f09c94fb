import { z } from "zod";
import { inside, kindsOf } from "../../src/content/schema.ts";
import type { FieldNote } from "../../src/model/fields.ts";
import { releaseSchema } from "../../src/model/release.ts";
import { siteSchema } from "../../src/model/site.ts";
import { termFolders } from "../../src/model/terms.ts";

/** The kinds of file that editors write, by the name of their chapter in the reference. */
const kinds: readonly { readonly name: string; readonly where: string; readonly schema: z.ZodObject }[] = [
  { name: "release", where: "The fields at the top of a file in `releases/`.", schema: releaseSchema },
  { name: "site", where: "`site.yaml`.", schema: siteSchema },
  ...Object.entries(termFolders).map(([folder, schema]) => ({
    name: folder.replace(/s$/, ""),
    where: `A file in \`${folder}/\`.`,
    schema,
  })),
];

/** Returns JSON Schemas (2020-12) for editors' tools, by file name, made from the schemas that check content/. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    kinds.map(({ name, schema }) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }), undefined, 2)}\n`,
    ]),
  );
}

/** Returns the table of all fields, in Markdown, made from the schemas that check content/. */
export function reference(): string {
  const chapters = kinds.map(({ name, where, schema }) =>
    [
      `## ${name}`,
      "",
      where,
      "",
      "| field | | what it is | example |",
      "| --- | --- | --- | --- |",
      ...rows(schema),
    ].join("\n"),
  );
  return [
    "# Every field of every file",
    "",
    "Made by `npm run reference` from the schema that checks the content; a test fails when it is out of date. A field that is not",
    "required may be left out. Dates are `year-month-day`; moments have an offset from UTC. An unknown field is an error.",
    "",
    chapters.join("\n\n"),
    "",
  ].join("\n");
}

/** Returns the fields of a release, those inside others by their whole path. */
export function releasePaths(): string[] {
  return pathsIn(releaseSchema);
}

function pathsIn(schema: z.ZodObject, before = ""): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const inside = groupsIn(field as z.ZodType).flatMap((group) => pathsIn(group, `${before}${name}.`));
    return inside.length > 0 ? inside : [`${before}${name}`];
  });
}

function rows(schema: z.ZodObject, before = ""): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const note = noteOf(field as z.ZodType);
    const required = field instanceof z.ZodOptional ? "" : "required";
    const example = note.example === undefined ? "" : `\`${note.example.replaceAll("|", "\\|")}\``;
    return [
      `| \`${before}${name}\` | ${required} | ${note.description} | ${example} |`,
      ...groupsIn(field as z.ZodType).flatMap((group) => rows(group, `${before}${name}.`)),
    ];
  });
}

function noteOf(field: z.ZodType): FieldNote {
  const own = field.meta() as FieldNote | undefined;
  if (own?.description) return own;
  if (field instanceof z.ZodOptional) return noteOf(field.unwrap() as z.ZodType);
  throw new Error("A field of a schema has no comment for editors.");
}

/** Returns the groups of fields that a field can hold: itself, in a list, or as one of several forms. */
function groupsIn(field: z.ZodType): z.ZodObject[] {
  return kindsOf(field).flatMap((kind) => {
    if (kind instanceof z.ZodObject) return [kind];
    const entry = inside(kind, "");
    return entry ? groupsIn(entry) : [];
  });
}
