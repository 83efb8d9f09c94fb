import { docx } from "./formats/docx.ts";
import { mail } from "./formats/mail.ts";
import { markdownFormat } from "./formats/markdown.ts";
import { plainText } from "./formats/plain-text.ts";
import { webPage } from "./formats/web-page.ts";
import type { Format, SourceText } from "./incoming.ts";

/** In the order in which they are tried; the last one takes every text. */
const formats: readonly Format[] = [docx, mail, webPage, markdownFormat, plainText];

/** The format of a file. */
export function formatOf(file: SourceText): Format {
  return formats.find((format) => format.matches(file)) ?? plainText;
}
