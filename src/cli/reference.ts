import { mkdirSync, writeFileSync } from "node:fs";
import { jsonSchemas, reference } from "../content/reference.ts";
import { run } from "./run.ts";

/** Writes docs/reference.md and docs/schemas/ anew. */
run(async () => {
  mkdirSync("docs/schemas", { recursive: true });
  writeFileSync("docs/reference.md", reference());
  const schemas = Object.entries(jsonSchemas());
  for (const [name, text] of schemas) writeFileSync(`docs/schemas/${name}`, text);
  console.log(`docs/reference.md and ${schemas.length} schemas in docs/schemas/ are up to date.`);
  return 0;
});
