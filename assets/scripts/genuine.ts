/**
 * The page “Is this release genuine?”: compares a text with what was issued. It asks for the manifest and for the texts that
 * may be meant, on this site; what was pasted or dropped leaves the browser never.
 */
import type { Comparison } from "../../src/genuine/compare.ts";
import { INDEX, type Index, type Part, partFile, partOf, type Row, signatureFile } from "../../src/genuine/manifest.ts";
import {
  aroundIn,
  fileIn,
  type Signed,
  type Source,
  textOf,
  type Verdict,
  verdictOf,
} from "../../src/genuine/verdict.ts";
import type { Word } from "../../src/text/plain-words.ts";

/** The locale of the dates on all pages of the language. */
declare const LOCALE: string;
const find = <T extends HTMLElement>(name: string) => document.querySelector(name) as T;
const place = find<HTMLElement>(".genuine");
const form = find<HTMLFormElement>(".genuine form");
const pasted = find<HTMLTextAreaElement>("#pasted");
const input = find<HTMLInputElement>(".genuine input");
const answer = find<HTMLElement>(".verdict");
/** The words of the answers, which stand on the page. */
const WORDS = find(".genuine template").dataset as Readonly<
  Record<
    | "wait"
    | "failed"
    | "short"
    | "never"
    | "neverText"
    | "file"
    | "issued"
    | "issuedText"
    | "part"
    | "changed"
    | "changedText"
    | "corrected"
    | "correctedText"
    | "withdrawn"
    | "withdrawnText"
    | "supersededText"
    | "cut"
    | "missing"
    | Signed,
    string
  >
>;
const root = form.dataset.root ?? "/";
const days = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });
/** Only pages that nobody else can have changed on their way may compute a hash. */
const subtle: SubtleCrypto | undefined = crypto.subtle;

async function get(file: string): Promise<Response> {
  const response = await fetch(root + file);
  if (!response.ok) throw new Error(file);
  return response;
}

