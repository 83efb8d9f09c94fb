import type { MarkdownIt, Token } from "markdown-it";
import { token as made } from "../tokens.ts";

/**
 * Keeps the numbers of lists as typed. A list ends where they do not continue, because HTML would show others: `3. Anna`, `2. Olga`. An
 * item whose number neither follows nor precedes that of another item is no item: `21. Jahrhundert`.
 */
export function counting(engine: MarkdownIt): void {
  engine.core.ruler.before("inline", "counting", (state) => {
    const numbers = new Set(state.tokens.filter(isNumbered).map(numberOf));
    if (numbers.size === 0) return;
    const divided = state.tokens.flatMap(dividing(state.tokens));
    const source = state.src.split("\n");
    const isAlone = (number: number) => number > 1 && !numbers.has(number - 1) && !numbers.has(number + 1);
    state.tokens = unpacked(divided, ([, item, ...inside]) => {
      return item !== undefined && isNumbered(item) && isAlone(numberOf(item)) && takeMark(inside, source);
    });
  });
}

const LIST = /^(?:ordered|bullet)_list_(open|close)$/;

/** Returns a function that ends a list and begins another before each item whose number is not the next one. */
function dividing(all: readonly Token[]): (token: Token, index: number) => Token[] {
  const lists: { readonly open: Token; next: number | undefined }[] = [];
  return (token, index) => {
    const [, end] = LIST.exec(token.type) ?? [];
    if (end === "open") lists.push({ open: token, next: nextOf(all, index) });
    else if (end === "close") lists.pop();
    const list = lists.at(-1);
    if (!list || list.next === undefined || !isNumbered(token)) return [token];
    const number = numberOf(token);
    const isNext = number === list.next;
    list.next = number + 1;
    if (isNext) return [token];
    const { markup, level } = list.open;
    const open = made("ordered_list_open", "ol", 1, { block: true, markup, level, map: token.map });
    open.attrSet("start", number);
    return [made("ordered_list_close", "ol", -1, { block: true, markup, level }), open, token];
  };
}

/** Returns the first number of a list; undefined if all its numbers are the same. */
function nextOf(all: readonly Token[], index: number): number | undefined {
  const [open] = all.slice(index, index + 1);
  if (open?.type !== "ordered_list_open") return undefined;
  const numbers: number[] = [];
  for (let at = index + 1; (all[at]?.level ?? 0) > open.level; at++) {
    const token = all[at];
    if (token?.level === open.level + 1 && isNumbered(token)) numbers.push(numberOf(token));
  }
  return numbers.length > 1 && new Set(numbers).size === 1 ? undefined : numbers[0];
}

/** Replaces lists that are none by their content. `isNone` is asked for each list of one item, inner ones first. */
function unpacked(all: readonly Token[], isNone: (list: readonly Token[]) => boolean): Token[] {
  const tokens: Token[] = [];
  const opened: number[] = [];
  for (const token of all) {
    tokens.push(token);
    const [, end] = LIST.exec(token.type) ?? [];
    if (end === "open") opened.push(tokens.length - 1);
    if (end !== "close") continue;
    const list = tokens.slice(opened.pop());
    const isOne = list.filter(({ type, level }) => type === "list_item_open" && level === token.level + 1).length === 1;
    if (!isOne || !isNone(list)) continue;
    for (const inside of list) {
      if (inside.level === token.level + 2) inside.hidden = false;
      inside.level -= 2;
    }
    tokens.splice(-list.length, list.length, ...list.slice(2, -2));
  }
  return tokens;
}

const isNumbered = ({ type, info }: Token) => type === "list_item_open" && info !== "";

const numberOf = ({ info }: Token) => Number(info);

/** Adds the number of an item to its words. Returns whether the item begins with words. */
function takeMark([paragraph, words]: readonly Token[], source: readonly string[]): boolean {
  if (paragraph?.type !== "paragraph_open" || !words) return false;
  const line = source[words.map?.[0] ?? -1] ?? "";
  const [first = ""] = words.content.split("\n");
  const [mark] = /\d+[.)]\s+$/.exec(line.slice(0, line.lastIndexOf(first))) ?? [];
  if (mark === undefined) return false;
  words.content = mark + words.content;
  return true;
}
