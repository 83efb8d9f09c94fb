const CHARACTERS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes words for HTML and XML, also in attributes with double quotes. In templates, Nunjucks escapes. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"]/g, (character) => CHARACTERS[character] ?? "");
}

/** Spaces at which a line may break, other than a single one. */
export const SPACES = / [^\S\u00a0\u202f]+|[^\S \u00a0\u202f][^\S\u00a0\u202f]*/g;

/** Marks of Markdown anywhere in a line, also entities, known tags and the beginnings of links. */
const MARKS = /[\\`*_[\]~]|<(?=[a-z/!?])|&(?=#|[a-z\d]+;)/gi;

/** Marks of Markdown at the beginning of a line. */
const FIRST = /^(\d{0,9})(?=[#=+\->|:]|(?<=\d)[.)])/;

/** Escapes words for one line of Markdown, wherever the line begins, so that none of their characters is a mark. */
export function escapeMarkdown(words: string): string {
  return escapeLineStart(escapeMarks(words));
}

/** Escapes words inside a line of Markdown. */
export function escapeMarks(words: string): string {
  return words.replace(SPACES, " ").replace(MARKS, "\\$&");
}

/** Escapes the beginning of a line of Markdown, so that it is no heading, list, quote or table. */
export function escapeLineStart(line: string): string {
  return line.replace(FIRST, "$1\\");
}

/** Escapes words for a regular expression, which then finds them as they are. */
export function escapePattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
