import { existsSync, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadContent } from "../content/load.ts";
import { didYouMean, listed } from "../content/suggest.ts";
import { planArchive, takenKeys } from "../importing/archive.ts";
import { bytesOf, type Destination, importPlanned, importSingle } from "../importing/import-file.ts";
import { Unreadable } from "../importing/incoming.ts";
import { Memory } from "../importing/memory.ts";
import type { Options } from "../importing/options.ts";
import type { Target } from "../importing/release.ts";
import type { Content } from "../model/content.ts";
import { importProgress, ReportFile, releaseReport, Summary } from "./import-report.ts";
import { problemReport } from "./report.ts";
import { run } from "./run.ts";
import { UserError } from "./user-error.ts";

const USAGE = "Say what to import: npm run import -- FILE, FOLDER, or - for what comes in by a pipe.";

/** Makes releases out of texts, web pages, Word documents and whole archives. */
run(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      content: { type: "string", default: "content" },
      location: { type: "string" },
      contacts: { type: "string" },
      lang: { type: "string" },
      origin: { type: "string" },
      permalink: { type: "string" },
      files: { type: "string" },
      report: { type: "string" },
      again: { type: "boolean", default: false },
    },
  });
  const [from, ...more] = positionals;
  if (from === undefined || more.length > 0) throw new UserError(USAGE);
  if (from !== "-" && !existsSync(from)) throw new UserError(`There is no file or folder “${from}”.`);
  const loaded = loadContent(values.content);
  if (!loaded.content) {
    console.error(problemReport(loaded.problems, values.content));
    return 1;
  }
  const { content } = loaded;
  const isFolder = from !== "-" && statSync(from).isDirectory();
  const options = optionsFrom(values, content, isFolder);
  const reports = new ReportFile(values.report);
  const target = { site: content.site, terms: content.terms, options };
  try {
    if (isFolder) return await importFolder(from, target, values.content, values.again, reports);
    const bytes = from === "-" ? readFileSync(0) : bytesOf(from);
    const report = await importSingle(
      from.normalize("NFC"),
      bytes,
      from === "-" ? undefined : from,
      { ...target, addressOf: () => undefined },
      values.content,
    );
    reports.add(report);
    console.log(releaseReport(report, values.content));
    return 0;
  } catch (error) {
    if (error instanceof Unreadable) throw new UserError(`${from}: ${error.message}`);
    throw error;
  } finally {
    reports.end();
  }
});

async function importFolder(
  root: string,
  target: Omit<Target, "addressOf">,
  contentDir: string,
  again: boolean,
  reports: ReportFile,
): Promise<number> {
  const memory = new Memory(contentDir);
  const taken = takenKeys(contentDir);
  const { planned, addressOf, used } = planArchive(root, target.site, target.options, memory, taken);
  if (planned.length === 0)
    throw new UserError(`There is no text in “${root}”: no .md, .html, .wml, .txt or .docx file.`);
  const destination: Destination = { contentDir, memory, used, again };
  const summary = new Summary(contentDir);
  const progress = importProgress();
  for (const [index, file] of planned.entries()) {
    const report = await importPlanned(file, root, { ...target, addressOf }, destination);
    reports.add(report);
    summary.add(report);
    progress(index + 1, planned.length);
  }
  memory.tidy();
  console.log(summary.toString());
  return summary.hasImported ? 0 : 1;
}

/** What the command line names, checked; for archives, what site.yaml names in its place. */
function optionsFrom(
  values: Readonly<Record<string, string | boolean | undefined>>,
  { site, terms }: Content,
  isFolder: boolean,
): Options {
  const word = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const known = (id: string, folder: "locations" | "contacts") => {
    if (terms[folder].has(id)) return id;
    const meant = didYouMean(id, terms[folder].keys());
    throw new UserError(
      `There is no “${id}” in ${folder}/. ${meant ? `Did you mean “${meant}”?` : `There are: ${listed(terms[folder].keys())}.`}`,
    );
  };
  const lang = word("lang");
  if (lang !== undefined && !(lang in site.languages))
    throw new UserError(`“${lang}” is not a language of the site. It can be: ${listed(Object.keys(site.languages))}.`);
  const origin = word("origin");
  if (origin !== undefined && !URL.canParse(origin))
    throw new UserError(`“${origin}” is not a web address. Write it in full: --origin https://old.example.org`);
  const files = word("files");
  if (files !== undefined && !existsSync(files)) throw new UserError(`There is no folder “${files}”.`);
  const named = {
    location: word("location"),
    contacts: word("contacts")
      ?.split(",")
      .map((id) => id.trim())
      .filter(Boolean),
  };
  const location = named.location ?? (isFolder ? site.imports?.location : undefined);
  const contacts = named.contacts ?? (isFolder ? site.imports?.contacts : undefined) ?? [];
  return {
    location: location && known(location, "locations"),
    contacts: contacts.map((id) => known(id, "contacts")),
    from: named.location || named.contacts ? "the command line" : "site.yaml",
    lang,
    origin,
    permalink: word("permalink"),
    files,
  };
}
