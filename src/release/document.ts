import type { WholeUrl } from "../model/address.ts";
import { makingMessage, pictureMessage } from "../model/making.ts";
import type { Press } from "../model/press.ts";
import { absolute } from "../model/urls.ts";
import { hoursText } from "../pages/contact.ts";
import type { Phrase } from "../pages/frame.ts";
import * as build from "../text/build.ts";
import { day, moment } from "../text/dates.ts";
import { fileNamed } from "../text/grammar/figures.ts";
import { message, type Slots } from "../text/messages.ts";
import { languageName } from "../text/names.ts";
import { period } from "../text/period.ts";
import { fileSize } from "../text/sizes.ts";
import { parseText } from "../text/text.ts";
import { type Writers, written } from "./form.ts";
import type { SectionOf, Telling, ToldPicture } from "./sections.ts";

/** The value of a slot of an interface word: plain words, or words with links and the like. */
type Filling = string | number | build.Inline;

/** The context of the writers of a text. */
export interface DocumentContext {
  readonly press: Press;
  readonly lang: string;
  /** Counts the footnotes so far: each text of a release numbers its own from 1. */
  footnotes: number;
}

type Write = Writers<build.Blocks, DocumentContext>;

/** The placeholder for a slot's value in an interface word, a character that no text has. */
const PLACE = "\ue000";

/** Returns a word of the interface, its slots filled. */
function say(
  { press, lang }: DocumentContext,
  key: string,
  fillings: Readonly<Record<string, Filling>> = {},
): build.Inline {
  const inlines: build.Inline[] = [];
  const slots: Slots = Object.fromEntries(
    Object.entries(fillings).map(([name, filling]) => {
      if (typeof filling !== "object") return [name, filling];
      inlines.push(filling);
      return [name, `${PLACE}${inlines.length - 1}${PLACE}`];
    }),
  );
  return message(press.words, key, lang, slots)
    .split(PLACE)
    .flatMap((part, index) => (index % 2 === 1 ? (inlines[Number(part)] ?? []) : part === "" ? [] : build.words(part)));
}

const phrased = ({ text, lang }: Phrase): build.Inline => build.words(text, lang);

function chapter(context: DocumentContext, key: string, blocks: build.Blocks): build.Blocks {
  return [...build.heading(2, say(context, key)), ...blocks];
}

/** Writes a chapter of things, each as blocks. */
function chapterOf<T>(context: DocumentContext, key: string, all: readonly T[], write: (one: T) => build.Blocks) {
  return chapter(context, key, all.flatMap(write));
}

/** Writes a chapter of things, each as a line. */
function chapterOfLines<T>(context: DocumentContext, key: string, all: readonly T[], write: (one: T) => build.Inline) {
  return chapter(context, key, build.listOfLines(all.map(write)));
}

/** Writes a Markdown text with its pictures, each with its caption. Its footnotes are numbered after earlier ones. */
function textBlocks(
  context: DocumentContext,
  source: string,
  pictures: Readonly<Record<string, ToldPicture>> = {},
): build.Blocks {
  const { tokens } = parseText(source, context.lang);
  const numbered = build.withLaterFootnotes(tokens, context.footnotes);
  context.footnotes += build.footnotesIn(tokens);
  if (Object.keys(pictures).length === 0) return numbered;
  const toldOf = (file: string) => (Object.hasOwn(pictures, file) ? pictures[file] : undefined);
  const named = (picture: build.Blocks[number]) => toldOf(fileNamed(String(picture.attrGet("src") ?? "")));
  return build.withPictures(numbered, {
    alone: (picture) => {
      const told = named(picture);
      return told ? pictureBlocks(context, told) : build.figure(picture);
    },
    inLine: (picture) => {
      const told = named(picture);
      return told ? [build.image(told.file, told.alt ?? "")] : [picture];
    },
  });
}

/** Writes a picture, and below it its caption, credit and terms. */
function pictureBlocks(context: DocumentContext, picture: ToldPicture): build.Blocks {
  if (picture.src === undefined) return [];
  const { file, alt = "", caption, credit, licence, made_with } = picture;
  const making = pictureMessage(made_with);
  const below = [
    ...(caption === undefined ? [] : [build.words(caption)]),
    ...(credit === undefined ? [] : [say(context, "picture.credit", { credit })]),
    ...(licence === undefined ? [] : [build.words(licence)]),
    ...(making === undefined ? [] : [say(context, making)]),
  ];
  return [...build.figure(build.image(file, alt)), ...(below.length === 0 ? [] : build.caption(build.lines(below)))];
}

/** Writes a link, followed by details in brackets. */
function reference(context: DocumentContext, title: string, url: WholeUrl, more: readonly string[]): build.Inline {
  const link = build.linked(build.words(title), url);
  return more.length === 0
    ? link
    : [...link, ...say(context, "brackets", { text: more.join(message(context.press.words, "list", context.lang)) })];
}

