import Builder from "fast-xml-builder";

/** An element: its attributes by name with `@` before it, its text under `#text`, its children by their names, in this order. */
export type Xml = string | number | undefined | { readonly [name: string]: Xml | readonly Xml[] };

const builder = new Builder({
  attributeNamePrefix: "@",
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

/** The characters that XML 1.0 (§ 2.2) forbids: control characters and unpaired surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The same and paired surrogates, which are found several times faster and are rare. */
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/;

/** Returns elements as XML: escaped, without forbidden characters, and without children that have no value. */
export function xml(elements: { readonly [name: string]: Xml | readonly Xml[] }): string {
  const text = builder.build(elements);
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, "") : text;
}

/** Returns a document: its root element, and a style sheet for people who open it in a browser. */
export function xmlDocument(root: { readonly [name: string]: Xml }, stylesheet?: string): string {
  const whole = xml({
    "?xml": { "@version": "1.0", "@encoding": "utf-8" },
    ...(stylesheet === undefined ? {} : { "?xml-stylesheet": { "@type": "text/css", "@href": stylesheet } }),
    ...root,
  });
  return `${whole}\n`;
}
