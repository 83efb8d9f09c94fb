import { escapeHtml } from "../../text/escape.ts";
import type { Dropped } from "../incoming.ts";

/** A shortcode's or tag's parameters: named ones by name, others by position. */
type Params = Readonly<Record<string, string | undefined>>;

/** What a mark of a template language means in Markdown; `inner` is what stands between it and the mark that closes it. */
type Meaning = (params: Params, inner: string, name: string) => string;

const inside: Meaning = (_, inner) => inner;
const address: Meaning = ({ 0: first, path, file }) => first ?? path ?? file ?? "";
const titled: Meaning = ({ title, heading, kicker, intro, "button-url": url, "button-text": words = url }, inner) => {
  const name = title ?? heading ?? kicker;
  const parts = [name && `**${name}**`, intro, inner.trim(), url && `[${words}](${url})`];
  return `\n\n${parts.filter(Boolean).join("\n\n")}\n\n`;
};
const picture: Meaning = ({ 0: first, src = first, alt = "", title, caption = title }) => {
  const words = caption ? `<figcaption>${caption}</figcaption>` : "";
  return src ? `\n\n<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${words}</figure>\n\n` : "";
};

/** Where the pages begin that players and frames show by their ids. */
const pages: Readonly<Record<string, string>> = {
  youtube: "https://www.youtube.com/watch?v=",
  vimeo: "https://vimeo.com/",
  instagram: "https://www.instagram.com/p/",
  tweet: "https://twitter.com/i/status/",
  x: "https://x.com/i/status/",
};
const linked: Meaning = ({ 0: first, id = first, src, href, url = src ?? href, title, text }, inner, name) => {
  const to = url ?? (id && (pages[name] ?? "") + id);
  const words = inner.trim() || title || text;
  return to ? `\n\n<a href="${escapeHtml(to)}">${words ?? to}</a>\n\n` : inner;
};

/** Hugo's shortcodes and Liquid's tags that have a meaning as text. Any other mark is removed, and the report says so. */
const meanings: readonly (readonly [names: RegExp, Meaning])[] = [
  [/^(?:(?:rel)?ref|link|post_url|tmp|legacy-file)$/, address],
  [/^figure$|^(?:legacy-)?img(?:-right|-left)?$/, picture],
  [/^(?:youtube|vimeo|tweet|x|instagram|fb-video|cspan-iframe|button)$/, linked],
  [/^(?:note|box|ring|accordion|details|card-\w+)$/, titled],
  [/^asset-static$/, ({ file = "", label }) => (label ? `[${label}](${file})` : file)],
  [/^quote-block$/, ({ text = "", cite }) => `\n\n> ${text}\n${cite ? `>\n> — ${cite}\n` : ""}\n\n`],
  [/^highlight$/, (_, inner) => `\n\n\`\`\`\n${inner.trim()}\n\`\`\`\n\n`],
  [/^raw$/, inside],
  [/^comment$/, () => ""],
];

/** `{{< name … >}}`, `{{% name … %}}` and `{% name … %}`, opening or closing. */
const MARK = /\{\{[<%]\s*(\/?)\s*([\w-]+)([^{}]{0,2000}?)\/?\s*[%>]\}\}|\{%-?\s*(end)?([\w-]+)([^%]{0,2000}?)-?%\}/g;

/** Turns Hugo shortcodes, Liquid tags and kramdown marks into Markdown where they have a meaning; the report lists those that have none. */
export function expandTemplates(text: string): { readonly text: string; readonly dropped: readonly Dropped[] } {
  if (!/\{\{|\{%|\{[:#.]|\[[a-z]/.test(text)) return { text, dropped: [] };
  const dropped: Dropped[] = [];
  const marks = [...text.matchAll(MARK)].map((match) => ({
    words: match[0],
    index: match.index,
    name: match[2] ?? match[5] ?? "",
    params: match[3] ?? match[6] ?? "",
    isClosing: match[1] === "/" || match[4] === "end",
  }));
  const closed = new Set(marks.flatMap(({ name, isClosing }) => (isClosing ? [name] : [])));
  let whole = "";
  let last = 0;
  const open: { name: string; params: Params; before: string }[] = [];
  for (const { words, index, name, params, isClosing } of marks) {
    whole += text.slice(last, index);
    last = index + words.length;
    const meaning = meanings.find(([names]) => names.test(name))?.[1];
    const at = open.findLastIndex((opened) => opened.name === name);
    const opened = open[at];
    if (isClosing && opened) {
      open.length = at;
      whole = opened.before + (meaning ?? inside)(opened.params, whole, name);
    } else if (!isClosing && meaning && closed.has(name)) {
      open.push({ name, params: paramsOf(params), before: whole });
      whole = "";
    } else if (!isClosing && meaning) {
      const made = meaning(paramsOf(params), "", name);
      // A picture in the words of a link would cut them in two.
      whole += /\[\s*$/.test(whole) ? (/<img [^>]*>/.exec(made)?.[0] ?? made) : made;
    } else if (!isClosing)
      dropped.push({ words, why: "This mark of the old site's templates means nothing outside it." });
  }
  whole += text.slice(last);
  // What was opened and never closed keeps its words.
  for (const opened of open.reverse()) whole = opened.before + whole;
  whole = whole.replace(/\{\{-?\s*[^{}<%]*\}\}/g, (words) => {
    if (/^\{\{-?\s*site\.(?:baseurl|url)/.test(words)) return "";
    dropped.push({ words, why: "This mark of the old site's templates means nothing outside it." });
    return "";
  });
  whole = whole.replace(
    /[ \t]*\{:\s*[^}\n]*\}|(?<=\)|")\{[\w-]+=[^{}\n]{1,200}\}|[ \t]*\{[#.][A-Za-z][\w ?!.#="-]*\}/g,
    (words) => {
      dropped.push({
        words: words.trim(),
        why: "This mark of kramdown or Pandoc says how something looks, not what it is.",
      });
      return "";
    },
  );
  return { text: withoutWordPress(whole, dropped), dropped };
}

/** WordPress's marks: players become players of the page, pictures keep their captions, the report lists what has no words and is removed. */
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
