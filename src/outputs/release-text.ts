import { stringify } from "yaml";
import type { Words } from "../model/content.ts";
import type { Site } from "../model/site.ts";
import { withPictures } from "../model/text-pictures.ts";
import type { ReleaseView } from "../pages/release.ts";
import { absolute } from "../pages/urls.ts";
import { day, moment } from "../rendering/dates.ts";
import { markdown, withFileLinks } from "../rendering/markdown.ts";
import { plainText } from "../rendering/plain-text.ts";
import { type Slots, word } from "../rendering/words.ts";

/** What a release's text twins are made of. */
export interface Told {
  readonly site: Site;
  readonly words: Words;
  readonly lang: string;
  readonly view: ReleaseView;
}

/** A release as plain text with its quotes, figures, notes and contacts: ready to be pasted into a story or a mail. */
export function releaseText(told: Told): string {
  return `${plainText(releaseDocument(told), told.lang, told.site.origin)}\n`;
}

/** A release as a page by itself, without style or script: to be opened without a network, or taken into another system. */
export function releaseHtml(told: Told, dir: string): string {
  const { site, lang, view } = told;
  const title = view.title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const body = markdown(releaseDocument(told), lang, site.origin);
  return `<!doctype html>\n<html lang="${lang}" dir="${dir}">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n${body}</body>\n</html>\n`;
}

/** A release as plain Markdown (CommonMark and tables) below the fields that name it as a source. */
export function releaseMarkdown(told: Told): string {
  const { lang, view, site } = told;
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
  const text = releaseDocument(told)
    .replace(/^:::.*\n/gm, "")
    .replace(/(?<!\w):[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\[([^\]]*)\]/g, "$1")
    .replaceAll("](/", `](${site.origin}/`);
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return `---\n${stringify(known, { lineWidth: 0 })}---\n\n${text}\n`;
}

/** All of a release in Markdown, in the order of its page. Of one that was withdrawn its view holds nothing to be quoted. */
function releaseDocument(told: Told): string {
  const { site, words, lang, view } = told;
  const say = (key: string, slots?: Slots) => word(words, key, lang, slots);
  const comma = say("comma");
  const section = (key: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`## ${say(key)}`, ...lines]);
  const list = (items: readonly string[]) => (items.length === 0 ? [] : [items.map((item) => `- ${item}`).join("\n")]);
  const { notice, translation, event, cite } = view;
  const { around } = view.frame;
  const publisher = [around.parent?.text, around.name.text].flatMap((name) => name ?? []).join(comma);
  const kind = [say(`type.${view.type}`), view.reference].flatMap((part) => part ?? []).join(" · ");
  return [
    `# ${plain(view.title)}`,
    ...(view.subtitle ? [plain(view.subtitle)] : []),
    `${plain(publisher)} · ${plain(kind)}`,
    [view.place?.name.text, day(view.date, lang)].flatMap((part) => part ?? []).join(comma),
    ...(view.updated ? [say("release.updated", { date: day(view.updated, lang) })] : []),
    ...(event ? [plain(say("release.event", { event: moment(event.start, lang) + comma + event.place }))] : []),
    ...(notice
      ? [
          `**${say(`notice.${notice.is}`)}**${notice.date ? ` · ${day(notice.date, lang)}` : ""}`,
          plain(notice.reason ?? say(`notice.${notice.is}.text`)),
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
    ...(view.body ? [bodyOf(told)] : []),
    ...section(
      "release.figures",
      list(
        (view.figures ?? []).map(({ value, label, source }) =>
          plain(
            `${value}${say("colon")}${label.text}${source ? say("brackets", { text: say("figures.source", { source: source.text }) }) : ""}`,
          ),
        ),
      ),
    ),
    ...section("release.notes", view.notes ? [readElsewhere(view.notes, told)] : []),
    ...section(
      "release.about",
      (view.boilerplates ?? []).flatMap(({ name, text }) => [`### ${plain(name.text)}`, plain(text.text)]),
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
          ({ date, note }) => `${day(date, lang)}${say("colon")}${readElsewhere(note, told).replace(/\s*\n\s*/g, " ")}`,
        ),
      ),
    ),
    "---",
    ...(cite?.licence ? [plain(cite.licence.text)] : []),
    view.frame.canonical,
  ].join("\n\n");
}

/** The text with its pictures, as it is read elsewhere. */
function bodyOf(told: Told): string {
  const { body = "", pictures = {} } = told.view;
  const pictured = withPictures(body, (file) => {
    const picture = pictures[file];
    return picture ? `![${plain(picture.alt)}](${absolute(told.site, picture.src)})` : "";
  });
  return readElsewhere(pictured, told);
}

/** A text whose links to the release's own documents lead to them from anywhere. */
function readElsewhere(text: string, { site, lang, view }: Told): string {
  const files = Object.entries(view.files ?? {}).map(([file, url]) => [file, absolute(site, url)]);
  return withFileLinks(text, lang, Object.fromEntries(files));
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
    `### ${plain(name.text)}`,
    ...[who, note?.text].flatMap((words) => (words ? [plain(words)] : [])),
    lines.flatMap(([key, value]) => (value === undefined ? [] : [`- ${say(key)}${say("colon")}${value}`])).join("\n"),
  ];
}

/** Words that are no Markdown, so that none of their signs is taken for a mark. */
function plain(words: string): string {
  return words.replace(/[\\`*_[\]<>]/g, "\\$&").replace(/^([#+-]|\d+(?=[.)]))/, "\\$1");
}

function link(words: string, address: string): string {
  return `[${plain(words)}](${address})`;
}
