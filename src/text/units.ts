/**
 * The characters of scripts without spaces between words: Thai and Lao, Burmese, Khmer, Hiragana, Katakana, Han. They are given by code
 * points, because versions of Unicode differ in the characters of a script.
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
 * The source of a regular expression (flag u) for such a character with its marks. The search treats it as a word; the search page's
 * script does too, because a question must be split like texts.
 */
export const UNIT = `[${CHARACTERS.join("")}]\\p{M}*`;

const UNITS = new RegExp(`<[^>]*>|${UNIT}`, "gu");

/** Returns text, or HTML, with spaces around each such character; tags stay as they are. */
export function unitsApart(text: string): string {
  return text.replace(UNITS, (found) => (found.startsWith("<") ? found : ` ${found} `));
}
