import type { Block } from "../incoming.ts";

/** Headings so that none is more than one level below the one above it: the title of the release is the first level. */
export function inOrder(blocks: readonly Block[]): Block[] {
  const used = [...new Set(blocks.flatMap(({ level }) => level ?? []))].toSorted();
  let before = 1;
  return blocks.map((block) => {
    if (block.level === undefined) return block;
    const depth = Math.min(used.indexOf(block.level) + 2, before + 1, 6);
    before = depth;
    return { ...block, markdown: block.markdown.replace(/^#+/, "#".repeat(depth)) };
  });
}
