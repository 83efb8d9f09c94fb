import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { formsTable } from "../../src/release/table.ts";
import { jsonSchemas, reference } from "./fields-reference.ts";
import { rulesReference } from "./rules-reference.ts";

/** Updates docs/reference.md, docs/forms.md, docs/schemas/ and the rules in docs/checks.md. */
mkdirSync("docs/schemas", { recursive: true });
writeFileSync("docs/reference.md", reference());
writeFileSync("docs/forms.md", formsTable());
const between = /(<!-- rules: [^\n]*-->\n)[\s\S]*(?=<!-- end of rules -->)/;
const rules = `\n${rulesReference()}\n`;
writeFileSync(
  "docs/checks.md",
  readFileSync("docs/checks.md", "utf8").replace(between, (_, start: string) => start + rules),
);
const schemas = Object.entries(jsonSchemas());
for (const [name, text] of schemas) writeFileSync(`docs/schemas/${name}`, text);
console.log(
  `docs/reference.md, docs/forms.md, docs/checks.md and ${schemas.length} schemas in docs/schemas/ are up to date.`,
);
