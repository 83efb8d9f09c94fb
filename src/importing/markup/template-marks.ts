import { escapeHtml } from "../../text/escape.ts";
import type { Dropped } from "../incoming.ts";

/** A shortcode's or tag's parameters: named ones by name, others by position. */
type Params = Readonly<Record<string, string | undefined>>;

/** What a mark of a template language means in Markdown. */
type Meaning = (params: Params, inner: string) => string;

const inside: Meaning = (_, inner) => inner;
const titled: Meaning = ({ title, heading, kicker, intro }, inner) => {
  const name = title ?? heading ?? kicker;
  return `\n\n${name ? `**${name}**\n\n` : ""}${intro ? `${intro}\n\n` : ""}${inner.trim()}\n\n`;
};
const picture: Meaning = ({ 0: first, src = first, alt = "", title, caption }) =>
  src
    ? `\n\n<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${(caption ?? title) ? `<figcaption>${caption ?? title}</figcaption>` : ""}</figure>\n\n`
    : "";
const address: Meaning = ({ 0: first, path, file }) => first ?? path ?? file ?? "";
const linked =
  (to: (params: Params) => string | undefined): Meaning =>
  (params) => {
    const url = to(params);
    return url ? `\n\n<a href="${escapeHtml(url)}">${params.title ?? params.text ?? url}</a>\n\n` : "";
  };

/** Hugo's shortcodes and Liquid's tags that have a meaning as text. A mark that is not here goes, and the report says so. */
const meanings: Readonly<Record<string, Meaning>> = {
  ref: address,
  relref: address,
  link: address,
  post_url: address,
  tmp: address,
  "legacy-file": address,
  figure: picture,
  img: picture,
  "img-right": picture,
  "img-left": picture,
  "legacy-img": picture,
  "legacy-img-right": picture,
  "legacy-img-left": picture,
  "asset-static": ({ file = "", label }) => (label ? `[${label}](${file})` : file),
  youtube: linked(({ 0: first, id = first }) => id && `https://www.youtube.com/watch?v=${id}`),
  vimeo: linked(({ 0: first, id = first }) => id && `https://vimeo.com/${id}`),
  tweet: linked(({ 0: first, id = first, user = "i" }) => id && `https://twitter.com/${user}/status/${id}`),
  x: linked(({ id, user = "i" }) => id && `https://x.com/${user}/status/${id}`),
  instagram: linked(({ 0: first, id = first }) => id && `https://www.instagram.com/p/${id}/`),
  "fb-video": linked(({ 0: first, src = first }) => src),
  "cspan-iframe": linked(({ src }) => src),
  button: linked(({ href, url, 0: first }) => href ?? url ?? first),
  "quote-block": ({ text = "", cite }) => `\n\n> ${text}\n${cite ? `>\n> — ${cite}\n` : ""}\n\n`,
  highlight: (_, inner) => `\n\n\`\`\`\n${inner.trim()}\n\`\`\`\n\n`,
  note: titled,
  box: titled,
  ring: titled,
  accordion: titled,
  "card-policy": titled,
  details: titled,
  "card-prompt": (params, inner) =>
    `${titled(params, inner)}${params["button-url"] ? `[${params["button-text"] ?? params["button-url"]}](${params["button-url"]})\n\n` : ""}`,
  raw: inside,
  comment: () => "",
};

const PAIRED = new Set([
  "highlight",
  "note",
  "box",
  "ring",
  "accordion",
  "card-policy",
  "card-prompt",
  "details",
  "raw",
  "comment",
]);

/** `{{< name … >}}`, `{{% name … %}}` and `{% name … %}`, opening or closing. */
const MARK = /\{\{[<%]\s*(\/?)\s*([\w-]+)([^{}]{0,2000}?)\/?\s*[%>]\}\}|\{%-?\s*(end)?([\w-]+)([^%]{0,2000}?)-?%\}/g;

