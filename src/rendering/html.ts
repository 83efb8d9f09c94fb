const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as they stand in HTML, attributes in double quotes included. For what is no template: there Nunjucks escapes. */
export function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? "");
}
