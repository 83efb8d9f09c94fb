import { formatsOf, renditionsOf } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { boilerplatesOf, documentsOf } from "../pages/attached.ts";
import type { Notice } from "../pages/card.ts";
import { contactViews } from "../pages/contact.ts";
import type { Phrase } from "../pages/frame.ts";
import { pictureOf } from "../pages/library.ts";
import { absolute, releaseUrl, type WholeUrl } from "../pages/urls.ts";
import { day } from "../rendering/dates.ts";
import { fileSize } from "../rendering/sizes.ts";
import { marked, type Slots, word } from "../rendering/words.ts";
import { escapeMarkdown } from "../text/escape.ts";
import { galleryOf, type NamedPicture, textPictures, withPictures } from "../text/pictures.ts";

/** A picture in a text is no larger than a reader's window needs. */
const WIDEST = 1000;

/** A release as a reader elsewhere gets it: Markdown texts to be rendered one by one, in the order of its page. */
export function textsOf(press: Press, release: Release, notice: Notice | undefined): readonly string[] {
  const { site, words } = press;
  const { lang, image, figures = [], notes, video = [] } = release;
  const said = (key: string, slots?: Slots) => word(words, key, lang, slots, escapeMarkdown);
  const chapter = (key: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${said(key)}\n\n${lines.join("\n")}`];
  const inText = textPictures(release);
  const opening = noticeText(press, release, notice);
  if (release.status.is === "withdrawn") return opening;
  const original =
    release.translation && press.versions(release.key).find((other) => other.lang === release.translation?.from);
  return [
    ...opening,
    ...(original
      ? [
          `**${said("release.translation")}**`,
          said("release.original", {
            title: marked(
              link(spoken({ text: original.title, lang: original.lang }), absolute(site, releaseUrl(site, original))),
            ),
          }),
        ]
      : []),
    ...(image ? pictureText(press, release, image) : []),
    ...(release.subtitle === undefined ? [] : [`**${escapeMarkdown(release.subtitle)}**`]),
    withPictures(release.body, lang, (file) => {
      const named = inText.find((picture) => picture.file === file);
      return named ? pictureText(press, release, named).join("\n\n") : "";
    }),
    ...chapter(
      "release.figures",
      figures.map(({ value, label, source }) => {
        const from = source === undefined ? "" : said("brackets", { text: marked(said("figures.source", { source })) });
        return `- **${escapeMarkdown(String(value))}** ${escapeMarkdown(label)}${from}`;
      }),
    ),
    ...galleryOf(release).flatMap((picture) => pictureText(press, release, picture)),
    ...(notes === undefined ? [] : chapter("release.notes", [notes])),
    ...chapter(
      "release.about",
      boilerplatesOf(press, release).map(({ name, text }) => `**${spoken(name)}**\n\n${spoken(text)}\n`),
    ),
    ...chapter(
      "release.video",
      video.map(({ title, url }) => `- ${link(escapeMarkdown(title), url)}`),
    ),
    ...chapter(
      "release.documents",
      documentsOf(press, release).map(
        ({ title, url, type, size }) =>
          `- ${link(escapeMarkdown(title), absolute(site, url))}${said("brackets", { text: type + word(words, "comma", lang) + fileSize(size, lang) })}`,
      ),
    ),
    ...chapter(
      "release.contacts",
      contactViews(press, release.contacts, lang).map(({ name, role, email, phone, mobile }) =>
        [
          `- **${spoken(name)}**`,
          ...(role ? [spoken(role)] : []),
          ...(email === undefined ? [] : [link(escapeMarkdown(email), `mailto:${email}`)]),
          ...[phone, mobile].flatMap((number) =>
            number ? [link(escapeMarkdown(number.read), `tel:${number.dialled}`)] : [],
          ),
        ].join(` · `),
      ),
    ),
  ];
}

function noticeText({ site, words }: Press, { lang }: Release, notice: Notice | undefined): string[] {
  if (!notice) return [];
  const { is, date, reason, replacement } = notice;
  const said = (key: string, slots?: Slots) => word(words, key, lang, slots, escapeMarkdown);
  return [
    `**${said(`notice.${is}`)}**${date === undefined ? "" : ` · ${escapeMarkdown(day(date, lang))}`}`,
    reason === undefined ? said(`notice.${is}.text`) : escapeMarkdown(reason),
    ...(replacement
      ? [
          said("notice.replacement", {
            title: marked(link(spoken(replacement.title), absolute(site, replacement.url))),
          }),
        ]
      : []),
  ];
}

function pictureText(press: Press, release: Release, named: NamedPicture): string[] {
  const { alt = "", caption, credit, focus } = named;
  const source = pictureOf(press, release, named)?.source;
  const shape = named === release.image ? "wide" : "own";
  const sizes = source
    ? renditionsOf(source, shape, focus).filter(({ format }) => format === formatsOf(source)[2])
    : [];
  const shown = sizes.findLast(({ width }) => width <= WIDEST) ?? sizes[0];
  if (!shown) return [];
  const lines = [
    ...(caption === undefined ? [] : [escapeMarkdown(caption)]),
    ...(credit === undefined ? [] : [word(press.words, "picture.credit", release.lang, { credit }, escapeMarkdown)]),
  ];
  // Named from the site's root, as an editor would: Markdown shows no picture of another site.
  return [`![${escapeMarkdown(alt)}](</${shown.file}>)`, ...(lines.length > 0 ? [lines.join("\\\n")] : [])];
}

/** Words in a text, marked where they are in another language than it. */
function spoken({ text, lang }: Phrase): string {
  return lang === undefined ? escapeMarkdown(text) : `:${lang}[${escapeMarkdown(text)}]`;
}

/** A link. In Markdown an address that begins with / is an editor's, to which the site's folder is still to be added. */
function link(words: string, url: WholeUrl): string {
  return `[${words}](<${url.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}