/** Turns Hugo shortcodes, Liquid tags and kramdown marks into Markdown where they have a meaning; what has none is told. */
export function expandTemplates(text: string): { readonly text: string; readonly dropped: readonly Dropped[] } {
  if (!/\{\{|\{%|\{[:#.]|\[[a-z]/.test(text)) return { text, dropped: [] };
  const dropped: Dropped[] = [];
  let whole = "";
  let last = 0;
  const open: { name: string; params: Params; before: string }[] = [];
  for (const match of text.matchAll(MARK)) {
    whole += text.slice(last, match.index);
    last = match.index + match[0].length;
    const name = match[2] ?? match[5] ?? "";
    const isClosing = match[1] === "/" || match[4] === "end";
    const meaning = meanings[name];
    if (isClosing) {
      const at = open.findLastIndex((opened) => opened.name === name);
      const opened = open[at];
      if (!opened) continue;
      open.length = at;
      whole = opened.before + (meaning?.(opened.params, whole) ?? whole);
    } else if (!meaning) {
      if (name !== "endraw")
        dropped.push({ words: match[0], why: "This mark of the old site's templates means nothing outside it." });
    } else if (PAIRED.has(name)) {
      open.push({ name, params: paramsOf(match[3] ?? match[6] ?? ""), before: whole });
      whole = "";
    } else {
      const made = meaning(paramsOf(match[3] ?? match[6] ?? ""), "");
      // A picture in the words of a link would cut them in two.
      whole += /\[\s*$/.test(whole) ? (/<img [^>]*>/.exec(made)?.[0] ?? made) : made;
    }
  }
  whole += text.slice(last);
  // What was opened and never closed keeps its words.
  for (const opened of open.reverse()) whole = opened.before + whole;
  whole = whole.replace(/\{\{-?\s*[^{}<%]*\}\}/g, (words) => {
    if (/^\{\{-?\s*site\.(?:baseurl|url)/.test(words)) return "";
    dropped.push({ words, why: "This mark of the old site's templates means nothing outside it." });
    return "";
  });
  whole = whole.replace(/[ \t]*\{:\s*[^}\n]*\}|[ \t]*\{[#.][A-Za-z][\w?!-]*(?:[ .#][\w.#="-]+)*\}/g, (words) => {
    dropped.push({ words: words.trim(), why: "This mark of kramdown says how something looks, not what it is." });
    return "";
  });
  return { text: withoutWordPress(whole, dropped), dropped };
}

/** WordPress's marks: players become players of the page, pictures keep their captions, what has no words goes and is told. */
function withoutWordPress(text: string, dropped: Dropped[]): string {
  return text
    .replace(
      /\[(?:youtube|vimeo|embed|video|wpvideo)(?:[= ]|\]|\s+(?:src|url)=["“”]?)[^\]\n]*?(https?:\/\/[^\s\]"”&[]+(?:&[^\s\]"”[]*)?)[^\][\n]*(?:\]|\[\/\w+\])(?:\[\/\w+\])?/g,
      (_, url: string) => `\n\n<iframe src="${escapeHtml(url)}"></iframe>\n\n`,
    )
    .replace(
      /\[caption[^\]\n]*\]\s*((?:<a [^>]*>\s*)?<img [^>]*>(?:\s*<\/a>)?|!\[[^\]\n]*\]\([^)\n]*\))?([^[]{0,500})\[\/caption\]/g,
      (_, image: string | undefined, caption: string) =>
        image?.includes("<img")
          ? `\n\n<figure>${image}<figcaption>${caption.trim()}</figcaption></figure>\n\n`
          : `\n\n${image ?? ""}\n\n*${caption.trim()}*\n\n`,
    )
    .replace(
      /\[\/?(?:gallery|soundcloud|audio|playlist|contact-form(?:-7)?|slideshow|vc_[a-z_]+)(?:[ =][^\]\n]*)?\]/g,
      (words) => {
        if (!words.startsWith("[/"))
          dropped.push({ words, why: "This mark of the old site's program means nothing outside it." });
        return "";
      },
    );
}

function paramsOf(words: string): Params {
  const params: Record<string, string> = {};
  let position = 0;
  for (const [, name, double, single, bare] of words.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"'=]+))/g,
  )) {
    const value = double?.replace(/\\(.)/g, "$1") ?? single ?? bare ?? "";
    params[name ?? String(position++)] = value;
  }
  return params;
}
