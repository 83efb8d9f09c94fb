/** An element: its attributes by name with `@` before it, its text under `#text`, its children by their names, in this order. */
export type Xml = string | number | undefined | { readonly [name: string]: Xml | readonly Xml[] };

/** The characters that XML 1.0 (§ 2.2) forbids: control characters and unpaired surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The characters without one of which none is forbidden: a faster look, because hardly any text has one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
const CAN_BE_FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&apos;",
  '"': "&quot;",
};

/** The last long text and its escaped form: the entries of several feeds have the same, one after the other. */
let last = { text: "", escaped: "" };

function escaped(value: string | number): string {
  const text = String(value);
  if (text === last.text) return last.escaped;
  const made = text.replace(/[&<>'"]/g, (character) => ENTITIES[character] ?? "");
  const allowed = CAN_BE_FORBIDDEN.test(made) ? made.replace(FORBIDDEN, "") : made;
  if (text.length > 1000) last = { text, escaped: allowed };
  return allowed;
}

/** Returns elements as XML: escaped, without forbidden characters, and without children that have no value. */
export function xml(elements: { readonly [name: string]: Xml | readonly Xml[] }): string {
  let made = "";
  for (const [name, values] of Object.entries(elements))
    for (const value of isList(values) ? values : [values]) made += element(name, value);
  return made;
}

function element(name: string, value: Xml): string {
  if (value === undefined) return "";
  if (typeof value !== "object") return closed(name, escaped(value));
  let start = name;
  let inside = "";
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "string" && typeof inner !== "number") inside += xml({ [key]: inner });
    else if (key.startsWith("@")) start += ` ${key.slice(1)}="${escaped(inner)}"`;
    else inside += key === "#text" ? escaped(inner) : closed(key, escaped(inner));
  }
  return closed(start, inside, name);
}

function closed(start: string, inside: string, name = start): string {
  if (name.startsWith("?")) return `<${start}?>`;
  return inside === "" ? `<${start}/>` : `<${start}>${inside}</${name}>`;
}

function isList(values: Xml | readonly Xml[]): values is readonly Xml[] {
  return Array.isArray(values);
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
