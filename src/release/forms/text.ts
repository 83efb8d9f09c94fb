import { stringify } from "yaml";
import type { Press } from "../../model/press.ts";
import { pathPrefix } from "../../model/site.ts";
import * as build from "../../text/build.ts";
import { day } from "../../text/dates.ts";
import { escapeHtml } from "../../text/escape.ts";
import { commonMark } from "../../text/writers/common-mark.ts";
import { htmlOf } from "../../text/writers/html.ts";
import { plainText } from "../../text/writers/plain-text.ts";
import { blocksBySection, datelineBlocks, documentWriters, filesOf, headBlocks, sectionBlocks } from "../document.ts";
import { type Form, ofPictures, RELATED } from "../form.ts";
import { type SectionName, sectionOf, type Telling } from "../sections.ts";

/** Returns a release as one text, with absolute addresses of links and pictures. */
function whole(press: Press, telling: Telling) {
  const tokens = [...headBlocks(press, telling), ...sectionBlocks(press, telling), ...endBlocks(telling)];
  return { text: { tokens, lang: telling.lang }, options: elsewhere(press, telling) };
}

/** Returns the address of a release that does not say how it is cited. */
function endBlocks(telling: Telling): build.Blocks {
  const { address } = telling.head;
  if (sectionOf(telling, "citation")) return [];
  return [...build.rule(), ...build.paragraph(build.linked(build.words(address), address))];
}

function elsewhere({ site }: Press, telling: Telling) {
  return { prefix: pathPrefix(site), files: filesOf(telling), base: telling.head.address };
}

/** Returns a release as plain text, to be pasted into a story or an email. */
export function releaseText(press: Press, telling: Telling): string {
  return plainly(press, telling, headBlocks(press, telling), [], endBlocks(telling));
}

/** Returns the sections of a telling as plain text between other blocks. Each section is written once, because the manifest of what was issued asks for its words. */
function plainly(
  press: Press,
  telling: Telling,
  head: build.Blocks,
  omitted: readonly SectionName[],
  end: build.Blocks = [],
): string {
  const options = elsewhere(press, telling);
  const parts = [head, ...blocksBySection(press, telling, omitted), end].map((tokens) => {
    const text = telling.cache.texts.get(tokens) ?? plainText({ tokens, lang: telling.lang }, options);
    telling.cache.texts.set(tokens, text);
    return text;
  });
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}

/** The sections that are not the release's own words: about others, about the office, about its status. */
const NOT_OWN: readonly SectionName[] = [
  ...(["notice", "translation", "making", "about", "contacts"] as const),
  ...(["partners", "topics", "changes", "coverage", "citation"] as const),
];

/** Returns a release's own words as plain text. If they change, the release has a new version. */
export function releaseOwnWords(press: Press, telling: Telling): string {
  const { head, lang } = telling;
  const place = head.place === undefined ? "" : `${head.place.name.text} `;
  const own = [
    ...build.heading(1, build.words(head.title)),
    ...(head.subtitle === undefined ? [] : build.paragraph(build.words(head.subtitle))),
    ...build.paragraph(build.words(place + day(head.date, lang))),
  ];
  return plainly(press, telling, own, NOT_OWN);
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
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : yamlLine(name, value)));
  return `---\n${lines.join("")}---\n\n${commonMark(text, options)}\n`;
}

/** A value that YAML writes as it is: a date, an address, or words without a mark that it knows. */
const PLAIN = /^(?:\d{4}-\d\d-\d\d|(?!(?:null|true|false)$)\p{L}(?:[\p{L}\p{M}\p{N} ,.()’“”«»–—/-]|:\/)*(?<! ))$/iu;

/** Writes a field. The library, which weighs every way to write a value, is asked only where there are several. */
function yamlLine(name: string, value: string): string {
  return PLAIN.test(value) ? `${name}: ${value}\n` : stringify({ [name]: value }, { lineWidth: 0 });
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
