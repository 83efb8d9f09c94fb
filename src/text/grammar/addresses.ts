import type { MarkdownIt, Token } from "markdown-it";
import { placed } from "./places.ts";
import { inlineRule } from "./rules.ts";

/** Allowed addresses of links: web, email, phone, a page or file of the site. */
const SAFE = /^(?:https?:|mailto:|tel:|[/#?.]|[^:]*$)/i;

/** The limit for an address or a caption. Without it, a text of many brackets would take quadratic time. */
const LONGEST = 1000;

/** Addresses of programs or of somebody's computer. They are read as links, so that nobody sees the marks, and the links are then removed. */
const REFUSED = /^(?:file|javascript|vbscript|data|[a-z]):/i;

const ASKED = new RegExp(`${SAFE.source}|${REFUSED.source}`, "i");

/** Addresses with spaces must look like those of a page or a file, because `[sic](as he said)` is no link. */
const ADDRESS = /^(?:https?:|mailto:|tel:|file:|[a-z]:\\|\.{0,2}\/|#|www\.)|\.[a-z\d]{2,5}(?:[?#]\S*)?$/i;

/**
 * Accepts addresses as editors copy them from a folder or a browser: `[plan](my plan.pdf)`, `![](My Photo (1).JPG "The "best" one")`.
 * A picture may have any address here, because the loader reports wrong ones.
 */
export function addresses(engine: MarkdownIt): void {
  const { parseLinkDestination, parseLinkTitle } = engine.helpers;
  const isClosed = (source: string, from: number, end: number) => {
    const pos = skipSpaces(source, from, end);
    return source[pos] === ")" ? pos : -1;
  };
  const titleAt: typeof parseLinkTitle = (source, start, max, before) => {
    const found = parseLinkTitle(source, start, max, before);
    const mark = source[start];
    if (before || (mark !== '"' && mark !== "'") || (found.ok && isClosed(source, found.pos, max) !== -1)) return found;
    // A caption that contains quotation marks ends at the last one before the bracket.
    const end = Math.min(lineEnd(source, start), max, start + LONGEST);
    for (let pos = source.indexOf(mark, start + 1); pos !== -1 && pos < end; pos = source.indexOf(mark, pos + 1)) {
      if (isClosed(source, pos + 1, end) === -1) continue;
      const str = engine.utils.unescapeAll(source.slice(start + 1, pos));
      return { ...found, ok: true, can_continue: false, pos: pos + 1, str };
    }
    return found;
  };
  engine.helpers.parseLinkTitle = titleAt;
  engine.helpers.parseLinkDestination = (source, start, max) => {
    const found = parseLinkDestination(source, start, max);
    if (source[start] === "<" || !isAfterWords(source, start)) return found;
    if (found.ok && (isClosed(source, found.pos, max) !== -1 || endsWithTitle(found.pos))) return found;
    const end = Math.min(lineEnd(source, start), max, start + LONGEST);
    let depth = 0;
    let isTitle = false;
    for (let pos = start; pos < end; pos++) {
      const character = source[pos];
      if (character === "(") depth++;
      else if (character === ")" && depth-- === 0) return address(source.slice(start, pos), pos) ?? found;
      else if (!isTitle && character === " " && /["']/.test(source[pos + 1] ?? "")) {
        isTitle = true;
        if (endsWithTitle(pos)) return address(source.slice(start, pos), pos) ?? found;
      }
    }
    return found;

    function endsWithTitle(at: number): boolean {
      const from = skipSpaces(source, at, max);
      if (from === at) return false;
      const title = titleAt(source, from, max);
      return title.ok && isClosed(source, title.pos, max) !== -1;
    }
  };
  const address = (words: string, pos: number) =>
    ADDRESS.test(words.trim()) && !words.includes("](")
      ? { ok: true, pos, str: engine.utils.unescapeAll(words.trim()) }
      : undefined;

  const { normalizeLink, normalizeLinkText } = engine;
  engine.normalizeLink = (url) => normalizeLink(/^tel:/i.test(url) ? url.replace(/[\s\u00a0()]/g, "") : url);
  engine.normalizeLinkText = (url) => normalizeLinkText(url.replace(/^(?:mailto|tel):/i, ""));

  let allowed = SAFE;
  engine.validateLink = (url) => allowed.test(url.trim());
  const within = (pattern: RegExp, rule: ReturnType<typeof inlineRule>): typeof rule => {
    return (state, silent) => {
      const before = allowed;
      allowed = pattern;
      try {
        return rule(state, silent);
      } finally {
        allowed = before;
      }
    };
  };
  const image = within(/^/, placed(inlineRule("image"), "image"));
  engine.inline.ruler.at("image", (state, silent) => {
    const env = state.env as { isPicture?: unknown };
    const before = env.isPicture === true;
    env.isPicture = true;
    const isOne = image(state, silent);
    env.isPicture = before;
    return isOne;
  });
  engine.inline.ruler.at("link", within(ASKED, placed(inlineRule("link"), "link_open")));
}

/** Removes forbidden links from a text and keeps their words. */
export function refusedLinks(engine: MarkdownIt): void {
  engine.core.ruler.push("refused-links", (state) => {
    for (const token of state.tokens) {
      if (!token.children?.some(isRefused)) continue;
      const open: boolean[] = [];
      token.children = token.children.filter((child) => {
        if (child.type === "link_open") open.push(isRefused(child));
        const refused = /^link_/.test(child.type) && open.at(-1) === true;
        if (child.type === "link_close") open.pop();
        return !refused;
      });
    }
  });
}

const isRefused = (token: Token) => token.type === "link_open" && !SAFE.test(String(token.attrGet("href")));

/** Whether a place is after the words of a link: `](`. */
function isAfterWords(source: string, start: number): boolean {
  let pos = start - 1;
  while (pos > 0 && /\s/.test(source[pos] ?? "")) pos--;
  return source[pos] === "(" && source[pos - 1] === "]";
}

function skipSpaces(source: string, from: number, end: number): number {
  let pos = from;
  while (pos < end && /[ \t\n]/.test(source[pos] ?? "")) pos++;
  return pos;
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  return end === -1 ? source.length : end;
}
