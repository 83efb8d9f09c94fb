import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pc from "picocolors";
import { newRelease } from "../importing/new-release.ts";
import { readOffice } from "../importing/office.ts";
import { keyFor, uniqueNames } from "../importing/release-name.ts";
import { dayIn } from "../model/embargo.ts";
import { calendarDate } from "../model/fields.ts";
import { localize } from "../model/localized.ts";
import type { TermFolder } from "../model/terms.ts";
import { problemReport } from "../reporting/report.ts";
import { idsIn, oneOf } from "./given.ts";
import { leftAside } from "./import-report.ts";
import { askFor } from "./new-questions.ts";
import { CONTENT, defined, misuse, now, type Options, taken } from "./run.ts";

const options = {
  title: { type: "string", value: "TEXT", help: "the headline" },
  date: { type: "string", value: "DAY", help: "the day of the dateline: 2017-01-27" },
  lang: { type: "string", value: "CODE", help: "the language: en" },
  location: { type: "string", value: "NAME", help: "the place: a file of locations/" },
  partners: { type: "string", value: "NAMES", help: "files of partners/, with commas between them" },
  contacts: { type: "string", value: "NAMES", help: "files of contacts/, with commas between them" },
  content: CONTENT,
} as const satisfies Options;

const operand = { name: "[TITLE]", example: 'npm run new -- --title "Border guards open a new training centre"' };

/** `new`: writes the file of a new release, and asks for the answers that the command line does not give. */
export const command = defined({ options, operand }, async (values, { env, out, error }, words) => {
  if (values.title !== undefined && words !== "")
    throw misuse("Put all words of the title in quotation marks:", operand.example);
  const office = readOffice(values.content);
  if (!office.site) {
    error(problemReport(office.problems, values.content));
    return 1;
  }
  const { site, releases, problems } = office;
  if (problems.length > 0) error(leftAside(problems, values.content));
  const terms = (ids: string | undefined, folder: TermFolder) =>
    ids === undefined
      ? undefined
      : idsIn(ids).map((id) => oneOf(id, [...office.terms[folder].keys(), ...broken(folder)], `${folder}/`));
  // A colleague's file that cannot be read is named all the same.
  const broken = (folder: TermFolder) =>
    problems.flatMap(({ file }) => (path.dirname(file) === folder ? [path.basename(file, ".yaml")] : []));
  if (values.date !== undefined && !calendarDate.safeParse(values.date).success)
    throw misuse(`“${values.date}” is not a date.`, "Write it as year-month-day: --date 2017-01-27");
  const given = {
    title: (values.title ?? words).trim() || undefined,
    date: values.date,
    lang: values.lang && oneOf(values.lang, Object.keys(site.languages), "the languages of the site"),
    location: terms(values.location, "locations")?.[0],
    partners: terms(values.partners, "partners"),
    contacts: terms(values.contacts, "contacts"),
  };
  const today = dayIn(site.timezone, now(env));
  const offered = (folder: TermFolder) =>
    [...office.terms[folder]].map(([value, { name }]) => ({
      value,
      label: localize(name, site.default_language, site.default_language).text,
    }));
  const answers = process.stdin.isTTY
    ? await askFor(given, { today, site, offered })
    : withoutAsking(today, site.default_language, given);
  if (answers === undefined) return 1;
  const wanted = keyFor(answers.date, answers.title);
  for (const file of [`${wanted}.md`, wanted].map((name) => path.join(values.content, "releases", name)))
    if (existsSync(file)) throw taken(file, "Choose another title or day.");
  const key = uniqueNames(values.content, releases)(wanted);
  const whole = path.join(values.content, "releases", `${key}.md`);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, newRelease(answers, site.default_language));
  if (key !== wanted)
    out(
      `${pc.yellow("!")} Another release of ${answers.date.slice(0, 4)} has this title, and its address. So this one's file has a number; rename it as you like: what follows the day is the address.`,
    );
  out(
    `${pc.green("✓")} ${pc.bold(whole)}\n  Write the text below the second line of three hyphens. npm start shows how it will look.`,
  );
  return 0;
});

type Given = Parameters<typeof askFor>[0];

function withoutAsking(
  today: string,
  defaultLanguage: string,
  { title, date = today, lang = defaultLanguage, location, partners = [], contacts = [] }: Given,
) {
  if (title === undefined) throw misuse("Say at least the title:", operand.example);
  return { title, date, lang, location, partners, contacts };
}
