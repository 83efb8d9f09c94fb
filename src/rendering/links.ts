/** Rendered HTML (attributes in double quotes) with every link and picture as an address of its own, for readers elsewhere. */
export function withAbsoluteLinks(html: string, base: string): string {
  return html.replace(/ (href|src)="([^"]*)"/g, (whole, name: string, link: string) => {
    if (/^(?:https?:|mailto:|tel:)/i.test(link)) return whole;
    return URL.canParse(link, base) ? ` ${name}="${new URL(link, base).href}"` : whole;
  });
}

/** Plain words as Markdown that shows them as they are: on one line, no sign of it obeyed. */
export function asMarkdown(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+\-.!|~&^:]/g, "\\$&");
}
