import type { MarkdownIt } from "markdown-it";

/** What stands before an email address in texts without spaces, or right behind a label: `邮箱：press@…`, `email:press@…`. */
const NAME = "(?<![\\w.+'-])\\w(?:[\\w+-]|[.](?=[\\w+-])){0,63}";

/** A host in Latin letters with a letter right behind it that stands in no host beside those: `press@example.org联系`. */
const HOST =
  "(?:[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?[.]){1,4}[a-z]{2,24}(?=[\\u0590-\\u06ff\\u3040-\\u9fff\\uac00-\\ud7af])";

/** Recognises addresses that stand in a text without brackets: also without a space before an email, and without a colon or semicolon behind an address. */
export function bareAddresses({ linkify }: MarkdownIt): void {
  linkify.set({ fuzzyLink: false });
  const { re } = linkify;
  const [path, host] = [re.get_path().source, re.get_fuzzy_mail_host().source];
  const before = `(?<=^|${re.get_text_separators().source}|"|\\(|${re.src_ZCc})${re.get_mail_name().source}`;
  const search = new RegExp(`@(?:${HOST}|${host})`, "ig");
  const name = new RegExp(`(${before}|${NAME})$`);
  re.get_path = () => new RegExp(`${path}(?<![:;])`);
  re.get_fuzzy_mail_host_search = () => search;
  re.get_mail_name_validator = () => name;
}
