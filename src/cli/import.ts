import { existsSync, readFileSync, statSync } from "node:fs";
import { claimsIn } from "../importing/archive/addresses.ts";
import { planArchive } from "../importing/archive/archive.ts";
import { bytesOf, type Destination, importPlanned, importSingle } from "../importing/archive/file.ts";
import { Memory } from "../importing/archive/memory.ts";
import { reasonToSkip } from "../importing/foreign.ts";
import { type Office, readOffice } from "../importing/office.ts";
import type { Options as ImportOptions } from "../importing/options.ts";
import type { Target } from "../importing/release.ts";
import { uniqueNames } from "../importing/release-name.ts";
import { reportOf } from "../importing/report.ts";
import { DatelineError } from "../model/dateline-error.ts";
import { dayIn } from "../model/embargo.ts";
import { problemReport, progressOf } from "../reporting/report.ts";
import { idsIn, oneOf } from "./given.ts";
import { leftAside, Reports, releaseReport } from "./import-report.ts";
import { CONTENT, defined, missing, misuse, now, type Options, type Surroundings } from "./run.ts";

/** How many releases a site must have before a day long before theirs is rejected. */
const ENOUGH_DAYS = 5;

const options = {
  location: { type: "string", value: "NAME", help: "the place of texts that name none: a file of locations/" },
  contacts: {
    type: "string",
    value: "NAMES",
    help: "whom a journalist calls, of texts that do not say it: files of contacts/",
  },
  lang: { type: "string", value: "CODE", help: "the language, where it cannot be seen from the text" },
  origin: { type: "string", value: "ADDRESS", help: "where the texts were published: https://old.example.org" },
  permalink: { type: "string", value: "PATTERN", help: "how the old site made its addresses" },
  files: { type: "string", value: "FOLDER", help: "where pictures and documents of the old site are" },
  report: { type: "string", value: "FILE", help: "where to write what was recognised, as JSON" },
  again: { type: "boolean", default: false, help: "import once more what was imported before" },
  content: CONTENT,
} as const satisfies Options;

const operand = {
  name: "FILE, FOLDER or -",
  missing: "Say what to import:",
  example: "npm run import -- FILE, FOLDER, or - for what comes in by a pipe.",
};

/** `import`: turns texts, web pages, Word documents and whole archives into releases. */
export const command = defined({ options, operand }, async (values, surroundings, from) => {
  const { env, out, error: say } = surroundings;
  if (from !== "-" && !existsSync(from)) throw missing(`There is no file or folder “${from}”.`, "Correct its name.");
  const office = readOffice(values.content);
  if (!office.site) {
    say(problemReport(office.problems, values.content));
    return 1;
  }
  const isFolder = from !== "-" && statSync(from).isDirectory();
  const chosen = optionsFrom(values, office, isFolder);
  const reports = new Reports(values.report);
  const { site, terms, releases, problems } = office;
  const days = releases.map(({ date }) => date).filter((day) => day > "1970-01-01");
  const earliest = days.length >= ENOUGH_DAYS ? days.toSorted()[0] : undefined;
  const target = { site, terms, options: chosen, today: dayIn(site.timezone, now(env)), earliest };
  if (problems.length > 0) say(leftAside(problems, values.content));
  try {
    if (isFolder) return await importFolder(from, target, office, values.content, values.again, reports, surroundings);
    const bytes = from === "-" ? readFileSync(0) : bytesOf(from);
    const report = await importSingle(
      from.normalize("NFC"),
      bytes,
      from === "-" ? undefined : from,
      { ...target, addressOf: () => undefined, claim: claimsIn(office) },
      values.content,
      uniqueNames(values.content, releases),
    );
    reports.add(report);
    out(releaseReport(report, values.content));
    return 0;
  } catch (error) {
    if (error instanceof DatelineError) throw new DatelineError(error.code, `${from}: ${error.message}`, error.hint);
    throw error;
  } finally {
    reports.end();
  }
});

type Given = Partial<Record<"location" | "contacts" | "lang" | "origin" | "permalink" | "files", string>>;

/** Checks and returns the options of the command line; for archives, site.yaml gives the missing ones. */
function optionsFrom(values: Given, { site, terms }: Pick<Office, "site" | "terms">, isFolder: boolean): ImportOptions {
  const { lang, origin, files, permalink } = values;
  if (origin !== undefined && !URL.canParse(origin)) {
    const fix = "Write it in full: --origin https://old.example.org";
    throw misuse(`“${origin}” is not a web address.`, fix);
  }
  if (files !== undefined && !existsSync(files))
    throw missing(`There is no folder “${files}”.`, "Correct the name after --files.");
  const { imports = {} } = isFolder ? site : {};
  const { location = imports.location } = values;
  const contacts = values.contacts === undefined ? (imports.contacts ?? []) : idsIn(values.contacts);
  return {
    location: location && oneOf(location, terms.locations.keys(), "locations/"),
    contacts: contacts.map((id) => oneOf(id, terms.contacts.keys(), "contacts/")),
    from: values.location || values.contacts ? "the command line" : "site.yaml",
    lang: lang && oneOf(lang, Object.keys(site.languages), "the languages of the site"),
    origin,
    permalink,
    files,
  };
}

async function importFolder(
  root: string,
  target: Omit<Target, "addressOf" | "claim">,
  office: Office,
  contentDir: string,
  again: boolean,
  reports: Reports,
  { out, isTerminal }: Surroundings,
): Promise<number> {
  const memory = new Memory(contentDir);
  const unique = uniqueNames(contentDir, office.releases);
  const archive = planArchive(root, target.site, target.options, memory, unique);
  const { planned, addressOf, earliest = target.earliest } = archive;
  for (const file of archive.skipped) reports.add(reportOf(file, "skipped", { reason: reasonToSkip(file) }));
  if (planned.length === 0) {
    if (archive.skipped.length > 0) out(reports.summary(contentDir));
    throw missing(
      `There is no text in “${root}”: no .md, .html, .txt, .docx, .eml or .mht file.`,
      "Name the folder with the texts.",
    );
  }
  const destination: Destination = { contentDir, memory, unique, again };
  const { sources } = memory;
  const whole = { ...target, addressOf, earliest, claim: claimsIn(office, (file) => sources.get(file)) };
  const progress = progressOf("imported", out, isTerminal);
  for (const [index, file] of planned.entries()) {
    reports.add(await importPlanned(file, root, whole, destination));
    progress(index + 1, planned.length);
  }
  memory.tidy();
  out(reports.summary(contentDir));
  return reports.hasImported ? 0 : 1;
}
