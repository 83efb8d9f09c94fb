import { lookLikeVideo, videoLines } from "./videos.ts";
import { short, type VisibleMark } from "./visible.ts";

/** What Markdown has in place of a tag. */
const instead: Readonly<Record<string, string>> = {
  b: "Bold is written **so**.",
  strong: "Bold is written **so**.",
  i: "Italic is written *so*.",
  em: "Italic is written *so*.",
  a: "A link is written [words](https://…)",
  img: "A picture is put beside the release and named: ![What can be seen](opening.jpg)",
  hr: "A line across the page is written ---, with an empty line above it.",
  blockquote: "A quote begins with > and a space.",
  p: "Keep the words alone, with an empty line between paragraphs.",
  div: "Keep the words alone, with an empty line between paragraphs.",
  table: "A row is written | Town | Number |, and below the first one | --- | --- |",
  ul: "What is listed begins with a hyphen and a space.",
  ol: "What is numbered begins with 1. and a space.",
  li: "What is listed begins with a hyphen and a space.",
  sub: "Close it: <sub>2</sub>",
  sup: "Close it: <sup>2</sup>",
  br: "Write <br> alone, or end the line with a backslash.",
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, "A heading begins with ## and a space."])),
  ...Object.fromEntries(
    ["tr", "td", "th", "thead", "tbody"].map((tag) => [
      tag,
      "A row is written | Town | Number |, and below the first one | --- | --- |",
    ]),
  ),
};

const TAGS =
  "a|abbr|address|article|aside|b|big|blockquote|br|button|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|body|i|img|input|ins|label|li|link|main|mark|meta|nav|noscript|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|tfoot|th|thead|time|title|tr|tt|u|ul|var|wbr|xml";

/** Tags of HTML, which nothing here obeys but `<br>`, `<sub>` and `<sup>`. */
export const visibleHtml: readonly VisibleMark[] = [
  {
    pattern: /<(iframe|embed|object|video|source|audio)\b[^<>]{0,2000}>/gi,
    severity: "error",
    message: ([found]) =>
      lookLikeVideo(found)
        ? "A video cannot be shown in a text: readers see this HTML as it stands here."
        : "A page of another site cannot be shown in a text: readers see this HTML as it stands here.",
    fix: ([found]) => videoLines(found),
  },
  {
    pattern: new RegExp(String.raw`<\/?(${TAGS})(?:\s[^<>]{0,2000})?\/?>`, "gi"),
    kind: ([, tag = ""]) => instead[tag.toLowerCase()] ?? "",
    message: ([found]) => `“${short(found)}” is HTML, which readers see as it stands here.`,
    fix: ([, tag = ""]) =>
      `${instead[tag.toLowerCase()] ?? "Keep the words alone."} A Word file is better imported than pasted: npm run import -- file.docx`,
  },
  {
    pattern:
      /<\/?(?:o|w|v|m|st1|wp|xs):[a-z]{1,40}[^<>]{0,1000}>|<!--[\s\S]{0,3000}?-->|<!(?:\[|--|DOCTYPE)[^<>]{0,300}>|<\?xml[^<>]{0,300}>|<!\[CDATA\[/gi,
    message: ([found]) =>
      `“${short(found)}” is left over from a web page or from Word: readers see it as it stands here.`,
    fix: () => "Delete it. A Word file is better imported than pasted: npm run import -- file.docx",
  },
];
