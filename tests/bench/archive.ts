import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";

/** How many terms of each kind an archive has, however many releases. */
const PARTNERS = 200;
const PLACES = 100;
const TOPICS = 50;
const SPEAKERS = 300;
const PICTURES = 20;

/** Words of a language in the archive. */
const VOCABULARY = 4000;

/** The share of releases in each language, of ten. */
const LANGUAGES = [
  { lang: "en", of: 5, syllables: "ba ce di fo gu ha le mi no pa re si to vu wen ster land port".split(" ") },
  { lang: "ru", of: 3, syllables: "ба ве ги до же зо ка ли мо ну пе ра си то фу ста ние ский".split(" ") },
  { lang: "fr", of: 2, syllables: "bé ci du eau fon gué ja lè mon ou pré qui ré sa tion veau lle ment".split(" ") },
] as const;

type Language = (typeof LANGUAGES)[number];

/** A release before it is written: what it says, and where. */
export interface Sample {
  readonly number: number;
  readonly lang: string;
  readonly date: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly type: string;
  readonly place: string;
  readonly partners: readonly string[];
  readonly topics: readonly string[];
  readonly goals: readonly number[];
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly picture: number | undefined;
  readonly body: string;
}

const TYPES = ["press-release", "statement", "media-advisory", "speech"];

/** Numbers between 0 and 1 that look random: the same for the same seed, on any machine. */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words of two to four syllables. */
function vocabularyOf({ lang, syllables }: Language): readonly string[] {
  const next = numbers(lang.charCodeAt(0));
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const length = 2 + Math.floor(next() * 3);
    words.add(Array.from({ length }, () => syllables[Math.floor(next() * syllables.length)]).join(""));
  }
  return [...words];
}

const vocabularies = new Map(LANGUAGES.map((language) => [language.lang as string, vocabularyOf(language)]));

/** Some words occur often and most hardly ever, as in real texts. */
function words(next: () => number, lang: string, count: number): string {
  const vocabulary = vocabularies.get(lang) ?? [];
  return Array.from({ length: count }, () => vocabulary[Math.floor(next() ** 3 * vocabulary.length)]).join(" ");
}

