import type { Block } from "../incoming.ts";

/** A line that begins as an item of a list does on paper. */
const BULLET = /^(?:[•·●▪◦‣■□➢➤✓✔\uf0a7\uf0b7\uf0d8]|[o§](?=[ \t\u00a0]{2}))[ \t\u00a0]*(?=\S)/u;

/** Paragraphs, or lines of one, that begin with a bullet become the items of a list. */
export function bulletLists(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    for (const part of block.kind === "paragraph" ? partsOf(block) : [block]) {
      const before = all.at(-1);
      if (part.kind === "list" && block.kind === "paragraph" && before?.markdown.startsWith("- "))
        all.splice(-1, 1, joined(before, part));
      else all.push(part);
    }
  }
  return all;
}

/** A paragraph as lists and paragraphs, cut at its own line ends; what follows an item without a bullet belongs to it. */
function partsOf(block: Block): Block[] {
  const lines = block.markdown.split("\\\n");
  if (!lines.some((line) => BULLET.test(line))) return [block];
  const first = lines.findIndex((line) => BULLET.test(line));
  const above = lines.slice(0, first).join("\\\n").trim();
  const items: string[] = [];
  for (const line of lines.slice(first)) {
    if (BULLET.test(line)) items.push(line.replace(BULLET, ""));
    else if (line.trim() !== "") items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  const cut = above === "" ? 0 : first;
  const words = block.lines ?? [block.text];
  const part = (kind: Block["kind"], markdown: string, lines: readonly string[]): Block => ({
    kind,
    markdown,
    text: lines.join(" "),
    lines,
  });
  const written = items.map((item) => `- ${item.trim().replace(/\n/g, "\n  ")}`).join("\n");
  const list = part("list", written, words.slice(cut));
  return above === "" ? [list] : [part("paragraph", above, words.slice(0, cut)), list];
}

function joined(one: Block, other: Block): Block {
  return {
    kind: "list",
    markdown: `${one.markdown}\n${other.markdown}`,
    text: `${one.text} ${other.text}`,
    lines: [...(one.lines ?? [one.text]), ...(other.lines ?? [other.text])],
  };
}
