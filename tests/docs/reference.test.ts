import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchemas, reference } from "./fields-reference.ts";
import { rulesReference } from "./rules-reference.ts";

test("the reference and the schemas in docs/ are those of the code: else run npm run reference", () => {
  expect(readFileSync("docs/reference.md", "utf8")).toBe(reference());
  const schemas = jsonSchemas();
  expect(readdirSync("docs/schemas").toSorted()).toEqual(Object.keys(schemas).toSorted());
  for (const [name, text] of Object.entries(schemas)) expect(readFileSync(`docs/schemas/${name}`, "utf8")).toBe(text);
});

test("the JSON Schema of a release knows its required fields and refuses others", () => {
  const schema = JSON.parse(jsonSchemas()["release.schema.json"] ?? "{}");
  expect(schema.required).toEqual(["title", "date", "location", "partners", "contacts"]);
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties.title.description).toContain("headline");
});

test("the rules in docs/checks.md are those of the code: else run npm run reference", () => {
  expect(readFileSync("docs/checks.md", "utf8")).toContain(`\n${rulesReference()}\n`);
});