function sentence(next: () => number, lang: string, count: number): string {
  const text = words(next, lang, count);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function paragraph(next: () => number, lang: string): string {
  return Array.from({ length: 4 }, () => `${sentence(next, lang, 8 + Math.floor(next() * 12))}.`).join(" ");
}

function speaker(number: number): string {
  const next = numbers(9000 + number);
  return `${sentence(next, "en", 1)} ${sentence(next, "en", 1)}`;
}

/** So many releases fill the years until today; more of them begin at the first day again, so that all are public. */
const ARCHIVE = 15_000;

/** Release `number` of an archive; another `edition` of it has another text and the same title. */
export function sample(number: number, edition = 0): Sample {
  const next = numbers(number + 1);
  const tenth = Math.floor(next() * 10);
  const { lang } = LANGUAGES.find((_, index) => tenth < sumOf(index)) ?? LANGUAGES[0];
  const pick = (of: number) => Math.floor(next() * of);
  const title = sentence(next, lang, 8);
  const fixed = { type: TYPES[pick(TYPES.length)] ?? "speech", place: `place-${pick(PLACES)}` };
  const partners = [...new Set([pick(PARTNERS), pick(PARTNERS)])].map((id) => `partner-${id}`);
  const topics = [...new Set([pick(TOPICS), pick(TOPICS)])].map((id) => `topic-${id}`);
  const goals = [...new Set([1 + pick(17), 1 + pick(17)])].toSorted((a, b) => a - b);
  const figures = Array.from({ length: pick(4) }, () => ({
    value: String(pick(90_000)),
    label: sentence(next, lang, 4),
  }));
  const summary = `${sentence(next, lang, 18)}.`;
  const quote = `> ${paragraph(next, lang)}\n>\n> — ${speaker(pick(SPEAKERS))}, ${sentence(next, lang, 2)}`;
  const words = numbers(number + (edition + 1) * 1_000_003);
  const list = Array.from({ length: 4 }, () => `- ${sentence(words, lang, 8)}`).join("\n");
  const body = [
    paragraph(words, lang),
    `${paragraph(words, lang)} [${sentence(words, lang, 3)}](https://example.org/${number}).`,
    quote,
    `## ${sentence(words, lang, 4)}`,
    paragraph(words, lang),
    list,
    ...Array.from({ length: 3 }, () => paragraph(words, lang)),
  ].join("\n\n");
  const days = (number % ARCHIVE) * 0.7;
  const date = new Date(Date.UTC(1998, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
  return {
    ...{ number, lang, date, slug: `release-${number}`, title, summary, partners, topics, goals, figures, body },
    ...fixed,
    picture: number % 5 === 0 ? pick(PICTURES) : undefined,
  };
}

function sumOf(index: number): number {
  return LANGUAGES.slice(0, index + 1).reduce((sum, { of }) => sum + of, 0);
}

/** Where a release of the archive stands, from the content folder. */
export function fileOf({ date, slug }: Pick<Sample, "date" | "slug">): string {
  return `releases/${date}-${slug}.md`;
}

/** A release as an office writes it. `more` are further lines of its fields. */
export function markdownOf(release: Sample, more: readonly string[] = []): string {
  const picture =
    release.picture === undefined
      ? []
      : [`image: { file: picture-${release.picture}.jpg, alt: ${JSON.stringify(release.summary)}, credit: Office }`];
  const fields = [
    `title: ${JSON.stringify(release.title)}`,
    `summary: ${JSON.stringify(release.summary)}`,
    `date: ${release.date}`,
    `lang: ${release.lang}`,
    `type: ${release.type}`,
    `location: ${release.place}`,
    `partners: [${release.partners.join(", ")}]`,
    "contacts: [press-office]",
    `topics: [${release.topics.join(", ")}]`,
    `sdgs: [${release.goals.join(", ")}]`,
    `figures: ${JSON.stringify(release.figures)}`,
    ...picture,
    ...more,
  ];
  return `---\n${fields.join("\n")}\n---\n\n${release.body}\n`;
}

const SITE = `name: { en: Northland, ru: Северия, fr: Nord }
parent: { en: Press Centre, ru: Пресс-центр, fr: Centre de presse }
description: { en: News from Northland., ru: Новости Северии., fr: Nouvelles du Nord. }
origin: https://press.example.org
default_language: en
languages:
  en: { label: English, dir: ltr }
  ru: { label: Русский, dir: ltr }
  fr: { label: Français, dir: ltr }
untranslated: hide
timezone: Europe/Minsk
country: BY
press_office: press-office
`;

/** The name of a partner as the archive has it: another `edition` of it is another name. */
export function partnerOf(number: number, edition = 0): string {
  const next = numbers(5000 + number + edition * 1000);
  return `name: { en: ${sentence(next, "en", 3)}, ru: ${sentence(next, "ru", 3)}, fr: ${sentence(next, "fr", 3)} }\n`;
}

/** Writes an archive of so many releases into a folder as Dateline reads it. */
export async function writeArchive(folder: string, count: number, hasPictures: boolean): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string | Uint8Array) => {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const named = (number: number, lines = "") =>
    `name: { en: ${sentence(numbers(number), "en", 2)}, ru: ${sentence(numbers(number), "ru", 2)}, fr: ${sentence(numbers(number), "fr", 2)} }\n${lines}`;
  write("site.yaml", SITE);
  write("contacts/press-office.yaml", 'name: Press Office\nphone: "+375 17 327 48 76"\nemail: press@example.org\n');
  for (let number = 0; number < PARTNERS; number++) write(`partners/partner-${number}.yaml`, partnerOf(number));
  for (let number = 0; number < PLACES; number++)
    write(`locations/place-${number}.yaml`, named(6000 + number, "country: BY\n"));
  for (let number = 0; number < TOPICS; number++) write(`topics/topic-${number}.yaml`, named(7000 + number));
  mkdirSync(path.join(folder, "releases"), { recursive: true });
  if (hasPictures)
    for (let number = 0; number < PICTURES; number++) write(`releases/picture-${number}.jpg`, await pictureOf(number));
  for (let number = 0; number < count; number++) {
    const release = sample(number);
    const shown = hasPictures ? release : { ...release, picture: undefined };
    writeFileSync(path.join(folder, fileOf(release)), markdownOf(shown));
  }
}

/** A picture with large shapes and noise, as heavy as a photograph. */
function pictureOf(number: number): Promise<Buffer> {
  const next = numbers(8000 + number);
  const [width, height] = [1600, 1067];
  const tone = () => `hsl(${Math.floor(next() * 360)} 60% 50%)`;
  const shapes = Array.from(
    { length: 60 },
    () => `<circle cx="${next() * width}" cy="${next() * height}" r="${next() * 300}" fill="${tone()}" opacity=".6"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join("")}</svg>`;
  return sharp(Buffer.from(drawing)).flatten({ background: tone() }).jpeg({ quality: 82 }).toBuffer();
}
