import { tables } from "@joplin/turndown-plugin-gfm";
import Turndown from "turndown";

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const lowered = "₀₁₂₃₄₅₆₇₈₉";
const digits = (text: string, signs: string) => text.replace(/\d/g, (digit) => signs[Number(digit)] ?? digit);

let engine: Turndown | undefined;

/** Turns an element's content into the Markdown that the site renders: no HTML, no escapes that are not needed. */
export function markdownOf(element: Element): string {
  engine ??= makeEngine();
  return engine
    .turndown(element.innerHTML)
    .replace(/[ \t\u00a0]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function makeEngine(): Turndown {
  const engine = new Turndown({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "*",
    hr: "---",
    br: "\\",
  });
  engine.use(tables);
  engine.escape = escapeMarkdown;
  engine.addRule("raised", { filter: ["sup"], replacement: (content) => raisedText(content) });
  engine.addRule("lowered", { filter: ["sub"], replacement: (content) => digits(content, lowered) });
  engine.addRule("typewriter", {
    filter: ["tt", "kbd", "samp"] as never,
    replacement: (content) => (content.trim() ? `\`${content.trim().replaceAll("\\", "")}\`` : ""),
  });
  engine.addRule("bare", {
    filter: (node) => node.nodeName === "A" && node.getAttribute("href") === node.textContent?.trim(),
    replacement: (_, node) => `<${(node as Element).getAttribute("href")}>`,
  });
  engine.addRule("item", {
    filter: "li",
    replacement(content, node, options) {
      const parent = node.parentNode as Element | null;
      const start = Number(parent?.getAttribute?.("start") ?? 1);
      const position = parent ? Array.from(parent.children).indexOf(node as Element) : 0;
      const marker = parent?.nodeName === "OL" ? `${start + position}. ` : `${options.bulletListMarker} `;
      const body = content.trim().replace(/\n/g, `\n${" ".repeat(marker.length)}`);
      return `${marker}${body}${node.nextSibling ? "\n" : ""}`;
    },
  });
  return engine;
}

/** `m²` and `1ˢᵗ` have signs of their own, or need none; a footnote's number goes into brackets. */
function raisedText(content: string): string {
  if (/^\d$/.test(content)) return digits(content, raised);
  return /^[\d*]+$/.test(content) ? `[${content}]` : content;
}

/** Takes from words what Markdown would read as signs, and nothing else: an editor reads this. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/[*`]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/\](?=[([])/g, "\\]")
    .replace(/~~/g, "\\~~")
    .replace(/&(?=#?\w{1,31};)/g, "\\&")
    .replace(/:(?=[a-z]{2,3}(?:-\w+)*\[)/g, "\\:");
}

/** The same for what Markdown reads as a sign only at the beginning of a line. */
export function escapeLineStarts(markdown: string): string {
  return markdown
    .replace(/^(?:#{1,6}\s|>|[-+](?:\s|$)|={3,}|-{3,}|:{3,})/gm, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/gm, "$1\\$2");
}
