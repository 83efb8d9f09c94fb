import PostalMime from "postal-mime";
import { decoded } from "../../model/address.ts";
import { filled } from "../../model/filled.ts";
import { withoutRedirect } from "../../text/redirects.ts";
import { withLetters } from "../archive/encoding.ts";
import type { Format, Incoming, Look, SourceText } from "../incoming.ts";
import { elementOf, linesIn } from "../markup/html.ts";
import { refusal } from "../refusals.ts";
import { withoutLabel } from "../wording/labels.ts";
import { readText } from "./plain-text.ts";
import { readPage } from "./web-page.ts";

/** Lines that only an email's own head has, and no head that somebody copied into a text. */
const HEAD = /^(?:mime-version|received|return-path|delivered-to|message-id|content-type|x-[\w-]+|dkim-signature):/im;
const SAVED_PAGE = /^(?:snapshot-content-location|content-type:\s*multipart\/related;\s*\n?\s*type="?text\/html)/im;
const LINES = /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/;

/** An email as email programs save it (.eml), and a web page that was saved as one (.mht), read by postal-mime. */
export const mail: Format = {
  name: "email",
  matches: ({ name, text }) => /\.(?:eml|mht|mhtml)$/i.test(name) || HEAD.test(LINES.exec(text.trimStart())?.[0] ?? ""),
  read: (file) => readMail(file),
};

/** Most emails inside each other, and fewest words of one that does more than forward another. */
const DEEPEST = 5;
const FEW = 60;
const TAGS = /<(style|script)[\s\S]*?<\/\1>|<[^<>]*>/gi;

async function readMail(source: SourceText, depth = 0): Promise<Incoming> {
  const { bytes, text } = source;
  const parsed = await PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch(() => {
    throw refusal("damaged email");
  });
  const { headers, attachments } = parsed;
  const html = withLetters(parsed.html ?? "");
  const plain = withLetters(parsed.text ?? "").replace(/https?:\/\/[^\s<>"]+/gi, withoutRedirect);
  const subject = withLetters(parsed.subject ?? "");
  const [sentOn] = attachments.filter(({ mimeType }) => mimeType === "message/rfc822");
  if (sentOn && depth < DEEPEST && wordsIn(plain || html.replace(TAGS, " ")) < FEW) {
    const inner = new Uint8Array(sentOn.content as ArrayBuffer);
    return readMail({ ...source, bytes: inner, text: Buffer.from(inner).toString() }, depth + 1);
  }
  if (html.trim() === "" && plain.trim() === "") {
    const names = attachments.flatMap(({ filename }) => filename ?? []).join(", ");
    throw names === "" ? refusal("empty email") : refusal("attachments alone", { names });
  }
  if (html !== "" && SAVED_PAGE.test(text.slice(0, 3000))) return readPage(html);
  const files = new Map<string, Uint8Array>();
  const names = new Map<string, string>();
  const look: Look[] = [];
  for (const [index, { filename, mimeType, content, contentId }] of attachments.entries()) {
    const name = filename ?? `attachment-${index + 1}.${mimeType.split("/")[1] ?? "bin"}`;
    files.set(name, new Uint8Array(content as ArrayBuffer));
    if (contentId) names.set(contentId.replace(/^<|>$/g, ""), name);
  }
  const shown = html.replace(/\bcid:([^"'\s>]+)/gi, (whole, id: string) => names.get(decoded(id)) ?? whole);
  const inText = new Set([...names].flatMap(([id, name]) => (html.includes(id) ? [name] : [])));
  const isPlain = wordsIn(plain) > wordsIn(html.replace(TAGS, " ")) * 1.2;
  const word = [...files.keys()].find((name) => /\.docx?$/i.test(name));
  if (word !== undefined)
    look.push({
      about: "A Word document came with the email. If it is the release, save it, and import that file.",
      words: word,
    });
  // A forwarded email is read as plain words where there are any: there it is most certain where it begins.
  const inner = plain.trim() === "" ? innermostPage(shown) : innermost(plain);
  const { above = "" } = inner;
  const isSentOn = inner.above !== undefined && wordsIn(inner.text.replace(TAGS, " ")) > 0;
  const read =
    plain.trim() !== "" && (isPlain || isSentOn)
      ? readText(inner.text)
      : { fields: {}, html: isSentOn ? inner.text : shown };
  if (isSentOn && above.trim() !== "")
    look.push({ about: "The words above the forwarded email were left out.", words: above.trim() });
  const day = headers.find(({ key }) => key === "date")?.value;
  const sent = (isSentOn && inner.subject) || subject;
  const title = withoutLabel(
    sent.replace(/^(?:(?:re|fwd?|aw|wg|tr|rv|отв|пересл)\s*:\s*|\[[^\]]{2,30}\]\s*)+/i, ""),
  ).trim();
  return {
    ...read,
    fields: { ...filled({ title, date: day }), ...read.fields },
    files,
    attached: [...files.keys()].filter((name) => isPlain || !inText.has(name)),
    look,
  };
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Names of the lines above a forwarded email, in the languages of email programs. */
const FROM = "From|De|Von|Da|От|От кого|Ад|Від|من|发件人|寄件者";
const MORE =
  "Date|Sent|To|Cc|Subject|Importance|Attachments|Pièces jointes|Важность|Вложения|Envoyé|À|Objet|Gesendet|An|Betreff|Datum|Enviado(?: el)?|Para|Asunto|Fecha|Assunto|Inviato|Oggetto|Отправлено|Дата|Кому|Копия|Тема|Каму|Тэма|التاريخ|إلى|الموضوع|发送时间|日期|收件人|主题|抄送";

const FORWARDED = new RegExp(
  `(?:^|\\n)[ \\t]*(?:[-_]{3,}[^\\n]*\\n\\s*)?\\*?(?:${FROM})\\*?\\s?[:：]\\*? [^\\n]+\\n(?:[^\\n]+\\n){0,2}?((?:\\*?(?:${MORE})\\*?\\s?[:：][^\\n]*\\n(?:[ \\t]+[^\\n]+\\n)*){2,})`,
  "iu",
);
const SUBJECT =
  /(?:^|\n)\*?(?:Subject|Objet|Betreff|Asunto|Assunto|Oggetto|Тема|Тэма|الموضوع|主题)\*?\s?[:：]\*?\s*([^\n]+)/iu;
const WROTE =
  /(?:^|\n)[^\n>]{0,120}(?:wrote|a écrit|schrieb[^\n]{0,80}|escribió|escreveu|ha scritto|пишет|писал\(?а?\)?|написала?|写道)\s?[:：][ \t]*\n(?=(?:\s*\n)?>)/iu;
/** The line above a forwarded email of Yandex and others: a mark, and below it who wrote when. */
const MARKED =
  /(?:^|\n)[ \t]*-{3,}[^\n]{0,40}(?:forward|пересыл|переслан|перасла|transf|reenvi|weitergeleit)[^\n]{0,40}-{3,}[ \t]*\n\s*[^\n]{0,160}@[^\n]{0,80}:[ \t]*\n/iu;
const RULE = /^[ \t]*(?:[-_]{3,}[^\n]*|--[ \t]?)$/gm;

/** The words of a forwarded email without what email programs wrote around them, and its first subject. */
interface Inner {
  readonly text: string;
  readonly subject?: string;
  /** The words above the forwarded email. */
  readonly above?: string;
}

/** Returns the email that was forwarded, or answered, in plain words: people forward a release with a line of their own above. */
function innermost(text: string): Inner {
  let inner: Inner = { text };
  for (let depth = 0; depth < 5; depth++) {
    const { text: words, above = "" } = inner;
    const quoted = WROTE.exec(words);
    const head = FORWARDED.exec(words);
    const isHead = head !== null && (!quoted || head.index < quoted.index);
    const found = isHead ? head : (MARKED.exec(words) ?? quoted);
    if (!found) break;
    const rest = words.slice(found.index + found[0].length);
    const subject = isHead ? SUBJECT.exec(head[1] ?? "")?.[1]?.trim() : undefined;
    inner = {
      ...inner,
      text: found === quoted ? rest.replace(/^[ \t]*>[ \t]?/gm, "") : rest,
      above: above + words.slice(0, found.index),
      ...(subject ? { subject } : {}),
    };
  }
  return { ...inner, text: inner.text.replace(RULE, "") };
}

/** The same of an email in HTML, from which all above the forwarded one is removed. */
function innermostPage(html: string): Inner {
  const body = elementOf(html.replace(/<style[\s\S]*?<\/style>/gi, ""));
  const lines = linesIn(body);
  const inner = innermost(`${lines.map(({ words }) => words).join("\n")}\n`);
  if (inner.above === undefined) return { text: html };
  const count = inner.text.split("\n").filter((line) => line.trim() !== "").length;
  const around: Element[] = [];
  for (let node = lines.at(-count)?.node; node && node !== body; node = node.parentNode ?? undefined) {
    while (node.previousSibling) node.previousSibling.remove();
    if (node.nodeName === "BLOCKQUOTE") around.push(node as Element);
  }
  for (const quotation of around) quotation.replaceWith(...quotation.childNodes);
  return { ...inner, text: count > 0 ? body.innerHTML : "" };
}
