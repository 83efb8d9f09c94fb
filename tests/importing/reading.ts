import { importRelease } from "../../src/importing/release.ts";
import type { Site } from "../../src/model/site.ts";
import type { Terms } from "../../src/model/terms.ts";

const languages = ["en", "ru", "be", "fr", "es", "ar", "zh"];

const site = {
  name: "Northland",
  description: "News",
  origin: "https://press.example.org",
  default_language: "en",
  languages: Object.fromEntries(languages.map((lang) => [lang, { label: lang, dir: lang === "ar" ? "rtl" : "ltr" }])),
  timezone: "Europe/Minsk",
  country: "BY",
  press_office: "press-office",
} as Site;

const terms: Terms = {
  people: new Map(),
  partners: new Map([
    [
      "undp",
      {
        name: {
          en: "United Nations Development Programme",
          ru: "Программа развития Организации Объединённых Наций",
          be: "Праграма развіцця Арганізацыі Аб'яднаных Нацый",
        },
        acronym: { en: "UNDP", ru: "ПРООН", fr: "PNUD" },
      },
    ],
    [
      "european-union",
      {
        name: {
          en: "European Union",
          ru: "Европейский союз",
          be: "Еўрапейскі саюз",
          fr: "Union européenne",
          ar: "الاتحاد الأوروبي",
          zh: "欧洲联盟",
        },
        acronym: { en: "EU", ru: "ЕС" },
      },
    ],
    [
      "border-committee",
      { name: "State Border Committee of Northland", aliases: ["Border Committee"], about: "It guards the border." },
    ],
  ]),
  contacts: new Map([
    ["press-office", { name: "Press Office", email: "press@example.org", phone: "+375 17 327 48 76" }],
  ]),
  locations: new Map([
    [
      "smarhon",
      { name: { en: "Smarhon", ru: "Сморгонь", be: "Смаргонь", ar: "سمارهون" }, country: "BY", aliases: ["Smorgon"] },
    ],
    ["port-au-prince", { name: "Port-au-Prince", country: "HT" }],
  ]),
  topics: new Map([["migration", { name: "Migration" }]]),
};

interface Reading {
  readonly lang?: string;
  /** The day of the import, and the first day of the archive. */
  readonly today?: string;
  readonly earliest?: string;
  /** The old site's address. */
  readonly origin?: string;
  /** A folder that the text lies in, with its pictures. */
  readonly files?: string;
}

/** What is recognised in a text, by the real importer, for an office that knows the terms above. */
export async function read(
  text: string | Uint8Array,
  name = "mail.txt",
  { today, earliest, files, ...options }: Reading = {},
) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const imported = await importRelease(
    { name, bytes, ...(files ? { path: `${files}/${name}`, root: files } : {}) },
    {
      site,
      terms,
      options: { contacts: [], from: "the command line", ...options },
      addressOf: () => undefined,
      today,
      earliest,
    },
  );
  const { draft } = imported;
  return {
    ...imported,
    body: imported.text.replace(/^---\n[\s\S]*?\n---\n+/, "").trim(),
    all: <T>(field: string) => draft.all<T>(field),
    first: <T>(field: string) => draft.first<T>(field),
    dropped: draft.dropped,
    look: draft.looks,
  };
}

/** A release with one paragraph between a title and an end, long enough that its language can be told. */
export function around(paragraph: string, lang = "en"): string {
  return `${opening[lang] ?? opening.en}\n\n${paragraph}\n\n${closing[lang] ?? closing.en}\n`;
}

const opening: Readonly<Record<string, string>> = {
  en: "A new training centre\n\nThe centre was opened this week after two years of work by many hands.",
  ru: "Новый учебный центр\n\nЦентр открылся на этой неделе после двух лет работы многих людей.",
  be: "Новы навучальны цэнтр\n\nЦэнтр адкрыўся на гэтым тыдні пасля двух гадоў працы многіх людзей.",
  fr: "Un nouveau centre de formation\n\nLe centre a ouvert cette semaine après deux ans de travail.",
  es: "Un nuevo centro de formación\n\nEl centro abrió esta semana después de dos años de trabajo.",
  ar: "مركز تدريب جديد\n\nافتتح المركز هذا الأسبوع بعد عامين من العمل.",
  zh: "新培训中心\n\n经过两年的工作，中心本周开放。",
};

const closing: Readonly<Record<string, string>> = {
  en: "Forty officers will be trained in it every year.",
  ru: "Каждый год в нём будут учиться сорок офицеров.",
  be: "Кожны год у ім будуць вучыцца сорак афіцэраў.",
  fr: "Quarante agents y seront formés chaque année.",
  es: "Cuarenta agentes se formarán en él cada año.",
  ar: "وسيتدرب فيه أربعون ضابطا كل عام.",
  zh: "每年将有四十名军官在此接受培训。",
};
