import type { Readable, Writable } from "node:stream";
import { isCancel, multiselect, select, text } from "@clack/prompts";
import type { Answers } from "../importing/new-release.ts";
import { calendarDate } from "../model/fields.ts";
import type { TermFolder } from "../model/terms.ts";

/** What the command line has said already: it is not asked again. */
type Given = { readonly [Name in keyof Answers]?: Answers[Name] | undefined };

/** What exists and can be chosen. */
interface Known {
  readonly today: string;
  readonly languages: Readonly<Record<string, { readonly label: string }>>;
  readonly defaultLanguage: string;
  /** The contact that the site names as its press office: chosen unless another is. */
  readonly office: string;
  readonly offered: (folder: TermFolder) => { readonly value: string; readonly label: string }[];
}

/** Where the questions are asked: the terminal, or what stands for it in a test. */
interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks for what was not given; undefined where the person broke off. */
export async function askFor(given: Given, known: Known, terminal: Terminal = {}): Promise<Answers | undefined> {
  const { today, languages, defaultLanguage, office, offered } = known;
  try {
    const title =
      given.title ??
      (await answer(
        text({
          message: "Title: the headline, as a sentence, without a full stop",
          validate: (value) => (value?.trim() ? undefined : "A release needs a title."),
          ...terminal,
        }),
      ));
    const date =
      given.date ??
      (await answer(
        text({
          message: "Day of the dateline: year-month-day",
          initialValue: today,
          validate: (value) =>
            calendarDate.safeParse(value).success ? undefined : "Write it as year-month-day, such as 2017-01-27.",
          ...terminal,
        }),
      ));
    const codes = Object.entries(languages).map(([value, { label }]) => ({ value, label }));
    const lang =
      given.lang ??
      (codes.length > 1
        ? await answer(select({ message: "Language", options: codes, initialValue: defaultLanguage, ...terminal }))
        : defaultLanguage);
    const later = { value: "", label: "Another place: I will add it later" };
    const location =
      given.location ??
      (await answer(
        select({ message: "Place in the dateline", options: [...offered("locations"), later], ...terminal }),
      ));
    const partners = given.partners ?? (await some("Partners who took part", offered("partners"), [], terminal));
    const contacts = given.contacts ?? (await some("Whom a journalist calls", offered("contacts"), [office], terminal));
    return { title: title.trim(), date, lang, location: location || undefined, partners, contacts };
  } catch (error) {
    if (error instanceof BrokenOff) return undefined;
    throw error;
  }
}

class BrokenOff extends Error {}

async function answer<T>(asked: Promise<T>): Promise<Exclude<T, symbol>> {
  const said = await asked;
  if (isCancel(said)) throw new BrokenOff();
  return said as Exclude<T, symbol>;
}

async function some(
  message: string,
  options: { value: string; label: string }[],
  initialValues: string[],
  terminal: Terminal,
): Promise<string[]> {
  if (options.length === 0) return [];
  return answer(
    multiselect({
      message: `${message} (the space bar marks, Enter goes on)`,
      options,
      initialValues,
      required: false,
      ...terminal,
    }),
  );
}
