import path from "node:path";
import { DatelineError } from "../model/dateline-error.ts";
import type { Site } from "../model/site.ts";
import { aliasesOf } from "./archive/addresses.ts";
import { attach, finderOf, isDocument, isPicture, placePictures } from "./archive/attachments.ts";
import { LARGEST, LARGEST_WITH_FILES, refuseLarger, textOf } from "./archive/encoding.ts";
import { compose } from "./compose.ts";
import { type Context, Draft } from "./draft.ts";
import { inLanguage, leftOver, pictureOf, textField } from "./fields.ts";
import { foreignText } from "./foreign.ts";
import { mail } from "./formats/mail.ts";
import { formatOf } from "./formats.ts";
import { excerpt, type Fields, type Incoming } from "./incoming.ts";
import { linkFor, standIn } from "./links.ts";
import { blocksOf, inOrder, type Relink } from "./markup/blocks.ts";
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
export interface Target extends Pick<Context, "site" | "terms" | "today" | "earliest"> {
  readonly options: Options;
  /** Takes an old address for a source; why that cannot be, where it cannot. */
  readonly claim?: (alias: string, by: string) => string | undefined;
  /** The new address of a link into the old site, where it leads to a release that is imported too. */
  readonly addressOf: (href: string, from: string) => string | undefined;
}

/** A release made out of a file: what its own file will hold, the files to be put beside it, and how it came about. */
export type Imported = Awaited<ReturnType<typeof importRelease>>;

const LOST =
  "A link into the old site leads nowhere now, so only its words were kept. With --origin such links lead to the old site.";

/** Most characters of a single paragraph or table, and of a text that are read to find its language. */
const LONGEST_BLOCK = 100_000;
const ENOUGH_FOR_LANGUAGE = 60_000;

/** Makes a release out of a file: reads it, takes out what is no part of it, recognises what it says, writes it down. Throws {@link DatelineError}. */
export async function importRelease(source: Source, target: Target) {
  try {
    return release(source, await readSource(source), target);
  } catch (error) {
    // HTML nested thousands deep exhausts every parser's stack; that is the file's fault.
    throw error instanceof RangeError ? refusal("too deep", { deepest: "a thousand" }) : error;
  }
}

/** Reads a file into what its format makes of it. */
async function readSource({ name, bytes }: Source): Promise<Incoming & { readonly format: string }> {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  refuseLarger(bytes.length, isPacked ? LARGEST_WITH_FILES : LARGEST);
  const text = isPacked ? "" : textOf(bytes).normalize("NFC");
  const format = formatOf({ name, bytes, text });
  const foreign = isPacked || format === mail ? undefined : foreignText(name, text);
  if (foreign) throw foreign;
  const read = await format.read({ name, bytes, text });
  return { ...read, html: read.html.normalize("NFC"), format: format.name };
}

