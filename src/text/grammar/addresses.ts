import type { MarkdownIt, Token } from "markdown-it";
import { placed } from "./places.ts";
import { inlineRule } from "./rules.ts";

/** What a link may lead to: web, mail, phone, a place or file of the site. */
const SAFE = /^(?:https?:|mailto:|tel:|[/#?.]|[^:]*$)/i;

/** An address or a caption is no longer than this; without a bound, a text of many brackets would be read again and again. */
const LONGEST = 1000;

/** What leads to a program or to somebody's computer. It is read as a link, so that nobody sees its marks, and then leads nowhere. */
const REFUSED = /^(?:file|javascript|vbscript|data|[a-z]):/i;

const ASKED = new RegExp(`${SAFE.source}|${REFUSED.source}`, "i");

/** With spaces in it, only what looks like the address of a page or the name of a file is one: `[sic](as he said)` is none. */
const ADDRESS = /^(?:https?:|mailto:|tel:|file:|[a-z]:\\|\.{0,2}\/|#|www\.)|\.[a-z\d]{2,5}(?:[?#]\S*)?$/i;

/**
 * Lets addresses be as editors copy them from a folder or a browser: `[plan](my plan.pdf)`, `![](My Photo (1).JPG "The "best" one")`.
 * A picture may have any address here, because whoever reads the text must say what is wrong with it.
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
    // A caption with quotation marks in it ends at the last one before the bracket.
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

/** Takes the links out of a text that must not be made: their words stay. */
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

function isRefused(token: Token): boolean {
  return token.type === "link_open" && !SAFE.test(String(token.attrGet("href")));
}

/** Whether what begins here stands behind the words of a link: `](`. */
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
