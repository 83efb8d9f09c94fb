import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import pc from "picocolors";
import { loadContent } from "../content/load.ts";
import { didYouMean, listed } from "../content/suggest.ts";
import { newFile, newRelease } from "../importing/new-release.ts";
import type { Content } from "../model/content.ts";
import { dayIn } from "../model/embargo.ts";
import { calendarDate } from "../model/fields.ts";
import { said } from "../model/localized.ts";
import type { TermFolder } from "../model/terms.ts";
import { now } from "./clock.ts";
import { askFor } from "./new-questions.ts";
import { problemReport } from "./report.ts";
import { run } from "./run.ts";
import { UserError } from "./user-error.ts";

/** Writes the file of a new release: asks for what the command line does not say. */
run(async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      content: { type: "string", default: "content" },
      title: { type: "string" },
      date: { type: "string" },
      lang: { type: "string" },
      location: { type: "string" },
      partners: { type: "string" },
      contacts: { type: "string" },
    },
  });
  const loaded = loadContent(values.content);
  if (!loaded.content) {
    console.error(problemReport(loaded.problems, values.content));
    return 1;
  }
  const { content } = loaded;
  const { site } = content;
  const given = {
    title: values.title?.trim() || undefined,
    date: values.date === undefined ? undefined : dateGiven(values.date),
    lang:
      values.lang === undefined ? undefined : oneOf(values.lang, Object.keys(site.languages), "languages of the site"),
    location: values.location === undefined ? undefined : termsGiven(values.location, "locations", content)[0],
    partners: values.partners === undefined ? undefined : termsGiven(values.partners, "partners", content),
    contacts: values.contacts === undefined ? undefined : termsGiven(values.contacts, "contacts", content),
  };
  const today = dayIn(site.timezone, now());
  const offered = (folder: TermFolder) =>
    [...content.terms[folder]].map(([value, { name }]) => ({
      value,
      label: said(name, site.default_language, site.default_language).text,
    }));
  const answers = process.stdin.isTTY
    ? await askFor(given, {
        today,
        languages: site.languages,
        defaultLanguage: site.default_language,
        office: site.press_office,
        offered,
      })
    : withoutAsking(given, today, site.default_language);
  if (answers === undefined) return 1;
  const file = newFile(answers);
  const whole = path.join(values.content, file);
  for (const taken of [whole, whole.replace(/\.md$/, "")]) {
    if (existsSync(taken))
      throw new UserError(`${taken} is there already, and was not touched. Choose another title or day.`);
  }
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, newRelease(answers, site.default_language));
  console.log(
    `${pc.green("✓")} ${pc.bold(whole)}\n  Write the text below the second line of three hyphens. npm start shows how it will look.`,
  );
  return 0;
});

type Given = Parameters<typeof askFor>[0];

function withoutAsking(
  { title, date, lang, location, partners, contacts }: Given,
  today: string,
  defaultLanguage: string,
) {
  if (title === undefined)
    throw new UserError('Say at least the title: npm run new -- --title "Border guards open a new training centre"');
  return {
    title,
    date: date ?? today,
    lang: lang ?? defaultLanguage,
    location,
    partners: partners ?? [],
    contacts: contacts ?? [],
  };
}

function dateGiven(date: string): string {
  if (calendarDate.safeParse(date).success) return date;
  throw new UserError(`“${date}” is not a date. Write it as year-month-day: --date 2017-01-27`);
}

function termsGiven(ids: string, folder: TermFolder, { terms }: Content): string[] {
  const known = [...terms[folder].keys()];
  return ids
    .split(",")
    .map((id) => id.trim())
    .filter(Boolean)
    .map((id) => oneOf(id, known, `${folder}/`));
}

function oneOf(id: string, known: readonly string[], where: string): string {
  if (known.includes(id)) return id;
  const meant = didYouMean(id, known);
  throw new UserError(
    `There is no “${id}” in ${where}. ${meant ? `Did you mean “${meant}”?` : `There are: ${listed(known)}.`}`,
  );
}
