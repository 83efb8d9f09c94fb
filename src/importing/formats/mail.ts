import PostalMime from "postal-mime";
import { decoded } from "../../model/address.ts";
import { filled } from "../../model/filled.ts";
import { withoutRedirect } from "../../text/redirects.ts";
import { withLetters } from "../archive/encoding.ts";
import type { Format, Incoming, Look, SourceText } from "../incoming.ts";
import { refusal } from "../refusals.ts";
import { withoutLabel } from "../wording/labels.ts";
import { innermost, innermostPage } from "./forwarded.ts";
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
  const title = withoutLabel(sent.replace(/^(?:(?:re|fwd?|aw|wg|tr|rv|отв|пересл)\s*:\s*)+/i, "")).trim();
  return {
    ...read,
    fields: { ...filled({ title, date: day }), ...read.fields },
    files,
    attached: [...files.keys()].filter((name) => isPlain || !inText.has(name)),
    look,
  };
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
