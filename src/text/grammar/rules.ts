import createMarkdown, { type MarkdownIt, type StateInline } from "markdown-it";

type BlockRule = ReturnType<MarkdownIt["block"]["ruler"]["getRules"]>[number];
type CoreRule = ReturnType<MarkdownIt["core"]["ruler"]["getRules"]>[number];
type InlineRule = ReturnType<MarkdownIt["inline"]["ruler"]["getRules"]>[number];

/** Returns markdown-it's own rule for a kind of block, so that another rule can wrap it. */
export function blockRule(name: string): BlockRule {
  const { ruler } = createMarkdown().block;
  ruler.enableOnly(name);
  return ruler.getRules("")[0] as BlockRule;
}

/** Returns markdown-it's own rule for a whole text. */
export function coreRule(name: string): CoreRule {
  const { ruler } = createMarkdown().core;
  ruler.enableOnly(name);
  return ruler.getRules("")[0] as CoreRule;
}

/** Returns markdown-it's own rule for something inside a line. */
export function inlineRule(name: string): InlineRule {
  const { ruler } = createMarkdown().inline;
  ruler.enableOnly(name);
  return ruler.getRules("")[0] as InlineRule;
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
export function ruleNamed({ inline: { ruler } }: MarkdownIt, name: string): InlineRule {
  return ruler.getRules("").find((rule) => rule.name === name) as InlineRule;
}
