import pc from "picocolors";
import { filesIn } from "../build/tree.ts";
import { differences, sampleOf } from "../checks/site/public.ts";
import { readSite } from "../content/terms.ts";
import { CONTENT, defined, missing, numberIn, type Options, OUTPUT } from "./run.ts";

const options = {
  output: OUTPUT,
  origin: { type: "string", value: "ADDRESS", help: "where it is published, if not at the origin in site.yaml" },
  most: { type: "string", default: "200", value: "NUMBER", help: "how many files are asked for at the most" },
  patient: { type: "boolean", default: true, help: "ask again for a minute; --no-patient does not" },
  content: CONTENT,
} as const satisfies Options;

/** `verify-site`: compares the public files with the built ones, and names those that the host has not updated or that it changes. */
export const command = defined({ options }, async (values, { out, error }) => {
  const { output, content } = values;
  const most = numberIn(values.most, "most", 1, 1_000_000);
  const origin = values.origin ?? readSite(content)?.value.origin;
  if (origin === undefined)
    throw missing(`${content}/site.yaml cannot be read.`, "Say where the site is: --origin https://…");
  const all = filesIn(output);
  if (all.length === 0) throw missing(`There is no site in ${output}/.`, "Build it first: dateline build");
  const asked = sampleOf(all, most);
  const found = await differences(output, origin.replace(/\/$/, ""), asked, values.patient ? undefined : []);
  for (const { url, why } of found) error(`${pc.red("✗")} ${url} ${why}`);
  if (found.length === 0) out(`${pc.green("✓")} ${asked.length} files at ${origin} are what was built.`);
  else
    error(
      `\n${found.length} of ${asked.length} files are not public as they were built. Publish again; if it stays so, ask the host what it changes or keeps.`,
    );
  return found.length === 0 ? 0 : 1;
});
