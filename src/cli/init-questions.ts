import { isCancel, select, text } from "@clack/prompts";
import type { z } from "zod";
import { countryOf } from "../model/countries.ts";
import { isLanguage, timeZone } from "../model/fields.ts";
import { phoneOf } from "../model/phone.ts";
import { siteSchema } from "../model/site.ts";
import { contactSchema } from "../model/terms.ts";
import { type Host, hosts, type OfficeAnswers } from "../office/hosts.ts";
import type { Terminal } from "./new-questions.ts";
import { misuse } from "./run.ts";

/** The answers about a new office on the command line, as typed. */
export type Given = Readonly<Partial<Record<keyof OfficeAnswers, string>>>;

/** A question, with a check of its answers. */
interface Question {
  readonly message: string;
  readonly example: string;
  /** The answer that is offered at a terminal. */
  readonly initial?: () => string;
  readonly isOptional?: true;
  /** Returns how to correct an answer; undefined for a right one. */
  fault(answer: string, others: Given): string | undefined;
}

/** Returns a check by a schema, with how to correct an answer that it refuses. */
const fits =
  (schema: z.ZodType, fix: string): Question["fault"] =>
  (answer) =>
    schema.safeParse(answer).success ? undefined : fix;

const colour = fits(siteSchema.shape.theme.unwrap().shape.brand, "A colour is written like this: #0468B1");

/** The questions, in the order in which they are asked. */
const questions: Readonly<Record<Exclude<keyof OfficeAnswers, "host">, Question>> = {
  name: { message: "Whose press site is it?", example: "Ministry of Health", fault: () => undefined },
  languages: {
    message: "In which languages? Their codes, the main one first",
    example: "en,ru",
    initial: () => "en",
    fault: (answer) =>
      codesIn(answer).every((code) => siteSchema.shape.default_language.safeParse(code).success && isLanguage(code))
        ? undefined
        : "Languages are codes of two or three letters with commas between them: en,ru",
  },
  country: {
    message: "In which country? Its name in English, or its two letters",
    example: "BY",
    fault: (answer) =>
      countryOf(answer) ? undefined : "Write the country’s name in English, or its two letters (ISO 3166): BY",
  },
  timezone: {
    message: "In which time zone?",
    example: "Europe/Minsk",
    initial: () => new Intl.DateTimeFormat("en").resolvedOptions().timeZone,
    fault: fits(timeZone, "A time zone is called like this: Europe/Minsk"),
  },
  phone: {
    message: "The press office's phone number, with its country code",
    example: "+375 17 327 48 76",
    isOptional: true,
    fault: (answer, { country }) =>
      phoneOf(answer, countryOf(country)) ? undefined : "This number cannot be called: +375 17 327 48 76",
  },
  email: {
    message: "Its email address",
    example: "press@example.org",
    isOptional: true,
    fault: fits(contactSchema.shape.email, "An email address is like this: press@example.org"),
  },
  brand: { message: "The colour of footer and mark", example: "#0468B1", isOptional: true, fault: colour },
  action: { message: "The colour of links and buttons", example: "#D12800", isOptional: true, fault: colour },
  origin: {
    message: "Where will readers find the site?",
    example: "https://press.example.org",
    fault: fits(
      siteSchema.shape.origin,
      "An address has https:// and a host, and a folder where there is one: https://press.example.org",
    ),
  },
};

/** The options of the command line that answer the questions. */
export const answerOptions = Object.fromEntries(
  Object.entries(questions).map(([name, { message, example }]) => [
    name,
    { type: "string", help: `${message} (${example})` },
  ]),
) as Readonly<Record<keyof typeof questions, { readonly type: "string"; readonly help: string }>>;

/**
 * Returns the answers that the command line gives.
 * @throws DatelineError that names every option that is missing or wrong.
 */
export function answersFrom(given: Given): OfficeAnswers {
  const said: Given = Object.fromEntries(
    Object.entries(given).flatMap(([name, answer]) => (answer?.trim() ? [[name, answer.trim()]] : [])),
  );
  const faults = Object.entries(questions).flatMap(([name, { isOptional, example, fault }]) => {
    const answer = said[name as keyof Given];
    if (answer === undefined) return isOptional ? [] : [`--${name} is missing. Like this: --${name} "${example}"`];
    const wrong = fault(answer, said);
    return wrong === undefined ? [] : [`--${name} is “${answer}”. ${wrong}`];
  });
  const { languages = "", host = "github", ...texts } = said;
  if (!said.phone && !said.email) faults.push("--phone or --email is missing: journalists must reach the office.");
  if (!Object.hasOwn(hosts, host)) faults.push(`--host is “${host}”. It can be: ${Object.keys(hosts).join(", ")}.`);
  if (faults.length > 0) throw misuse(faults.join("\n  "), "");
  return {
    ...(texts as Omit<OfficeAnswers, "languages" | "host" | "country">),
    country: countryOf(said.country) ?? "",
    languages: codesIn(languages),
    host: host as Host,
  };
}

/** Asks for the answers that the command line does not give; undefined if the person cancelled. */
export async function askForOffice(given: Given, terminal: Terminal = {}): Promise<OfficeAnswers | undefined> {
  const answers: Partial<Record<keyof OfficeAnswers, string>> = {};
  for (const [name, { message, example, initial, isOptional, fault }] of Object.entries(questions)) {
    const key = name as keyof Given;
    // One of the two ways to reach the office is enough.
    const mayBeEmpty =
      key === "phone" || (key === "email" && Boolean(answers.phone)) || (isOptional && key !== "email");
    const said =
      given[key] ??
      (await text({
        message: mayBeEmpty ? `${message} (or nothing)` : message,
        placeholder: example,
        ...(initial ? { initialValue: initial() } : {}),
        validate: (answer) =>
          answer?.trim() ? fault(answer.trim(), answers) : mayBeEmpty ? undefined : `Like this: ${example}`,
        ...terminal,
      }));
    if (isCancel(said)) return undefined;
    if (said?.trim()) answers[key] = said.trim();
  }
  const host =
    given.host ??
    (await select({
      message: "Who publishes it?",
      options: Object.entries(hosts).map(([value, { label }]) => ({ value, label })),
      ...terminal,
    }));
  return isCancel(host) ? undefined : answersFrom({ ...answers, host });
}

function codesIn(answer: string): string[] {
  return [...new Set(answer.split(",").map((code) => code.trim()))];
}