function release(source: Source, incoming: Incoming & { format: string }, target: Target) {
  const { html, format } = incoming;
  const { site, options } = target;
  const lang = languageFor(source, incoming.fields, html, target);
  const { fields, dropped } = inLanguage(incoming.fields, lang, site.languages);
  if (/(?:^|\/)_index\.\w+$/.test(source.name)) throw refusal("section");
  if (fields.layout !== undefined && html.trim() === "" && !fields.date) throw refusal("frame");
  const find = finderOf(source, options.files, incoming.files);
  const attachments = new Map<string, Uint8Array>();
  const add = (src: string, bytes: Uint8Array) => attach(attachments, source.folder, src, bytes);
  const documents = new Map<string, string>();
  const looks = [...(incoming.look ?? [])];
  const old = aliasesOf(fields, source.name, options.permalink);
  const at = old[0] ?? pathOf(source);
  const relink: Relink = (href, words) => {
    const bytes = isDocument(href) ? find(href) : undefined;
    if (bytes) {
      const file = add(href, bytes);
      if (!documents.has(file)) documents.set(file, excerpt(words, 150) || file);
      return undefined;
    }
    const to = linkFor(href, source.name, { addressOf: target.addressOf, origin: options.origin, at });
    if (to === "lost") looks.push({ about: LOST, words: excerpt(`${words} (${href})`, 200) });
    return to === "lost" ? undefined : to;
  };
  const draft = new Draft(blocksOf(html, relink, lang), [...(incoming.dropped ?? []), ...dropped], looks);
  attachAll(draft, incoming.attached ?? [], relink);
  if (draft.blocks.some(({ text }) => text.length > LONGEST_BLOCK)) throw refusal("one paragraph");
  for (const recognise of recognisers) recognise(draft, { ...target, name: source.name, fields, lang });
  standIn(draft, fields, options.origin);
  if (draft.blocks.every(({ kind }) => kind === "picture") && !draft.first("title")) throw refusal("no text");
  const pictures = placePictures(draft, pictureOf(fields), find, add);
  for (const field of leftOver(fields)) {
    const words = `${field}: ${JSON.stringify(fields[field])}`;
    draft.dropped.push({ words, why: "A field of the source that has no place in a release." });
  }
  draft.blocks = inOrder(draft.blocks);
  draft.keepLostFootnotes();
  const aliases = old.filter((alias) => {
    const fault = target.claim?.(alias, source.name);
    if (fault) draft.look("An old address of the text cannot lead to it, and was left out.", fault);
    return !fault;
  });
  const composed = compose(draft, site, options, {
    lang,
    isNamed: source.lang !== undefined,
    aliases,
    pictures,
    documents: [...documents].map(([file, title]) => ({ file, title })),
    isDraft: isUnpublished(fields, source.name),
    isSingle: source.isSingle ?? false,
    translation: fields.translation ? translationOf(fields.translation, site) : undefined,
  });
  const [title, date] = [draft.first<string>("title"), draft.first<string>("date")];
  const files = [...attachments].map(([name, bytes]) => ({ name, bytes }));
  return { ...composed, format, lang, title, date, attachments: files, draft };
}

/** The path of a page on the old site, of which an archive of pages is a copy. */
function pathOf({ root, path: file }: Source): string | undefined {
  const isPage = root !== undefined && file !== undefined && /\.x?html?$/i.test(file);
  return isPage ? `/${path.relative(root, file).replaceAll(path.sep, "/")}` : undefined;
}

/** Whether a text was not public on the old site: its fields say so, or its folder. */
function isUnpublished({ draft, published, private: hidden, status, post_status }: Fields, name: string): boolean {
  return (
    [draft, hidden].some((value) => /^(?:true|yes|1)$/i.test(String(value))) ||
    /^(?:false|no|0)$/i.test(String(published)) ||
    [status, post_status].some((value) =>
      /^(?:draft|private|pending|future|trash|unpublished)$/i.test(String(value)),
    ) ||
    /(?:^|\/)_?drafts?\//i.test(name)
  );
}

/** Adds what came with an email: pictures are shown, documents go beside the release, and the report lists anything else. */
function attachAll(draft: Draft, names: readonly string[], relink: Relink): void {
  for (const name of names) {
    if (isPicture(name))
      draft.blocks.push({ kind: "picture", markdown: "", text: "", picture: { src: name, alt: "" } });
    else if (isDocument(name)) relink(name, name.replace(/\.\w+$/, ""));
    else draft.look("An attachment of the email is of a kind that no release has; it was left out.", name);
  }
}

/** Returns the language that the person, the source's fields or its place in the archive name; else its words decide. */
function languageFor({ lang: placed }: Source, fields: Fields, html: string, { site, options }: Target): string {
  const named = options.lang ?? textField(fields, "lang")?.toLowerCase().split(/[-_]/)[0] ?? placed;
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

/** `{ from: english, by: … }` of a source, with the language as its code; nothing where the language is not known. */
function translationOf(value: unknown, { languages }: Site): unknown {
  const { from, by } = value as { from?: string; by?: string };
  const code =
    from &&
    (languageNamed(from, languages) ?? (from === "english" ? "en" : /^[a-z]{2,3}$/.test(from) ? from : undefined));
  return code ? { from: code, ...(by ? { by } : {}) } : undefined;
}