/** Writes which other release to read, as a link; nothing where there is none. */
function pointer(context: DocumentContext, key: string, to: SectionOf<"translation">["original"]): build.Blocks {
  if (!to) return [];
  const title = build.linked(phrased(to.title), absolute(context.press.site, to.url));
  return build.paragraph(say(context, key, { title }));
}

/** Writes links to the work of others, each with its author. */
function references(context: DocumentContext, key: string, all: SectionOf<"video">["videos"]): build.Blocks {
  return chapterOfLines(context, key, all, ({ title, url, by }) =>
    reference(context, title, url, by === undefined ? [] : [by]),
  );
}

/** The writers of sections in texts: plain text, Markdown, feeds, press kits and the bodies of ninjs. */
export const documentWriters: Write = {
  notice: ({ notice: { is, date, reason, replacement } }, context) => {
    const heading = build.strong(say(context, `notice.${is}`));
    return [
      ...build.paragraph(date === undefined ? heading : [...heading, ...build.words(` · ${day(date, context.lang)}`)]),
      ...build.paragraph(reason === undefined ? say(context, `notice.${is}.text`) : build.words(reason)),
      ...pointer(context, "notice.replacement", replacement),
    ];
  },
  translation: ({ by, note, behind, original }, context) => [
    ...build.paragraph([
      ...build.strong(say(context, "release.translation")),
      ...(by === undefined ? [] : build.words(` · ${by}`)),
    ]),
    ...(behind === undefined
      ? []
      : build.paragraph(say(context, "release.behind", { date: day(behind, context.lang) }))),
    ...(note === undefined ? [] : build.paragraph(build.words(note))),
    ...pointer(context, "release.original", original),
  ],
  making: ({ making }, context) => build.paragraph(say(context, makingMessage(making))),
  event: ({ start, end, place, url }, context) => {
    const comma = message(context.press.words, "comma", context.lang);
    return [
      ...build.paragraph(say(context, "release.event", { event: period(start, end, context.lang) + comma + place })),
      ...(url === undefined ? [] : build.paragraph(build.linked(build.words(url), url))),
    ];
  },
  picture: ({ picture }, context) => pictureBlocks(context, picture),
  body: ({ source, pictures }, context) => textBlocks(context, source, pictures),
  figures: ({ figures }, context) =>
    chapterOfLines(context, "release.figures", figures, ({ value, label, source }) => [
      ...build.strong(build.words(value)),
      ...build.words(message(context.press.words, "colon", context.lang)),
      ...phrased(label),
      ...(source
        ? say(context, "brackets", { text: say(context, "figures.source", { source: phrased(source) }) })
        : []),
    ]),
  gallery: ({ pictures }, context) =>
    chapterOf(context, "release.pictures", pictures, (picture) => pictureBlocks(context, picture)),
  notes: ({ source }, context) => chapter(context, "release.notes", textBlocks(context, source)),
  about: ({ organisations }, context) =>
    chapterOf(context, "release.about", organisations, ({ name, text }) => [
      ...build.heading(3, phrased(name)),
      ...build.paragraph(phrased(text)),
    ]),
  video: ({ videos }, context) => references(context, "release.video", videos),
  documents: ({ documents }, context) => {
    const { press, lang } = context;
    return chapterOfLines(context, "release.documents", documents, ({ title, url, type, size, pages, lang: own }) =>
      reference(context, title, absolute(press.site, url), [
        type,
        fileSize(size, lang),
        ...(pages === undefined ? [] : [message(press.words, "document.pages", lang, { count: pages })]),
        ...(own === undefined ? [] : [languageName(own, lang)]),
      ]),
    );
  },
  contacts: ({ contacts }, context) =>
    chapterOf(context, "release.contacts", contacts, (contact) => contactBlocks(context, contact)),
  partners: ({ partners }, context) =>
    chapterOfLines(context, "release.partners", partners, ({ name, role }) => [
      ...phrased(name),
      ...say(context, "brackets", { text: say(context, `role.${role}`) }),
    ]),
  topics: ({ topics, sdgs }, context) =>
    chapter(
      context,
      "release.topics",
      build.listOfLines([
        ...topics.map(({ name }) => phrased(name)),
        ...sdgs.map(({ goal }) => [...build.words(`${goal} · `), ...say(context, `sdg.${goal}`)]),
      ]),
    ),
  changes: ({ changes }, context) =>
    chapter(
      context,
      "release.changes",
      build.list(
        changes.map(({ date, note }) => [
          ...build.paragraph(build.words(day(date, context.lang))),
          ...textBlocks(context, note),
        ]),
      ),
    ),
  coverage: ({ articles }, context) => references(context, "release.coverage", articles),
  citation: ({ licence, url }) => [
    ...build.rule(),
    ...(licence ? build.paragraph(phrased(licence)) : []),
    ...build.paragraph(build.linked(build.words(url), url)),
  ],
};

