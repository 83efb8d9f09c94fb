import type { Token } from "markdown-it";

/** A block of a text with the blocks inside it. Its kind is the type of its token without `_open`. */
export interface Node {
  readonly kind: string;
  readonly token: Token;
  readonly inside: readonly Node[];
}

/** Returns the blocks of a parsed text as a tree, for writers that need the content of a block first. */
export function treeOf(tokens: readonly Token[]): readonly Node[] {
  const top: Node[] = [];
  const open = [top];
  for (const token of tokens) {
    if (token.nesting === -1) {
      if (open.length > 1) open.pop();
      continue;
    }
    const inside: Node[] = [];
    open.at(-1)?.push({ kind: token.type.replace(/_open$/, ""), token, inside });
    if (token.nesting === 1) open.push(inside);
  }
  return top;
}

/** Returns the words of a block that contains no other blocks: a paragraph, a heading, a cell. */
export function wordsOf({ inside }: Node): readonly Token[] {
  const [first] = inside;
  return inside.length === 1 ? (first?.token.children ?? []) : inside.flatMap(({ token }) => token.children ?? []);
}

/** Indents lines by `first` and, from the second on, `rest`; empty lines stay empty. */
export function indented(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? first + line : line === "" ? rest.trimEnd() : rest + line))
    .join("\n");
}

/** Joins blocks with empty lines, those of a tight list without them. */
export function joined(nodes: readonly Node[], write: (node: Node, index: number) => string): string {
  let text = "";
  let isTight = false;
  for (const [index, node] of nodes.entries()) {
    const block = write(node, index);
    if (block === "") continue;
    const isHidden = node.token.hidden;
    text += text === "" ? block : `${isTight || isHidden ? "\n" : "\n\n"}${block}`;
    isTight = isHidden;
  }
  return text;
}

/** Whether the items of a list have no empty lines between them. */
export function isTightList({ inside }: Node): boolean {
  return inside.every((item) => item.inside.every(({ kind, token }) => kind !== "paragraph" || token.hidden));
}

/** Returns the rows of a table, each with its cells. */
export function rowsOf({ inside }: Node): (readonly Node[])[] {
  return inside.flatMap((part) => part.inside).map((row) => row.inside);
}

/** Returns the number with which an ordered list begins. */
export function startOf(list: Token): number {
  return Number(list.attrGet("start") ?? 1);
}

/** Returns the blocks of a footnote without what leads back from it. */
export function noteBlocks({ inside }: Node): Node[] {
  return inside.filter(({ kind }) => kind !== "footnote_anchor");
}
