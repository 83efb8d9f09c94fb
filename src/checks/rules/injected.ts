import { countsOf } from "../../model/grouped.ts";
import { table } from "../data.ts";
import type { Document, Passage } from "../document.ts";
import { BLANK } from "../markup.ts";
import type { Fault } from "../rule.ts";

/** Patterns of advertising. Each that is found is one mark. */
const selling = table<readonly string[]>("advertising").map((pattern) => new RegExp(pattern, "u"));

/** Passages of fewer words say too little to compare. */
const SHORT = 3;

/**
 * Finds passages that have nothing to do with the text they stand in. Two things must meet: the passage speaks the language of
 * selling (two marks of `selling`, or one and more), and its vocabulary is foreign: at most one in seven of its longer words stands elsewhere in the text. Three
 * further things weigh half a mark each: it ends the text, it is no sentence, it has a link whose site nothing else in the text names.
 */
export function* foreignPassage(document: Document): Generator<Fault> {
  const blocks = document.passages.filter(({ from }) => typeof from === "number");
  const marks = blocks.map(({ source }) => {
    const small = source.toLowerCase();
    return selling.filter((pattern) => pattern.test(small)).length;
  });
  if (blocks.length < 2 || marks.every((count) => count === 0)) return;
  const stems = blocks.map(stemsOf);
  const heads = document.passages.filter(({ kind }) => /^(?:title|subtitle|summary)$/.test(kind));
  const elsewhere = new Set(heads.flatMap((passage) => [...stemsOf(passage)]));
  const counts = countsOf(stems.flatMap((own) => [...own]));
  for (const [index, passage] of blocks.entries()) {
    const own = [...(stems[index] ?? [])];
    const count = marks[index] ?? 0;
    if (count === 0 || own.length < SHORT) continue;
    const shared = own.filter((stem) => elsewhere.has(stem) || (counts.get(stem) ?? 0) > 1).length / own.length;
    const weight = count + circumstances(document, passage, index === blocks.length - 1);
    if (shared > 0.15 || weight < 2) continue;
    yield {
      at: document.whole(passage),
      message: "This passage has nothing to do with the rest of the text, and reads like an advertisement.",
      fix: "Delete it, and find out who added it: pages of hacked sites get such lines.",
      ...(weight < 2.5 ? { severity: "warning" } : {}),
    };
  }
}

/** Half a mark for each circumstance under which advertising is usually found. */
function circumstances(document: Document, passage: Passage, isLast: boolean): number {
  const isNoSentence = !/[.!?。…:"”»]\s*$/u.test(passage.text.replaceAll(BLANK, ""));
  const start = (passage.from as number) - document.bodyStart;
  const hosts = document.links.map(({ url, offset }) => {
    const [, host] = /^https?:\/\/([^/]+)/i.exec(url) ?? [];
    return { host, isOwn: offset >= start && offset < start + passage.source.length };
  });
  const isForeignLink = hosts.some(
    ({ host, isOwn }) => host && isOwn && hosts.filter((other) => other.host === host).length === 1,
  );
  return [isLast, isNoSentence, isForeignLink].filter(Boolean).length / 2;
}

/** The beginnings of the longer words of a passage: near enough to know a word again in another form. */
function stemsOf({ text }: Passage): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}|\p{Script=Han}{2}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}

/** HTML that hides text or brings in something from elsewhere. */
const HIDDEN =
  /<(?:script|form)\b[^<>]{0,2000}>|<[a-z][^<>]{0,2000}\b(?:style\s*=\s*["'][^"'<>]{0,2000}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt|em)?\s*(?=[;"'])|opacity\s*:\s*0(?![.\d]*[1-9])|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,})[^"'<>]{0,2000}["']|hidden(?=[\s>]))[^<>]{0,2000}>/giu;

/** Scripts of the code by which sites let others show a post, and the address of the post in that code. */
const EMBED =
  /^<script\b[^<>]*\bsrc\s*=\s*["'](?:https?:)?\/\/(?:platform\.(?:twitter|x)\.com|(?:www\.)?(?:instagram|tiktok|threads)\.(?:com|net)\/embed|connect\.facebook\.net|telegram\.org\/js\/telegram-widget|embed\.bsky\.app|(?:public\.flourish\.studio|datawrapper\.dwcdn\.net|e\.infogram\.com)\/)/i;
const POST =
  /(?:(?:href|cite|data-instgrm-permalink|data-href)\s*=\s*["'](?<whole>https?:\/\/[\w./-]+)|data-telegram-post\s*=\s*["'](?<telegram>[\w/]+))/gi;
const NEAR = 3000;

export function* hiddenText(document: Document): Generator<Fault> {
  const seen = document.texts.find(({ from }) => from === document.bodyStart)?.seen ?? "";
  for (const { 0: found, index } of seen.matchAll(HIDDEN)) {
    if (EMBED.test(found)) {
      const code = seen.slice(Math.max(0, index - NEAR), index) + found;
      const { whole, telegram } = [...code.matchAll(POST)].at(-1)?.groups ?? {};
      const post = telegram === undefined ? (whole ?? "https://…") : `https://t.me/${telegram}`;
      yield {
        at: document.inBody(index, found.length),
        message: "This code would show a post of another site: readers see it as it stands here.",
        fix: `Delete all of it, and link to the post: [what it says](${post})`,
      };
      continue;
    }
    yield {
      at: document.inBody(index, found.length),
      message: /^<(?:script|form)/i.test(found)
        ? "This is HTML that loads or does something: it has no place in a release and is shown as text."
        : "This is HTML that hides what follows from readers.",
      fix: "Delete it with all that it encloses, and find out who added it.",
    };
  }
}
