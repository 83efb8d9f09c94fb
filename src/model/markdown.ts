import createMarkdown, { type Token } from "markdown-it";
import container from "markdown-it-container";
import { isLanguage } from "./fields.ts";

const engine = createMarkdown().use(container, "passage", { validate: (info: string) => isLanguage(info.trim()) });
// Whether a picture's address may be one is said to the editor, not passed over.
engine.validateLink = () => true;

/** What a text defines for its own use: the addresses of links and pictures that stand elsewhere in it. */
type Env = Parameters<typeof engine.parse>[1];

/** The blocks of a Markdown text (paragraphs, quotes, lists …), as its page has them; the words in them are not read. */
export function blockTokens(body: string, env: Env = {}): Token[] {
  const tokens: Token[] = [];
  engine.block.parse(body, engine, env, tokens);
  return tokens;
}

/** A picture as a text names it. */
interface NamedImage {
  readonly src: string;
  readonly alt: string;
  readonly title: string;
  /** Where its Markdown begins and ends in the text. */
  readonly at: number;
  readonly end: number;
}

const images = createMarkdown();
images.inline.ruler.enableOnly("image");
const [imageRule] = images.inline.ruler.getRules("");
engine.inline.ruler.at("image", (state, silent) => {
  const from = state.pos;
  if (!imageRule?.(state, silent)) return false;
  const image = state.tokens.at(-1);
  if (!silent && image) image.meta = { from, to: state.pos };
  return true;
});

/** The pictures of a Markdown text, in its order: what CommonMark takes for one, and nothing inside code. */
export function imagesOf(body: string): NamedImage[] {
  if (!body.includes("![")) return [];
  const starts = [0, ...[...body.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const env: Env = {};
  const found: NamedImage[] = [];
  let line = 0;
  for (const { type, map, content } of blockTokens(body, env)) {
    line = map?.[0] ?? line;
    if (type !== "inline" || !content.includes("![")) continue;
    const tokens: Token[] = [];
    engine.inline.parse(content, engine, env, tokens);
    for (const image of tokens.filter((token) => token.type === "image")) {
      const { from, to } = image.meta as { from: number; to: number };
      // A block's lines stand in the text without the signs before them; the cells of a table have no place of their own.
      const first = line + content.slice(0, from).split("\n").length - 1;
      const written = content
        .slice(from, to)
        .replaceAll("|", map ? "|" : "\\|")
        .split("\n");
      const placed = (index: number, least = 0) =>
        body.indexOf(written[index] ?? "", Math.max(least, starts[first + index] ?? 0));
      const last = written.length - 1;
      const at = placed(0, found.at(-1)?.end);
      found.push({
        src: String(image.attrGet("src") ?? ""),
        alt: onOneLine(engine.renderer.renderInlineAsText(image.children ?? [], engine.options, env)),
        title: onOneLine(String(image.attrGet("title") ?? "")),
        at,
        end: placed(last, at) + (written[last] ?? "").length,
      });
    }
  }
  return found;
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
