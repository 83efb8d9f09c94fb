import { stringify } from "yaml";
import type { Words } from "../model/content.ts";
import { pathPrefix, type Site } from "../model/site.ts";
import type { ReleaseView } from "../pages/release.ts";
import { absolute } from "../pages/urls.ts";
import { day, moment } from "../rendering/dates.ts";
import { type Slots, word } from "../rendering/words.ts";
import { commonMark } from "../text/common-mark.ts";
import { escapeHtml, escapeMarkdown } from "../text/escape.ts";
import { htmlOf } from "../text/html.ts";
import { plainText } from "../text/plain-text.ts";
import { parseText } from "../text/text.ts";

/** What a release's text twins are made of. */
export interface Told {
  readonly site: Site;
  readonly words: Words;
  readonly lang: string;
  readonly view: ReleaseView;
}

/** A release as plain text with its quotes, figures, notes and contacts: ready to be pasted into a story or a mail. */
export function releaseText(told: Told): string {
  const { title, texts } = releaseTexts(told);
  const written = texts.map((text) => plainText(parseText(text, told.lang), elsewhere(told)));
  return `${[title, ...written].filter(Boolean).join("\n\n")}\n`;
}

/** A release as a page by itself, without style or script: to be opened without a network, or taken into another system. */
export function releaseHtml(told: Told, dir: string): string {
  const { lang } = told;
  const { title, texts } = releaseTexts(told);
  const { pictures: _, ...options } = elsewhere(told);
  const body = texts.map((text, index) => htmlOf(parseText(text, lang), { ...options, id: String(index) }));
  return `<!doctype html>\n<html lang="${lang}" dir="${dir}">\n<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>\n<body>\n<h1>${escapeHtml(title)}</h1>\n${body.join("")}</body>\n</html>\n`;
}

/** How a release's texts are written where there is no page. */
function elsewhere({ site, view }: Told) {
  return { prefix: pathPrefix(site), files: view.files, pictures: view.pictures, base: view.frame.canonical };
}

/** A release as plain Markdown (CommonMark and tables) below the fields that name it as a source. */
export function releaseMarkdown(told: Told): string {
  const { lang, view } = told;
  const fields = {
    title: view.title,
    subtitle: view.subtitle,
    date: view.date,
    place: view.place?.name.text,
    type: view.type,
    status: view.notice?.is,
    language: lang,
    publisher: view.frame.around.name.text,
    reference: view.reference,
    licence: view.cite?.licence?.text,
    url: view.frame.canonical,
  };
  const { title, texts } = releaseTexts(told);
  const text = texts.map((each) => commonMark(parseText(each, lang), elsewhere(told))).filter(Boolean);
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return `---\n${stringify(known, { lineWidth: 0 })}---\n\n${[`# ${escapeMarkdown(title)}`, ...text].join("\n\n")}\n`;
}

/** All of a release in Markdown texts, each to be written by itself, in the order of its page. Of one that was withdrawn its view holds nothing to be quoted. */
function releaseTexts(told: Told): { readonly title: string; readonly texts: readonly string[] } {
  const { site, words, lang, view } = told;
  const say = (key: string, slots?: Slots) => word(words, key, lang, slots);
  const comma = say("comma");
  const section = (key: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`## ${say(key)}`, ...lines]);
  const list = (items: readonly string[]) => (items.length === 0 ? [] : [items.map((item) => `- ${item}`).join("\n")]);
  const { notice, translation, event, cite } = view;
  const { around } = view.frame;
  const publisher = [around.parent?.text, around.name.text].flatMap((name) => name ?? []).join(comma);
  const kind = [say(`type.${view.type}`), view.reference].flatMap((part) => part ?? []).join(" · ");
  const texts = [
    ...(view.subtitle ? [escapeMarkdown(view.subtitle)] : []),
    `${escapeMarkdown(publisher)} · ${escapeMarkdown(kind)}`,
    [view.place?.name.text, day(view.date, lang)].flatMap((part) => part ?? []).join(comma),
    ...(view.updated ? [say("release.updated", { date: day(view.updated, lang) })] : []),
    ...(event
      ? [escapeMarkdown(say("release.event", { event: moment(event.start, lang) + comma + event.place }))]
      : []),
    ...(notice
      ? [
          `**${say(`notice.${notice.is}`)}**${notice.date ? ` · ${day(notice.date, lang)}` : ""}`,
          escapeMarkdown(notice.reason ?? say(`notice.${notice.is}.text`)),
        ]
      : []),
    ...(notice?.replacement
      ? [
          say("notice.replacement", {
            title: link(notice.replacement.title.text, absolute(site, notice.replacement.url)),
          }),
        ]
      : []),
    ...(translation?.original && view.body
      ? [
          `**${say("release.translation")}**`,
          say("release.original", {
            title: link(translation.original.title.text, absolute(site, translation.original.url)),
          }),
        ]
      : []),
    ...(view.body ? [view.body] : []),
    ...section(
      "release.figures",
      list(
        (view.figures ?? []).map(({ value, label, source }) =>
          escapeMarkdown(
            `${value}${say("colon")}${label.text}${source ? say("brackets", { text: say("figures.source", { source: source.text }) }) : ""}`,
          ),
        ),
      ),
    ),
    ...section("release.notes", view.notes ? [view.notes] : []),
    ...section(
      "release.about",
      (view.boilerplates ?? []).flatMap(({ name, text }) => [
        `### ${escapeMarkdown(name.text)}`,
        escapeMarkdown(text.text),
      ]),
    ),
    ...section("release.video", list((view.video ?? []).map(({ title, url }) => link(title, url)))),
    ...section(
      "release.documents",
      list((view.documents ?? []).map(({ title, url }) => link(title, absolute(site, url)))),
    ),
    ...(view.body === undefined
      ? []
      : section(
          "release.contacts",
          view.contacts.flatMap((contact) => reach(contact, say)),
        )),
    ...section(
      "release.changes",
      list(
        (view.changes ?? []).map(
          ({ date, note }) => `${day(date, lang)}${say("colon")}${note.replace(/\s*\n\s*/g, " ")}`,
        ),
      ),
    ),
    "---",
    ...(cite?.licence ? [escapeMarkdown(cite.licence.text)] : []),
    view.frame.canonical,
  ];
  return { title: view.title, texts };
}

type Contact = ReleaseView["contacts"][number];

/** Whom to call, line by line. */
function reach(
  { name, role, organisation, note, email, phone, mobile, languages }: Contact,
  say: (key: string) => string,
) {
  const lines = [
    ["contact.email", email],
    ["contact.phone", phone?.read],
    ["contact.mobile", mobile?.read],
    ["contact.languages", languages],
  ] as const;
  const who = [role, organisation].flatMap((words) => words?.text ?? []).join(" · ");
  return [
    `### ${escapeMarkdown(name.text)}`,
    ...[who, note?.text].flatMap((words) => (words ? [escapeMarkdown(words)] : [])),
    lines.flatMap(([key, value]) => (value === undefined ? [] : [`- ${say(key)}${say("colon")}${value}`])).join("\n"),
  ];
}

function link(words: string, address: string): string {
  return `[${escapeMarkdown(words)}](<${address}>)`;
}
