/**
 * The characters of scripts whose writers put no spaces between words, by their code points, because each version of Unicode
 * counts others to a script: Thai and Lao, Burmese, Khmer, Hiragana, Katakana, Han.
 */
const CHARACTERS = [
  "\\u0e01-\\u0eff",
  "\\u1000-\\u109f",
  "\\u1780-\\u17dd",
  "\\u3005-\\u3007\\u3041-\\u309f",
  "\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\uff66-\\uff9f",
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}",
];

/**
 * The source of a regular expression (flag u) for such a character with the marks on it: the search takes it for a word. The search
 * page's script gets it too, because a question must be taken apart as texts are.
 */
export const UNIT = `[${CHARACTERS.join("")}]\\p{M}*`;

const UNITS = new RegExp(`<[^>]*>|${UNIT}`, "gu");

/** Returns text, or HTML, with spaces around each character that stands for a word; tags stay as they are. */
export function unitsApart(text: string): string {
  return text.replace(UNITS, (found) => (found.startsWith("<") ? found : ` ${found} `));
}
