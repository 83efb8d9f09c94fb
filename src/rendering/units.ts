/** The scripts whose writers put no spaces between words: the search takes each of their characters for a word. */
const SCRIPTS = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"];

/**
 * The source of a regular expression (flag u) for such a character with the marks on it. The search page's script gets it too,
 * because a question must be taken apart as texts are. Dictionaries differ between browsers, and between versions of Node.
 */
export const UNIT = `[${SCRIPTS.map((name) => `\\p{sc=${name}}`).join("")}々ー]\\p{M}*`;

const UNITS = new RegExp(`<[^>]*>|${UNIT}`, "gu");

/** Returns text, or HTML, with spaces around each character that stands for a word; tags stay as they are. */
export function unitsApart(text: string): string {
  return text.replace(UNITS, (found) => (found.startsWith("<") ? found : ` ${found} `));
}
