import { DatelineError } from "../model/dateline-error.ts";
import type { Site } from "../model/site.ts";
import type { Terms } from "../model/terms.ts";
import { escapeMarkdown, escapeMarks } from "../text/escape.ts";
import { aliasesOf } from "./archive/addresses.ts";
import {
  type Attachment,
  Attachments,
  isDocument,
  isPicture,
  Neighbours,
  placePictures,
} from "./archive/attachments.ts";
import { LARGEST, LARGEST_WITH_FILES, refuseLarger, textOf } from "./archive/encoding.ts";
import { type Composed, compose } from "./compose.ts";
import { Draft, textField } from "./draft.ts";
import { foreignText } from "./foreign.ts";
import { mail } from "./formats/mail.ts";
import { formatOf } from "./formats.ts";
import { excerpt, type Incoming, type Picture } from "./incoming.ts";
import { blocksOf, type Relink } from "./markup/blocks.ts";
import { inOrder } from "./markup/headings.ts";
import type { Options } from "./options.ts";
import { recognisers } from "./recognisers.ts";
import { refusal } from "./refusals.ts";
import { languageNamed, languageOf } from "./wording/language.ts";

/** A file to be imported, and what its place tells of it. */
export interface Source {
  /** Path as it is reported, with / on every system; `-` for what came in by a pipe. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Path on this machine, to find pictures beside it. */
  readonly path?: string | undefined;
  /** The archive's folder. */
  readonly root?: string | undefined;
  /** The language that its folder or name gives. */
  readonly lang?: string | undefined;
  /** Whether it is imported by itself: then it is a draft until a person has read it. */
  readonly isSingle?: boolean;
  /** The folder on this machine that its release lies in, if it is there already. */
  readonly folder?: string | undefined;
}

/** The site that a release is to join, and the addresses of what is imported with it. */
export interface Target {
  readonly site: Site;
  readonly terms: Terms;
  readonly options: Options;
  /** Takes an old address for a source; why that cannot be, where it cannot. */
  readonly claim?: (alias: string, by: string) => string | undefined;
  /** The day of the import. */
  readonly today?: string | undefined;
  /** The first day that is known of the archive, else of the site's releases. */
  readonly earliest?: string | undefined;
  /** The new address of a link into the old site, where it leads to a release that is imported too. */
  readonly addressOf: (href: string, from: string) => string | undefined;
}

/** A release made out of a file: what its own file will hold, what lies beside it, and how it came about. */
export interface Imported extends Composed {
  readonly format: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lang: string;
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly attachments: readonly Attachment[];
  readonly draft: Draft;
}

/** Characters of a single paragraph or table, and of a text by which its language is told. */
const LONGEST_BLOCK = 100_000;
const ENOUGH_FOR_LANGUAGE = 60_000;

/** Reads a file into what its format makes of it. Throws {@link DatelineError}. */
export async function readSource(source: Source): Promise<Incoming & { readonly format: string }> {
  const { name, bytes, lang } = source;
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  refuseLarger(bytes.length, isPacked ? LARGEST_WITH_FILES : LARGEST);
  const text = isPacked ? "" : textOf(bytes).text.normalize("NFC");
  const format = formatOf({ name, bytes, text });
  const foreign = isPacked || format === mail ? undefined : foreignText(name, text);
  if (foreign) throw foreign;
  try {
    const read = await format.read({ name, bytes, text, lang });
    return { ...read, html: read.html.normalize("NFC"), format: format.name };
  } catch (error) {
    throw unreadable(error);
  }
}

/** HTML nested thousands deep exhausts every parser's stack; that is the file's fault, and said so. */
function unreadable(error: unknown): unknown {
  return error instanceof RangeError ? refusal("too deep", { deepest: "a thousand" }) : error;
}

