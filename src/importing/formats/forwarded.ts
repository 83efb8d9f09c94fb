import { elementOf, linesIn } from "../markup/html.ts";

/** Names of the lines above a forwarded email, in the languages of email programs. */
const FROM = "From|De|Von|Da|От|От кого|Ад|Від|من|发件人|寄件者";
const MORE =
  "Date|Sent|To|Cc|Subject|Importance|Attachments|Pièces jointes|Важность|Вложения|Envoyé|À|Objet|Gesendet|An|Betreff|Datum|Enviado(?: el)?|Para|Asunto|Fecha|Assunto|Inviato|Oggetto|Отправлено|Дата|Кому|Копия|Тема|Каму|Тэма|التاريخ|إلى|الموضوع|发送时间|日期|收件人|主题|抄送";

const HEAD = new RegExp(
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
export interface Inner {
  readonly text: string;
  readonly subject?: string;
  /** The words above the forwarded email. */
  readonly above?: string;
}

/** Returns the email that was forwarded, or answered, in plain words: people forward a release with a line of their own above. */
export function innermost(text: string): Inner {
  let inner: Inner = { text };
  for (let depth = 0; depth < 5; depth++) {
    const { text: words, above = "" } = inner;
    const quoted = WROTE.exec(words);
    const head = HEAD.exec(words);
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
export function innermostPage(html: string): Inner {
  const body = elementOf(html);
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
