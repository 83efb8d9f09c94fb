import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { rulesReference } from "../checks/reference.ts";
import { jsonSchemas, reference } from "../content/reference.ts";
import { formsTable } from "../release/table.ts";
import { run } from "./run.ts";

/** Updates docs/reference.md, docs/forms.md, docs/schemas/ and the rules in docs/checks.md. */
run(async () => {
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
  return 0;
});