/** Makes a release out of a file: reads it, takes out what is no part of it, recognises what it says, writes it down. */
export async function importRelease(source: Source, target: Target, isNamed = false): Promise<Imported> {
  const incoming = await readSource(source);
  const { fields } = incoming;
  const { site, terms, options } = target;
  if (/(?:^|\/)_index\.\w+$/.test(source.name)) throw refusal("section");
  if (fields.layout !== undefined && incoming.html.trim() === "" && !fields.date) throw refusal("frame");
  const lang = languageFor(source, fields, incoming.html, target);
  const neighbours = new Neighbours(source.path, source.root, options.files, incoming.files);
  const attachments = new Attachments(source.folder);
  const documents: { file: string; title: string }[] = [];
  const draft = new Draft([], incoming.dropped, incoming.look);
  const relink: Relink = (href, words) => {
    if (isDocument(href)) {
      const bytes = neighbours.find(href);
      if (bytes) {
        const file = attachments.add(href, bytes);
        if (!documents.some((document) => document.file === file))
          documents.push({ file, title: excerpt(words, 150) || file });
        return undefined;
      }
    }
    return linkFor(href, words, source.name, target, draft);
  };
  try {
    const { blocks, footnotes, videos } = blocksOf(incoming.html, relink, lang);
    draft.blocks = blocks;
    draft.footnotes = footnotes;
    draft.videos = videos;
    for (const { url, title } of videos) draft.found("video", url, title ?? url, "certain");
  } catch (error) {
    throw unreadable(error);
  }
  attach(draft, incoming.attached ?? [], relink);
  draft.end = draft.blocks.length;
  if (draft.blocks.some(({ text }) => text.length > LONGEST_BLOCK)) {
    throw refusal("one paragraph");
  }
  const { today, earliest } = target;
  const context = { site, terms, name: source.name, fields, lang, today, earliest };
  for (const recognise of recognisers) recognise(draft, context);
  standIn(draft, fields, options.origin);
  if (draft.blocks.every(({ kind }) => kind === "picture") && !draft.first("title")) throw refusal("no text");
  const pictures = placePictures(draft, pictureOf(fields), neighbours, attachments);
  for (const field of leftOver(fields)) {
    draft.dropped.push({
      words: `${field}: ${JSON.stringify(fields[field])}`,
      why: "A field of the source that has no place in a release.",
    });
  }
  draft.blocks = inOrder(draft.blocks);
  draft.keepLostFootnotes();
  const composed = compose(draft, site, options, {
    lang,
    isNamed,
    aliases: aliasesOf(fields, source.name, options.permalink).filter((alias) => {
      const fault = target.claim?.(alias, source.name);
      if (fault) draft.look("An old address of the text cannot lead to it, and was left out.", fault);
      return !fault;
    }),
    pictures,
    documents,
    ...(fields.draft === true || fields.published === false ? { isDraft: true } : {}),
    ...(source.isSingle ? { isSingle: true } : {}),
    ...(fields.translation ? { translation: translationOf(fields.translation, site) } : {}),
  });
  return {
    ...composed,
    format: incoming.format,
    fields,
    lang,
    title: draft.first("title"),
    date: draft.first("date"),
    attachments: attachments.all,
    draft,
  };
}

/** What came with an email: pictures are shown, documents go beside the release, of anything else it is said. */
function attach(draft: Draft, names: readonly string[], relink: Relink): void {
  for (const name of names) {
    if (isPicture(name))
      draft.blocks.push({ kind: "picture", markdown: "", text: "", picture: { src: name, alt: "" } });
    else if (isDocument(name)) relink(name, name.replace(/\.\w+$/, ""));
    else draft.look("An attachment of the email is of a kind that no release has; it was left out.", name);
  }
}

/** Named by the person, by the source's fields, by its place in the archive; else told by its words. */
function languageFor(
  { lang: placed }: Source,
  fields: Incoming["fields"],
  html: string,
  { site, options }: Target,
): string {
  const named =
    options.lang ?? textField(fields, "lang", "language", "locale")?.toLowerCase().split(/[-_]/)[0] ?? placed;
  const words = html
    .slice(0, ENOUGH_FOR_LANGUAGE)
    .replace(/<(script|style|pre|code)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^<>]*>|&\w+;/g, " ")
    .trim();
  const whole = `${textField(fields, "title") ?? ""} ${words} ${textField(fields, "summary") ?? ""}`;
  const lang = named ?? languageOf(whole, Object.keys(site.languages), site.default_language);
  if (lang in site.languages) return lang;
  throw refusal("language", { lang, first: site.default_language });
}

