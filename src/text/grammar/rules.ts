import createMarkdown, { type MarkdownIt, type StateInline } from "markdown-it";

/** Returns markdown-it's own rule for a kind of block, so that another rule can wrap it. */
export const blockRule = (name: string) => ownRule(createMarkdown().block.ruler, name);

/** Returns markdown-it's own rule for a whole text. */
export const coreRule = (name: string) => ownRule(createMarkdown().core.ruler, name);

/** Returns markdown-it's own rule for something inside a line. */
export const inlineRule = (name: string) => ownRule(createMarkdown().inline.ruler, name);

function ownRule<R>(ruler: { enableOnly(name: string): void; getRules(chain: string): R[] }, name: string): R {
  ruler.enableOnly(name);
  return ruler.getRules("")[0] as R;
}

/** Parses a part of a line. The caller pushes the tokens before and after it. */
export function tokenizePart(state: StateInline, from: number, to: number): void {
  const { posMax } = state;
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
}

/** Returns the rule that a plugin has given an engine for something inside a line. */
export function ruleNamed({ inline: { ruler } }: MarkdownIt, name: string): ReturnType<typeof inlineRule> {
  return ruler.getRules("").find((rule) => rule.name === name) as ReturnType<typeof inlineRule>;
}
