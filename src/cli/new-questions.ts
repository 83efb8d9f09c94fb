import type { Readable, Writable } from "node:stream";
import { group, multiselect, select, text } from "@clack/prompts";
import type { Answers } from "../importing/new-release.ts";
import { calendarDate } from "../model/fields.ts";
import type { Site } from "../model/site.ts";
import type { TermFolder } from "../model/terms.ts";

/** The answers on the command line, which are not asked again. */
type Given = { readonly [Name in keyof Answers]?: Answers[Name] | undefined };

/** The choices. */
interface Known {
  readonly today: string;
  readonly site: Pick<Site, "languages" | "default_language" | "press_office">;
  readonly offered: (folder: TermFolder) => { readonly value: string; readonly label: string }[];
}

/** Where the questions are asked: the terminal, or what stands for it in a test. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks for the answers that were not given; undefined if the person cancelled. */
export async function askFor(given: Given, known: Known, terminal: Terminal = {}): Promise<Answers | undefined> {
  const { today, offered } = known;
  const { languages, default_language: defaultLanguage, press_office: office } = known.site;
  const codes = Object.entries(languages).map(([value, { label }]) => ({ value, label }));
  const later = { value: "", label: "Another place: I will add it later" };
  const some = async (message: string, folder: TermFolder, initialValues: string[]) => {
    const [options, words] = [offered(folder), `${message} (the space bar marks, Enter goes on)`];
    return options.length === 0
      ? []
      : multiselect({ message: words, options, initialValues, required: false, ...terminal });
  };
  try {
    const answers = await group(
      {
        title: async () =>
          given.title ??
          text({
            message: "Title: the headline, as a sentence, without a full stop",
            validate: (value) => (value?.trim() ? undefined : "A release needs a title."),
            ...terminal,
          }),
        date: async () =>
          given.date ??
          text({
            message: "Day of the dateline: year-month-day",
            initialValue: today,
            validate: (value) =>
              calendarDate.safeParse(value).success ? undefined : "Write it as year-month-day, such as 2017-01-27.",
            ...terminal,
          }),
        lang: async () =>
          given.lang ??
          (codes.length === 1
            ? defaultLanguage
            : select({ message: "Language", options: codes, initialValue: defaultLanguage, ...terminal })),
        location: async () =>
          given.location ??
          select({ message: "Place in the dateline", options: [...offered("locations"), later], ...terminal }),
        partners: async () => given.partners ?? some("Partners who took part", "partners", []),
        contacts: async () => given.contacts ?? some("Whom a journalist calls", "contacts", [office]),
      },
      {
        onCancel: () => {
          throw new BrokenOff();
        },
      },
    );
    return { ...answers, title: answers.title.trim(), location: answers.location || undefined };
  } catch (error) {
    if (error instanceof BrokenOff) return undefined;
    throw error;
  }
}

class BrokenOff extends Error {}
