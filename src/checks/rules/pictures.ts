import path from "node:path";
import { fileBeside } from "../../model/file.ts";
import type { Release } from "../../model/release.ts";
import { parseText, textOf } from "../../text/text.ts";
import type { Document, Spot } from "../document.ts";
import { picturesOf } from "../fields.ts";
import type { Context, Fault } from "../rule.ts";

/** A name that a camera or a program gave. */
const FILE_NAME =
  /\.(?:jpe?g|png|webp|gif|tiff?|avif|heic)$|^(?:img|dsc|dscn|dscf|image|photo|picture|screenshot|whatsapp image|снимок|фото)[\s_-]*\d+|^[\w-]*\d{5,}[\w-]*$|^[\p{L}\d]+(?:[_-][\p{L}\d]+){2,}$/iu;

export function* pictureWords(document: Document): Generator<Fault> {
  for (const { path: at, picture } of picturesOf(document.release)) {
    const missing = (["alt", "credit", "licence"] as const).filter((name) => picture[name] === undefined);
    if (missing.length > 0) {
      yield {
        at: fileAt(document, at, picture.file),
        message: `The picture ${picture.file} has no ${missing.join(", no ")}.`,
        fix: `${missing.includes("alt") ? "alt says what can be seen, " : ""}credit says who is to be named, licence on which terms it may be used.`,
      };
    }
    if (picture.alt) yield* nameAsAlt(document.field([...at, "alt"]).offset, picture.alt);
  }
  for (const { alt = "", ...picture } of parseText(document.body, document.lang).pictures) {
    const at = document.inBody(picture.at, picture.end - picture.at);
    if (alt.trim() !== "") yield* nameAsAlt(at.offset + 2, alt);
    else
      yield {
        at,
        message: "This picture has no words for those who cannot see it.",
        fix: "Write between the square brackets what can be seen.",
      };
  }
}

function* nameAsAlt(offset: number, alt: string): Generator<Fault> {
  if (FILE_NAME.test(alt))
    yield {
      at: { offset, length: alt.length },
      message: `“${alt}” is the name of a file, and says nothing to those who cannot see the picture.`,
      fix: "Write what can be seen: Two officers cut a ribbon.",
    };
}

/** Returns the place where the fields name the file of a picture. */
const fileAt = (document: Document, at: readonly PropertyKey[], file: string): Spot => ({
  ...document.field([...at, "file"]),
  length: file.length,
});

export function* pictureCredit(document: Document, { content }: Context): Generator<Fault> {
  for (const { file, at } of uncredited(document.release)) {
    const { credit, creator, copyright } = fileBeside(content.files, document, file)?.seen ?? {};
    const words = credit || creator || copyright;
    if (words === undefined) continue;
    const kind = credit ? "credit line" : creator ? "creator" : "copyright notice";
    yield {
      at: typeof at === "number" ? document.inBody(at, 2) : fileAt(document, at, file),
      message: `The picture ${file} is shown without credit, and its file has a ${kind}: “${words}”.`,
      fix: `If that is right, write with the picture: credit: ${JSON.stringify(words)}`,
    };
  }
}

/** The pictures without a credit, with their fields; of those that only the text names, with where they stand in it. */
function uncredited(release: Release | undefined): { file: string; at: readonly PropertyKey[] | number }[] {
  const named = picturesOf(release);
  const described = new Set(named.map(({ picture }) => picture.file));
  return [
    ...named.flatMap(({ path: at, picture: { file, credit } }) => (credit === undefined ? [{ file, at }] : [])),
    ...(release ? textOf(release).pictures : []).filter(({ file }) => !described.has(file)),
  ];
}

/** The files of a release that are worth reading for a credit. */
export function filesWithoutCredit(release: Release): string[] {
  return uncredited(release).map(({ file }) => path.posix.join(path.posix.dirname(release.file), file));
}

/** The longer side for two columns of a newspaper, 10 cm, at 300 dots an inch. */
const PRINT = 1200;

export function* pictureSize(document: Document, { content }: Context): Generator<Fault> {
  for (const { path: at, picture } of picturesOf(document.release)) {
    const pixels = fileBeside(content.files, document, picture.file)?.pixels;
    if (!pixels || Math.max(pixels.width, pixels.height) >= PRINT) continue;
    yield {
      at: fileAt(document, at, picture.file),
      message: `The picture ${picture.file} is ${pixels.width} by ${pixels.height} pixels: too small for print.`,
      fix: `Ask for it in its full size, ${PRINT} pixels or more on its longer side.`,
    };
  }
}

