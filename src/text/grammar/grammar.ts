import createMarkdown, { type MarkdownIt, type Token } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { memoized } from "../../model/memo.ts";
import { addresses, refusedLinks } from "./addresses.ts";
import { allowedTags } from "./allowed-tags.ts";
import { bareAddresses } from "./bare-addresses.ts";
import { counting } from "./counting.ts";
import { figures } from "./figures.ts";
import { footnotes } from "./footnotes.ts";
import { headingsBelowTitle, lenientBlocks } from "./lenient-blocks.ts";
import { passages } from "./passages.ts";
import { linePlaces } from "./places.ts";
import { coreRule } from "./rules.ts";
import { setWords } from "./set-words.ts";
import { attributedQuotes } from "./speakers.ts";
import { tableColumns, widestRows } from "./tables.ts";

/** Whether the words of a text get the typography of the language (`set`), or stay as typed and keep their places (`typed`). */
export type Setting = "set" | "typed";

/**
 * Returns the one grammar of all texts that editors write: CommonMark, tables, footnotes, passages in other languages, quotes with their
 * speaker, pictures. Raw HTML is shown as text, and only links to web, email, phone and the site itself are made. The grammar does not
 * depend on where a text will be shown.
 */
export function grammarFor(lang: string, setting: Setting = "set"): MarkdownIt {
  return setting === "typed" ? made("en", setting) : made(lang, setting);
}

const linkify = coreRule("linkify");

const canHaveAddress = ({ type, content }: Token) => type === "text" && /\/\/|@/.test(content);

const made = memoized((lang: string, setting: Setting): MarkdownIt => {
  const isSet = setting === "set";
  const engine = createMarkdown({ html: false, linkify: true });
  engine.disable(isSet ? ["replacements", "code"] : ["replacements", "code", "text_join"]);
  if (isSet) engine.use(setWords, lang);
  engine.use(bareAddresses);
  // Nothing else is an address without brackets, and looking for one takes as long as parsing the blocks.
  engine.core.ruler.at("linkify", (state) => {
    if (state.tokens.some(({ children }) => children?.some(canHaveAddress))) linkify(state);
  });
  engine.use(addresses);
  engine.use(linePlaces);
  engine.use(cjkFriendly);
  engine.use(allowedTags);
  engine.use(lenientBlocks);
  engine.use(counting);
  engine.use(passages);
  engine.use(footnotes);
  engine.use(attributedQuotes);
  engine.use(headingsBelowTitle);
  engine.use(widestRows);
  engine.use(tableColumns);
  engine.use(figures);
  if (isSet) engine.use(refusedLinks);
  return engine;
});