function linkFor(
  href: string,
  words: string,
  from: string,
  { addressOf, options }: Pick<Target, "addressOf" | "options">,
  draft: Draft,
): string | undefined {
  const bare = /^\((.*)\)$/.exec(href)?.[1];
  if (bare !== undefined) return linkFor(bare, words, from, { addressOf, options }, draft);
  if (/^mailto:(?![^@\s]+@)/i.test(href)) return undefined;
  if (/^(?:mailto|tel):/i.test(href)) return href;
  if (/^[^\s/:@]+@[^\s/:@]+\.[a-z]{2,}$/i.test(href)) return `mailto:${href}`;
  if (/^https?:\/\//i.test(href)) return addressOf(href, from) ?? (URL.canParse(href) ? href : undefined);
  if (/^\/\//.test(href)) return `https:${href}`;
  if (/^www\./i.test(href)) return `http://${href}`;
  if (href.startsWith("#") || /^[a-z]+:/i.test(href)) return undefined;
  const inside = addressOf(href, from);
  if (inside) return inside;
  if (options.origin && href.startsWith("/")) return options.origin.replace(/\/$/, "") + href;
  draft.look(
    "A link into the old site leads nowhere now; its words stay. With --origin such links lead to the old site.",
    `${words} (${href})`,
  );
  return undefined;
}

/** A post that only points to a page elsewhere: its own summary and the link are its text. */
function standIn(draft: Draft, fields: Incoming["fields"], origin: string | undefined): void {
  if (draft.blocks.some(({ text }) => text !== "")) return;
  const named = textField(fields, "source_url", "external_url", "redirectto", "redirect_to", "link", "file_url");
  const url = named?.startsWith("/") && origin ? origin.replace(/\/$/, "") + named : named;
  const title = draft.first<string>("title");
  if (!url || !/^https?:/.test(url) || !URL.canParse(url) || !title) return;
  const summary = draft.first<string>("summary") ?? draft.first<string>("subtitle");
  const link = {
    kind: "paragraph",
    markdown: `[${escapeMarks(title)}](${new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29")})`,
    text: title,
  } as const;
  draft.blocks = summary ? [{ kind: "paragraph", markdown: escapeMarkdown(summary), text: summary }, link] : [link];
  draft.end = draft.blocks.length;
  draft.look(
    "The source has no text of its own: it points to another page. Its summary and the link stand as the text.",
    url,
  );
}

function pictureOf(fields: Incoming["fields"]): Picture | undefined {
  const image: unknown =
    fields.image ?? fields.featured_image ?? fields.primary_image ?? fields.cover ?? fields.thumbnail;
  if (typeof image === "string" && image.trim())
    return { src: image.trim(), alt: textField(fields, "image_alt", "alt") ?? "" };
  if (image === null || typeof image !== "object") return undefined;
  const group = image as Record<string, unknown>;
  const src = textField(group, "src", "file", "path", "url", "image", "uid");
  return src ? { src, alt: textField(group, "alt") ?? "" } : undefined;
}

/** Fields of other generators that mean something here, or that are about the old site alone. */
const USED = new Set(
  "title headline subtitle deck subheadline dek lead summary description excerpt date pubdate published publishDate publish_date created slug url permalink aliases redirect_from canonical topics tags keywords categories category image featured_image primary_image cover thumbnail image_alt alt lang language locale reference ref type layout translation source_url external_url redirectto redirect_to file_url draft weight partners agencies organisations organizations".split(
    " ",
  ),
);

/** Fields that stand for each other: the first that says something counts. */
const SAME = [
  ["title", "headline"],
  ["subtitle", "deck", "subheadline", "dek", "lead"],
  ["summary", "description", "excerpt"],
  ["image", "featured_image", "primary_image", "cover", "thumbnail"],
];

function leftOver(fields: Incoming["fields"]): string[] {
  const isEmpty = (name: string) => fields[name] === null || fields[name] === "" || fields[name] === undefined;
  const passedOver = SAME.flatMap((names) => {
    const [first = "", ...others] = names.filter((name) => !isEmpty(name));
    return others.filter((name) => JSON.stringify(fields[name]) !== JSON.stringify(fields[first]));
  });
  return Object.keys(fields).filter((name) => !isEmpty(name) && (!USED.has(name) || passedOver.includes(name)));
}

/** `{ from: english, by: … }` of a source, with the language as its code; nothing where the language is not known. */
function translationOf(value: unknown, { languages }: Site): unknown {
  const { from, by } = value as { from?: string; by?: string };
  const code =
    from &&
    (languageNamed(from, languages) ?? (from === "english" ? "en" : /^[a-z]{2,3}$/.test(from) ? from : undefined));
  return code ? { from: code, ...(by ? { by } : {}) } : undefined;
}
