import { fieldLines, watchAddress } from "./videos.ts";
import { short, type VisibleMark } from "./visible.ts";

/** An end is looked for in so many characters behind a beginning. */
const NEAR = 1000;

const OTHERS = "Delete it, and keep the words that readers are to see.";
const seen = ([found]: RegExpExecArray) =>
  `“${short(found)}” is from another program: readers see it as it stands here.`;

/** What other programs have in their texts, and nothing here obeys. */
export const foreignMarks: readonly VisibleMark[] = [
  {
    // Players of Hugo, Jekyll and WordPress.
    pattern:
      /(?:\{\{[<%]|\{%|\[)\s{0,5}(youtube|vimeo)[\s:=]{1,5}(?:id=)?["“”]?([\w:/.?=&;-]{5,200}?)["“”]?(?:\s[^\n]{0,300}?)?\s{0,5}(?:[>%]\}\}|%\}|\])|\[embed[^\]\n]{0,100}\](https?:[^\s[\]]{5,300})\[\/embed\]/gi,
    severity: "error",
    message: () => "A video cannot be shown in a text: readers see this as it stands here.",
    fix: ([, player = "", id = "", address = ""]) => {
      const named = /^https?:/.test(id)
        ? id
        : /vimeo/i.test(player)
          ? `https://vimeo.com/${id}`
          : `https://youtu.be/${id}`;
      return fieldLines(watchAddress(address || named));
    },
  },
  {
    // Hugo, Jekyll, Jinja, Nunjucks, ERB, PHP.
    pattern:
      /\{\{[^{}]{1,500}\}\}|\{\{<[^\n]{1,500}?>\}\}|\{[%#][^{}\n]{1,500}[%#]\}|<%[^\n]{0,500}?%>|<\?(?:php|=)[^\n]{0,500}/gi,
    message: seen,
    fix: () => OTHERS,
  },
  {
    // WordPress.
    pattern:
      /\[\/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|soundcloud|button|vc_\w{1,40}|et_pb_\w{1,40}|contact-form[\w-]{0,20}|fusion_\w{1,40})(?:\s[^\]\n]{0,500})?\]/gi,
    is: ([found]) => /=|^\[\/|_|^\[(?:caption|gallery|embed|contact)/i.test(found),
    kind: ([found]) => /[a-z]+/i.exec(found)?.[0].toLowerCase() ?? "",
    message: seen,
    fix: ([found]) =>
      /caption/i.test(found)
        ? 'A picture has its caption in quotation marks: ![What can be seen](opening.jpg "The caption")'
        : /gallery/i.test(found)
          ? "Name the pictures among the fields at the top: gallery: [{ file: opening.jpg, alt: What can be seen }]"
          : OTHERS,
  },
  {
    // BBCode of forums.
    pattern: /\[\/?(?:b|i|u|s|url|img|quote|color|size|center|list|\*)(?:=[^\]\n]{1,300})?\]/gi,
    is: ({ 0: found, index, input }) =>
      /=|\//.test(found) ||
      input
        .slice(index, index + NEAR)
        .toLowerCase()
        .includes(`[/${found.slice(1, -1).toLowerCase()}]`),
    message: seen,
    fix: ([found]) =>
      /\[\/?b/i.test(found)
        ? "Bold is written **so**."
        : /url/i.test(found)
          ? "A link is written [words](https://…)"
          : OTHERS,
  },
  {
    // Pictures made of letters.
    pattern: /(?<![\p{L}\p{N}:/]):[a-z][a-z\d]{1,20}(?:[_+-][a-z\d]{1,20}){0,5}:(?![\p{L}\p{N}:/])/gu,
    message: seen,
    fix: () => "Write the character itself, or delete it.",
  },
  {
    // The fields of a page of another program.
    pattern:
      /(?<=^|\n)(?:\+\+\+\n)?(?:title|date|layout|permalink|categories|category|tags|draft|slug|author|authors|description|published|lastmod|weight|template)\s?[:=] [^\n]{1,300}\n(?:[\w-]{2,30}\s?[:=] ?[^\n]{0,300}(?:\n|$)){1,30}/gi,
    where: "markdown",
    message: () => "These lines are fields of another program: readers see them as they stand here.",
    fix: () => "Delete them; what readers are to know goes into the fields at the top of the file.",
  },
  {
    pattern:
      /\{? ?\bHYPERLINK(?: \\l)? ["“„][^"”\n]{1,300}["”]?[^}\n]{0,60}\}?|\{ ?(?:TOC|PAGEREF|REF|INCLUDEPICTURE|MERGEFIELD|SEQ|PAGE|DATE|FORMTEXT)\b[^{}\n]{0,200}\}|\b(?:PAGEREF|INCLUDEPICTURE|MERGEFIELD)\b [^\n]{1,100}|\b_(?:Toc|Ref|Hlk)\d{5,12}\b|Error! (?:Reference source|Bookmark|Hyperlink reference)[^\n]{0,60}|Ошибка! (?:Источник ссылки|Закладка)[^\n]{0,60}/g,
    message: ([found]) => `“${short(found)}” is a field code of Word: readers see it as it stands here.`,
    fix: ([found]) => {
      const address = /["“„]([^"”\n]+)/.exec(found)?.[1];
      return address === undefined
        ? "Delete it. A Word file is better imported than pasted: npm run import -- file.docx"
        : `Write: [words](${address})`;
    },
  },
  {
    pattern:
      /\\(?:textbf|textit|emph|begin|end|section|cite|ref|href|url|footnote|item)\b\{?[^\n]{0,60}|\$\$[^$\n]{1,200}\$\$|\{\\rtf1[^\n]{0,60}|\\par\b/g,
    message: seen,
    fix: () => OTHERS,
  },
  {
    pattern:
      /\{[:.#](?=[a-z .#-])[^{}\n]{1,100}\}|(?<=^|\n)\.\. [a-z-]{2,30}::[^\n]{0,100}|(?<=^|\n)h[1-6]\. (?=\S)|\{(?:code|color|panel|quote|noformat)(?::[^{}\n]{0,60})?\}|\[\[?_?TOC_?\]\]?/gi,
    message: seen,
    fix: ([found]) => (/h[1-6]\./i.test(found) ? "A heading begins with ## and a space." : OTHERS),
  },
  {
    pattern:
      /(?<!')'{3}(?!')[^'\n]{1,200}'{3}|(?<=^|\n)={2,6} [^=\n]{1,200} ={2,6}(?=\n|$)|(?<=^|\n)\{\||(?<=^|\n)\|\}/g,
    message: ([found]) => `“${short(found)}” is written as in a wiki: readers see the marks.`,
    fix: ([found]) =>
      found.startsWith("=")
        ? `Write: ## ${found.replaceAll("=", "").trim()}`
        : `Bold is written **so**: **${found.replaceAll("'", "")}**`,
  },
  {
    pattern: /&(?:nbsp|amp|quot|lt|gt|#\d{2,5})(?![;\w])/g,
    where: "markdown",
    message: ([found]) => `“${found}” lacks its semicolon: readers see it as it stands here.`,
    fix: () => "Write the character itself, or a semicolon behind it.",
  },
  {
    pattern: /&(?:[a-z]{2,10}|#\d{2,6}|#x[\da-f]{2,5});/gi,
    message: ([found]) => `“${found}” stands for a character in web pages only: readers see it as it stands here.`,
    fix: ([found]) => `Write the character itself${found === "&amp;" ? ": &" : ""}.`,
  },
  {
    pattern: /\\[nrt](?=\s|$|\\|\p{Lu}|[-•*])|\\u[\da-f]{4}/gu,
    message: ([found]) =>
      `“${found}” stands for ${/u/.test(found) ? "a character" : "a break"} in programs only: readers see it as it stands here.`,
    fix: ([found]) =>
      /u/.test(found)
        ? "Write the character itself."
        : "Begin a new line there; a new paragraph has an empty line above it.",
  },
  {
    pattern: /data:(?:image|application|text)\/[\w.+-]{1,40};base64,[\w+/=]{1,80}/gi,
    message: () => "A file stands here as letters: readers see them all.",
    fix: () => "Delete them. A picture is put beside the release and named: ![What can be seen](opening.jpg)",
  },
];