type Contact = SectionOf<"contacts">["contacts"][number];

/** Writes a contact, line by line. */
function contactBlocks(context: DocumentContext, contact: Contact): build.Blocks {
  const { name, role, organisation, note, email, phone, mobile, languages, hours } = contact;
  const colon = build.words(message(context.press.words, "colon", context.lang));
  const line = (key: string, value: build.Inline | undefined) =>
    value ? [[...say(context, key), ...colon, ...value]] : [];
  const call = (number: typeof phone) => number && build.linked(build.words(number.read), `tel:${number.dialled}`);
  return [
    ...build.heading(3, phrased(name)),
    ...[role, organisation, note].flatMap((words) => (words ? build.paragraph(phrased(words)) : [])),
    ...build.listOfLines([
      ...line("contact.email", email === undefined ? undefined : build.linked(build.words(email), `mailto:${email}`)),
      ...line("contact.phone", call(phone)),
      ...line("contact.mobile", call(mobile)),
      ...line("contact.languages", languages === undefined ? undefined : build.words(languages)),
      ...line("contact.hours", hours && build.words(hoursText(context.press, hours, context.lang))),
    ]),
  ];
}

/** Returns blocks one after the other, many times faster than flat(). */
function together(parts: readonly build.Blocks[]): build.Blocks {
  const none: build.Blocks = [];
  return none.concat(...parts);
}

/** Returns the sections of a telling as blocks of one text, without those that a form leaves out. */
export function sectionBlocks(press: Press, telling: Telling, omitted: readonly string[] = []): build.Blocks {
  return together(blocksBySection(press, telling, omitted));
}

/** Returns the blocks of each section that a form does not leave out; the same objects whenever it is asked. */
export function blocksBySection(
  press: Press,
  { lang, sections, cache }: Telling,
  omitted: readonly string[] = [],
): readonly build.Blocks[] {
  const context: DocumentContext = { press, lang, footnotes: 0 };
  return sections.flatMap((section) => {
    if (omitted.includes(section.is)) return [];
    const before = context.footnotes;
    const found = cache.blocks.get(section);
    if (found?.before === before) {
      context.footnotes = found.after;
      return [found.blocks];
    }
    const blocks = together(written(documentWriters, [section], context));
    cache.blocks.set(section, { blocks, before, after: context.footnotes });
    return [blocks];
  });
}

/** Returns the head of a text that stands alone: title, publisher, dateline, dates. */
export function headBlocks(press: Press, telling: Telling): build.Blocks {
  const { lang, head } = telling;
  const publisher = [head.parent, head.office].flatMap((name) => name?.text ?? []);
  const kind = message(press.words, `type.${head.type}`, lang);
  return [
    ...build.heading(1, build.words(head.title)),
    ...(head.subtitle === undefined ? [] : build.paragraph(build.words(head.subtitle))),
    ...build.paragraph(build.words(`${publisher.join(message(press.words, "comma", lang))} · ${kind}`)),
    ...datelineBlocks(press, telling),
  ];
}

/** Returns place, day and the other dates of a release, and its reference. */
export function datelineBlocks(press: Press, { lang, head }: Telling): build.Blocks {
  const context: DocumentContext = { press, lang, footnotes: 0 };
  const comma = message(press.words, "comma", lang);
  const place = head.place === undefined ? [] : [...phrased(head.place.name), ...build.words(comma)];
  const dates = [
    ...(head.published === undefined ? [] : [say(context, "release.published", { date: day(head.published, lang) })]),
    ...(head.updated === undefined ? [] : [say(context, "release.updated", { date: day(head.updated, lang) })]),
    ...(head.lifted === undefined ? [] : [say(context, "release.lifted", { moment: moment(head.lifted, lang) })]),
    ...(head.reference === undefined ? [] : [say(context, "release.reference", { reference: head.reference })]),
  ];
  return [
    ...build.paragraph([...place, ...build.words(day(head.date, lang))]),
    ...(dates.length === 0 ? [] : build.paragraph(build.lines(dates))),
  ];
}

/** Returns the pictures of a telling. */
export function toldPictures({ sections }: Telling): readonly ToldPicture[] {
  return sections.flatMap((section): readonly ToldPicture[] => {
    if (section.is === "picture") return [section.picture];
    if (section.is === "gallery") return section.pictures;
    return section.is === "body" ? Object.values(section.pictures) : [];
  });
}

/** Returns the addresses of the documents and pictures in a telling's blocks. */
export function filesOf(telling: Telling): Readonly<Record<string, string>> {
  const { files } = telling;
  const shown = toldPictures(telling).flatMap(({ file, src }) => (src === undefined ? [] : [[file, src] as const]));
  return { ...Object.fromEntries(shown), ...files };
}
