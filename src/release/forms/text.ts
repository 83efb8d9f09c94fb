import { stringify } from "yaml";
import type { Press } from "../../model/press.ts";
import { pathPrefix } from "../../model/site.ts";
import * as build from "../../text/build.ts";
import { day } from "../../text/dates.ts";
import { escapeHtml } from "../../text/escape.ts";
import { commonMark } from "../../text/writers/common-mark.ts";
import { htmlOf } from "../../text/writers/html.ts";
import { plainText } from "../../text/writers/plain-text.ts";
import { datelineBlocks, documentWriters, filesOf, headBlocks, sectionBlocks } from "../document.ts";
import { type Form, ofPictures, RELATED } from "../form.ts";
import { type SectionName, sectionOf, type Telling } from "../section.ts";

/** Returns a release as one text, with absolute addresses of links and pictures. */
function whole(press: Press, telling: Telling) {
  const { head, lang } = telling;
  const address = build.paragraph(build.linked(build.words(head.address), head.address));
  const isCited = sectionOf(telling, "citation") !== undefined;
  const tokens = [
    ...headBlocks(press, telling),
    ...sectionBlocks(press, telling),
    ...(isCited ? [] : [...build.rule(), ...address]),
  ];
  return { text: { tokens, lang }, options: elsewhere(press, telling) };
}

function elsewhere({ site }: Press, telling: Telling) {
  return { prefix: pathPrefix(site), files: filesOf(telling), base: telling.head.address };
}

/** Returns a release as plain text, to be pasted into a story or an email. */
export function releaseText(press: Press, telling: Telling): string {
  const { text, options } = whole(press, telling);
  return `${plainText(text, options)}\n`;
}

/** The sections that are not the release's own words: about others, about the office, about its status. */
const NOT_OWN: readonly SectionName[] = [
  ...([
    "notice",
    "translation",
    "making",
    "about",
    "contacts",
    "partners",
    "topics",
    "changes",
    "coverage",
    "citation",
  ] as const),
];

/** Returns a release's own words as plain text. If they change, the release has a new version. */
export function releaseOwnWords(press: Press, telling: Telling): string {
  const { head, lang } = telling;
  const place = head.place === undefined ? "" : `${head.place.name.text} `;
  const tokens = [
    ...build.heading(1, build.words(head.title)),
    ...(head.subtitle === undefined ? [] : build.paragraph(build.words(head.subtitle))),
    ...build.paragraph(build.words(place + day(head.date, lang))),
    ...sectionBlocks(press, telling, NOT_OWN),
  ];
  return `${plainText({ tokens, lang }, elsewhere(press, telling))}\n`;
}

/** Returns a release as a page without styles and scripts, to be opened offline, or imported into another system. */
export function releaseHtml(press: Press, telling: Telling): string {
  const { text, options } = whole(press, telling);
  const { lang, head } = telling;
  const dir = press.site.languages[lang]?.dir ?? "ltr";
  return `<!doctype html>\n<html lang="${lang}" dir="${dir}">\n<head><meta charset="utf-8"><title>${escapeHtml(head.title)}</title></head>\n<body>\n${htmlOf(text, options)}</body>\n</html>\n`;
}

/** Returns a release as Markdown for other programs (CommonMark and tables), below fields that name the source. */
export function releaseMarkdown(press: Press, telling: Telling): string {
  const { text, options } = whole(press, telling);
  const { head, lang } = telling;
  const notice = sectionOf(telling, "notice");
  const citation = sectionOf(telling, "citation");
  const fields = {
    title: head.title,
    subtitle: head.subtitle,
    date: head.date,
    place: head.place?.name.text,
    type: head.type,
    status: notice?.notice.is,
    language: lang,
    publisher: head.office.text,
    reference: head.reference,
    licence: citation?.licence?.text,
    url: head.address,
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return `---\n${stringify(known, { lineWidth: 0 })}---\n\n${commonMark(text, options)}\n`;
}

/** The sections that are fields of a feed's entry. */
const IN_FIELDS = ["topics"];

/** Returns a release as the HTML of a feed's entry; title, summary and topics are fields of the entry. */
export function releaseEntry(press: Press, telling: Telling): string {
  const { head } = telling;
  const isWithdrawn = sectionOf(telling, "body") === undefined;
  const tokens = [
    ...(head.subtitle === undefined ? [] : build.paragraph(build.strong(build.words(head.subtitle)))),
    ...(isWithdrawn ? [] : datelineBlocks(press, telling)),
    ...sectionBlocks(press, telling, IN_FIELDS),
  ];
  return htmlOf({ tokens, lang: telling.lang }, { ...elsewhere(press, telling), footnotes: "unlinked" });
}

/** The fields of a picture that texts leave out. */
const pictures = ofPictures(
  ["date", "place", "people"],
  "The picture's page, its files (IPTC) and the captions of the press kit have it.",
);

const SUMMARY = "It is for lists and feeds; the text says it in full.";

export const textForm: Form = {
  name: "plain text, Markdown, press kit",
  writers: documentWriters,
  omits: {
    ...pictures,
    summary: SUMMARY,
    related: RELATED,
    lang: "The words say it; the fields of the Markdown file name it.",
  },
};

export const feedForm: Form = {
  name: "Atom, RSS, JSON Feed",
  writers: documentWriters,
  omits: { ...pictures, related: RELATED },
};
