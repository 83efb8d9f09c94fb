import type { Document } from "../document.ts";
import { picturesOf } from "../fields.ts";
import type { Fault } from "../rule.ts";

/** Who translates by machine. */
const TRANSLATOR =
  /\b(?:AI|IA|KI|MT|DeepL|ChatGPT|GPT-?\d?|Copilot|Gemini|Claude|Google Translate|machine translat\w*|traduction automatique|traducción automática)\b|Яндекс[. -]?Переводчик|[Нн]ейросет|[Мм]ашинн|[Ии]скусственн\S+ интеллект|(?:^|[^\p{L}])ИИ(?:[^\p{L}]|$)|الذكاء الاصطناعي|ترجمة آلية|人工智能|机器翻译|机翻/u;

/** What a credit or a caption says of a picture that a machine made. */
const PAINTER =
  /\b(?:Midjourney|DALL[·.-]?E|Stable Diffusion|Adobe Firefly|AI[- ](?:generated|made|image|picture)|(?:generated|made|created|drawn) (?:by|with|using) (?:an )?(?:AI|artificial intelligence)|(?:généré|créé)e?s? (?:par|avec) (?:une |l[’'])?(?:IA|intelligence artificielle)|(?:generad|cread|hech)[ao]s? (?:por|con) (?:IA|inteligencia artificial))\b|нейросет|(?:сгенерирован|создан)\S* (?:с помощью )?(?:ИИ|искусственн)|(?:згенеравана|створана) (?:з дапамогай )?(?:ШІ|штучн)|بالذكاء الاصطناعي|(?:AI|人工智能)\s?(?:生成|绘制|制作)/iu;

/** What a program that writes texts says to whoever asked it, and leaves in what it wrote. */
const LEFTOVER =
  /\b(?:as an? (?:AI|artificial intelligence)(?: language)? (?:model|assistant)|(?:certainly|sure|of course)! here(?:['’]s| is| are)\b|here(?:['’]s| is) (?:a|the|your) (?:draft|revised|rewritten|polished|translated) (?:version|text|press release|release|translation)|en tant que modèle de langage|como modelo de lenguaje)\b|как (?:языковая модель|искусственный интеллект)|کنموذج لغوي|كنموذج لغوي|作为(?:一个)?(?:AI|人工智能)(?:语言)?(?:模型|助手)|\boaicite\b|\bcontentReference\[|\bturn\d+(?:search|view)\d+\b/iu;

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