/** Who translates by machine. */
const TRANSLATOR =
  /\b(?:AI|IA|KI|MT|DeepL|ChatGPT|GPT-?\d?|Copilot|Gemini|Claude|Google Translate|machine translat\w*|traduction automatique|traducción automática)\b|Яндекс[. -]?Переводчик|[Нн]ейросет|[Мм]ашинн|[Ии]скусственн\S+ интеллект|(?:^|[^\p{L}])ИИ(?:[^\p{L}]|$)|الذكاء الاصطناعي|ترجمة آلية|人工智能|机器翻译|机翻/u;

/** What a credit or a caption says of a picture that a machine made. */
const PAINTER =
  /\b(?:Midjourney|DALL[·.-]?E|Stable Diffusion|Adobe Firefly|AI[- ](?:generated|made|image|picture)|(?:generated|made|created|drawn) (?:by|with|using) (?:an )?(?:AI|artificial intelligence)|(?:généré|créé)e?s? (?:par|avec) (?:une |l[’'])?(?:IA|intelligence artificielle)|(?:generad|cread|hech)[ao]s? (?:por|con) (?:IA|inteligencia artificial))\b|нейросет|(?:сгенерирован|создан)\S* (?:с помощью )?(?:ИИ|искусственн)|(?:згенеравана|створана) (?:з дапамогай )?(?:ШІ|штучн)|بالذكاء الاصطناعي|(?:AI|人工智能)\s?(?:生成|绘制|制作)/iu;

/** What a program that writes texts says to whoever asked it, and leaves in what it wrote. */
const LEFTOVER =
  /\b(?:as an? (?:AI|artificial intelligence)(?: language)? (?:model|assistant)|(?:certainly|sure|of course)! here(?:['’]s| is| are)\b|here(?:['’]s| is) (?:a|the|your) (?:draft of the|draft|revised|rewritten|polished|translated) (?:version|text|press release|release|translation)|en tant que modèle de langage|como modelo de lenguaje)\b|как (?:языковая модель|искусственный интеллект)|کنموذج لغوي|كنموذج لغوي|作为(?:一个)?(?:AI|人工智能)(?:语言)?(?:模型|助手)|\boaicite\b|\bcontentReference\[|【\d+†[^】]{0,60}】|\bturn\d+(?:search|view)\d+\b/iu;

export function* madeWith(document: Document): Generator<Fault> {
  const { release } = document;
  if (!release) return;
  for (const passage of document.passages) {
    const found = LEFTOVER.exec(passage.text);
    if (!found) continue;
    yield {
      at: document.in(passage, found.index, found[0].length),
      severity: "error",
      message: `“${found[0].trim()}” is what a program that writes texts says to whoever asked it.`,
      fix: "Delete it, read the whole text again, and write at its top: made_with: { ai: draft, reviewed: true }",
    };
  }
  const { translation, made_with: making } = release;
  const by = [translation?.by, translation?.note].find((words) => words !== undefined && TRANSLATOR.test(words));
  if (by !== undefined && making === undefined) {
    yield {
      at: document.field(["translation"]),
      message: `“${by}” sounds like a machine, and made_with does not say so.`,
      fix: "Write at the top: made_with: { ai: translation, reviewed: true }, or reviewed: false where nobody has read it yet.",
    };
  }
  if (typeof making === "object" && !making.reviewed) {
    yield {
      at: document.field(["made_with", "reviewed"]),
      message: "Nobody has read what artificial intelligence wrote, and readers will be told so.",
      fix: "Let somebody who knows the subject and the language read all of it, and write reviewed: true.",
    };
  }
  for (const { path, picture } of picturesOf(release)) {
    const said = [picture.credit, picture.caption, picture.alt].find((words) => words && PAINTER.test(words));
    if (said === undefined || picture.made_with !== undefined) continue;
    yield {
      at: document.field([...path, "file"]),
      message: `“${said}” says that artificial intelligence made the picture ${picture.file}, and made_with does not say so.`,
      fix: "Write with the picture: made_with: ai, or partly-ai where it changed a photograph.",
    };
  }
}
