import Turndown from "turndown";
import { memoized, oncePer } from "../../model/memo.ts";
import { isDay } from "../../text/grammar/lists.ts";
import { gridOf } from "./tables.ts";

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const lowered = "₀₁₂₃₄₅₆₇₈₉";
const digits = (text: string, signs: string) => text.replace(/\d/g, (digit) => signs[Number(digit)] ?? digit);

/** Turns an element's content into the Markdown that the site renders: no HTML, no escapes that are not needed. */
export function markdownOf(element: Element): string {
  return engine()
    .turndown(element.innerHTML)
    .replace(/[ \t\u00a0]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const engine = memoized((): Turndown => {
  const made = new Turndown({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "*",
    hr: "---",
    br: "\\",
  });
  made.escape = escapeMarkdown;
  made.addRule("strong", { filter: ["strong", "b"], replacement: (content, node) => emphasis(content, node, "**") });
  made.addRule("emphasis", { filter: ["em", "i"], replacement: (content, node) => emphasis(content, node, "*") });
  made.addRule("table", { filter: "table", replacement: (_, node) => `\n\n${tableOf(node as Element)}\n\n` });
  made.addRule("footnote", {
    filter: (node) => node.nodeName === "A" && node.hasAttribute("data-note"),
    replacement: (_, node) => `[^${(node as Element).getAttribute("data-note")}]`,
  });
  made.addRule("raised", { filter: ["sup"], replacement: (content, node) => raisedText(content, node) });
  made.addRule("lowered", {
    filter: ["sub"],
    replacement: (content) => (/^\d*$/.test(content) ? digits(content, lowered) : `<sub>${content}</sub>`),
  });
  made.addRule("typewriter", {
    filter: ["tt", "kbd", "samp"] as never,
    replacement: (content) => (content.trim() ? `\`${content.trim().replaceAll("\\", "")}\`` : ""),
  });
  made.addRule("bare", {
    filter: (node) => node.nodeName === "A" && node.getAttribute("href") === node.textContent?.trim(),
    replacement: (_, node) => `<${(node as Element).getAttribute("href")}>`,
  });
  made.addRule("item", {
    filter: "li",
    replacement(content, node, options) {
      const parent = node.parentNode as Element | null;
      const number = parent?.nodeName === "OL" ? numbersIn(parent).get(node as Element) : undefined;
      const marker = number === undefined ? `${options.bulletListMarker} ` : `${number}. `;
      const body = content.trim().replace(/\n/g, `\n${" ".repeat(marker.length)}`);
      return `${marker}${body}${node.nextSibling ? "\n" : ""}`;
    },
  });
  return made;
});

/** A node of Turndown, with the spaces that it took from its ends. */
type Spaced = Node & { readonly flankingWhitespace: { readonly leading: string; readonly trailing: string } };

/**
 * Words between marks. Markdown reads a mark only where no letter touches it on the other side of a punctuation mark:
 * such marks go outside, and where that cannot be the words stand without emphasis.
 */
function emphasis(content: string, node: Node, mark: string): string {
  // Two kinds of emphasis without a space between them are not told apart.
  const isGlued = /^(?:EM|I|STRONG|B)$/.test(node.previousSibling?.nodeName ?? "");
  if (isGlued || !/[\p{L}\p{N}]/u.test(content)) return content;
  const before = /[\p{L}\p{N}]/u.test(beside(node, "previousSibling").slice(-1));
  const after = /[\p{L}\p{N}]/u.test(beside(node, "nextSibling").charAt(0));
  const [, lead = "", core = "", trail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(content) ?? [];
  // Spaces at the ends are outside already.
  const { leading, trailing } = (node as Spaced).flankingWhitespace;
  const head = before && lead + leading === "" ? (/^[\p{P}\p{S}]+/u.exec(core)?.[0] ?? "") : "";
  const tail = after && trail + trailing === "" ? (/[\p{P}\p{S}]+$/u.exec(core)?.[0] ?? "") : "";
  // Marks and brackets belong to what they open and close.
  if (/[*_[\]()`<>]/.test(head + tail)) return content;
  return `${lead}${head}${mark}${core.slice(head.length, core.length - tail.length)}${mark}${tail}${trail}`;
}

/** The words next to a node in its paragraph. */
function beside(node: Node, side: "previousSibling" | "nextSibling"): string {
  let at: Node | null = node;
  while (at && !at[side] && at.parentNode && /^(?:A|B|I|EM|STRONG|SPAN|U|FONT)$/.test(at.parentNode.nodeName))
    at = at.parentNode;
  return at?.[side]?.textContent ?? "";
}

/** The numbers that a browser shows before the items of a list, counted once a list. */
const numbersIn = oncePer((list: Element): ReadonlyMap<Element, number> => {
  const items = Array.from(list.children);
  const step = list.hasAttribute("reversed") ? -1 : 1;
  const given = (element: Element, name: string) =>
    /^\d{1,6}$/.test(element.getAttribute(name) ?? "") ? Number(element.getAttribute(name)) : undefined;
  let next = (given(list, "start") ?? (step === 1 ? 1 : items.length)) - step;
  return new Map(
    items.map((item) => {
      next = given(item, "value") ?? next + step;
      return [item, next];
    }),
  );
});

const lines: Readonly<Record<string, string>> = { left: ":--", center: ":-:", right: "--:" };

/** A table as Markdown: a line for each row, a bar between cells. */
function tableOf(table: Element): string {
  const { title, rows, aligns } = gridOf(table);
  const cells = rows.map((row) => row.map((html) => inline(html).replaceAll("|", "\\|").padEnd(3)));
  const [head = [], ...body] = cells;
  if (head.length === 0) return inline(title);
  const rule = head.map((_, column) => lines[aligns[column] ?? ""] ?? "---");
  const written = [head, rule, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
  return title ? `**${inline(title).replaceAll("**", "")}**\n\n${written}` : written;
}

const inline = (html: string) =>
  html === ""
    ? ""
    : engine()
        .turndown(html)
        .replace(/\s*\\?\n\s*/g, " ")
        .trim();

/** `m²`, `10⁻³` and `1ˢᵗ` have characters of their own, or need none; a footnote's number goes into brackets, and a formula keeps its tag. */
function raisedText(content: string, node: Node): string {
  const isPower = /[\d)]$/.test(beside(node, "previousSibling"));
  if (/^[-−–]?\d+$/.test(content) && (isPower || /^\D?\d$/.test(content)))
    return digits(content.replace(/^\D/, "⁻"), raised);
  if (/^[\d*]+$/.test(content)) return `[${content}]`;
  return /^[^[].*\d|^\d|[+=−]|^[kmnx]$/.test(content) ? `<sup>${content}</sup>` : content;
}

/** Takes from words what Markdown would read as marks, and nothing else: an editor reads this. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/[*`]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/\](?= ?[([])/g, "\\]")
    .replace(/\[(?=\^)/g, "\\[")
    .replace(/<(?=[a-z/!?])(?!\S+@[\w.-]+>|https?:\/\/[^\s<>]+>)/gi, "\\<")
    .replace(/~~/g, "\\~~")
    .replace(/&(?=#?\w{1,31};)/g, "\\&")
    .replace(/:(?=[a-z]{2,3}(?:-\w+)*\[)/g, "\\:");
}

/** The same for what Markdown reads as a mark only at the beginning of a line. */
export function escapeLineStarts(markdown: string): string {
  return markdown
    .replace(/^(?:#{1,6}\s|>|[-+](?:\s|$)|={3,}|-{3,}|:{3,})/gm, "\\$&")
    .replace(/^\[(?=[^\]\n]{1,200}\]:)/gm, "\\[")
    .replace(/^(\d{1,9})([.)])(?=\s|$)(.*)/gm, (line, number: string, mark: string, rest: string) =>
      isDay(line) ? line : `${number}\\${mark}${rest}`,
    );
}