async function sha256(bytes: BufferSource): Promise<string> {
  if (!subtle) return "";
  const hash = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

async function signedBy({ key, name }: Part, asked: string, text: string, { keys }: Index): Promise<Signed> {
  if (name !== asked) return "wrong";
  if (key === undefined) return "unsigned";
  const spki = keys[key];
  if (spki === undefined) return "wrong";
  const signature = await (await get(signatureFile(name))).arrayBuffer();
  try {
    const imported = await crypto.subtle.importKey("spki", bytesOf(spki), "Ed25519", false, ["verify"]);
    const bytes = new TextEncoder().encode(text);
    return (await crypto.subtle.verify("Ed25519", imported, signature, bytes)) ? "valid" : "wrong";
  } catch {
    // Browsers from before 2025 know no Ed25519; where others could change the page on its way, there is no `crypto.subtle`.
    return "untold";
  }
}

let opened: Promise<Source> | undefined;
async function open(): Promise<Source> {
  const index: Index = await (await get(INDEX)).json();
  const parts = new Map<string, ReturnType<Source["part"]>>();
  const read = async (name: string) => {
    const text = await (await get(partFile(name))).text();
    const part = partOf(text);
    if (!part) throw new Error(partFile(name));
    return { part, signed: await signedBy(part, name, text, index) };
  };
  return {
    index,
    part(name) {
      const part = parts.get(name) ?? read(name);
      parts.set(name, part);
      return part;
    },
    async text({ file, sha256: expected }: Row) {
      const bytes = await (await get(file)).arrayBuffer();
      if (subtle && (await sha256(bytes)) !== expected) throw new Error(file);
      return new TextDecoder().decode(bytes);
    },
  };
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** The lines of the text in which something differs: what was added in marks, and what was left out. */
function marked(text: string, words: readonly Word[], { added, missing, begin, cut }: Comparison): HTMLElement {
  const quote = element("blockquote");
  quote.dir = "auto";
  let at = (begin && words[begin]?.from) || 0;
  const upTo = (end: number, isLast = false) => {
    const whole = new RegExp(`${at > 0 ? "(?<=\n)" : "^"}[^]*\\S[^]*${isLast ? "$" : "(?=\n)"}`);
    quote.append(text.slice(at, end).replace(whole, "…"));
    at = end;
  };
  for (const [index, { from, to }] of words.slice(0, cut).entries()) {
    const lost = missing.filter(({ before }) => before === index);
    const isAdded = added.has(index);
    // What stood in the place of a marked word stands beside it, also at the end of a line.
    if ((isAdded || lost.length > 0) && !added.has(index - 1)) upTo(from);
    for (const { words: said } of lost) {
      const del = element("del", said);
      del.title = WORDS.missing;
      quote.append(" ", del, " ");
    }
    if (!isAdded) continue;
    quote.append(element("mark", text.slice(at, to)));
    at = to;
  }
  upTo(words[cut]?.from ?? text.length, true);
  return quote;
}

/** Fills the slots of a word: words or elements. */
function filled(word: string, slots: Readonly<Record<string, string | Node>>): HTMLParagraphElement {
  return element("p", ...word.split(/(\{\w+\})/).map((part) => slots[part.slice(1, -1)] ?? part));
}

function linkTo(file: string, title: string): HTMLAnchorElement {
  const link = element("a", title);
  link.href = root + (file.endsWith(".txt") ? file.replace(/[^/]*$/, "") : file);
  link.dir = "auto";
  return link;
}

/** What is said of a text: the verdict, its heading, and more in words or elements. */
type Answer = readonly [is: string, heading: string, ...more: (string | Node)[]];

function say(...[is, heading, ...more]: Answer): void {
  answer.dataset.verdict = is;
  answer.replaceChildren(
    element("h2", heading),
    ...more.map((part) => (typeof part === "string" ? element("p", part) : part)),
  );
  answer.focus();
}

function answerTo(text: string, verdict: Verdict): Answer {
  if (verdict.is === "short") return ["short", WORDS.short];
  if (verdict.is === "never") return ["never", WORDS.never, WORDS.neverText];
  const { row, signed } = verdict;
  const { day, is } = row.release;
  const dated = (word: string) => word.replace("{date}", days.format(new Date(day)));
  if (verdict.is === "withdrawn") {
    const link = linkTo(row.file, row.file.split("/").at(-2) ?? "");
    return ["withdrawn", dated(WORDS.withdrawn), WORDS.withdrawnText, element("p", link), WORDS[signed]];
  }
  const { title, comparison, words } = verdict;
  const link = filled(WORDS.issuedText, { title: linkTo(row.file, title) });
  const notes = [
    ...(comparison.isPart ? [WORDS.part] : []),
    ...aroundIn(text, verdict).map((outer) => WORDS.cut.replace("{words}", () => outer)),
    ...(is === "superseded" ? [WORDS.supersededText] : []),
    WORDS[signed],
  ];
  if (verdict.is === "genuine") return ["genuine", dated(WORDS.issued), link, ...notes];
  if (verdict.is === "since-corrected")
    return ["since-corrected", dated(WORDS.corrected), WORDS.correctedText, link, ...notes];
  return ["changed", dated(WORDS.changed), WORDS.changedText, link, marked(text, words, comparison), ...notes];
}

/** Loads the manifest, again where that failed. */
function source(): Promise<Source> {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

let asked = 0;
/** Shows the answer to the last question. */
async function reply(to: () => Promise<Answer>): Promise<void> {
  const now = ++asked;
  answer.textContent = WORDS.wait;
  const said = await to().catch((): Answer => ["failed", WORDS.failed]);
  if (now === asked) say(...said);
}

async function answerToText(text: string): Promise<Answer> {
  return answerTo(text, await verdictOf(text, await source()));
}

const IS_TEXT = /\.(?:txt|md|html?|eml|json|csv)$/i;

const UNSEEN = /<(style|script|noscript|template)\b[\s\S]*?<\/\1>|\sstyle\s*=\s*("[^"]*"|'[^']*')/gi;

/** Returns the words of an HTML page, one block a line. Its styles are left out first: this page's policy would report them. */
function seenOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html.replace(UNSEEN, ""), "text/html");
  // What a correction has changed is told there, closed.
  for (const difference of body.querySelectorAll(".difference")) difference.remove();
  for (const block of body.querySelectorAll("p,li,h1,h2,h3,h4,tr,div,br,figcaption,dt,dd,summary")) block.after("\n");
  return body.textContent ?? "";
}

async function answerToFile(file: File): Promise<Answer> {
  const bytes = await file.arrayBuffer();
  const found = await fileIn(await sha256(bytes), await source());
  const isText = file.type.startsWith("text/") || IS_TEXT.test(file.name);
  if (isText && (!found || found.row.release)) {
    const text = textOf(new Uint8Array(bytes));
    return answerToText(file.type === "text/html" || /\.html?$/i.test(file.name) ? seenOf(text) : text);
  }
  if (!found) return ["never", WORDS.never, WORDS.file];
  const link = filled(WORDS.issuedText, { title: linkTo(found.row.file, found.row.file) });
  return ["genuine", file.name, link, WORDS[found.signed]];
}

place.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (pasted.value.trim()) reply(() => answerToText(pasted.value));
});
input.addEventListener("change", () => {
  const [file] = input.files ?? [];
  if (file) reply(() => answerToFile(file));
});
place.addEventListener("dragover", (event) => event.preventDefault());
place.addEventListener("drop", (event) => {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  reply(() => answerToFile(file));
});
