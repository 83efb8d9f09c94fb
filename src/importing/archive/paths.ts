import { isoDay } from "../../text/days.ts";
import { daysIn, type FullDay } from "../wording/calendar.ts";

/** Ways in which a file's name has a day, and its folders have one; each names what it captures. */
const inName: readonly RegExp[] = [
  /(?<!\d)(?<y>(?:19|20)\d{2})(?<s>[-_.]?)(?<m>\d{2})\k<s>(?<d>\d{2})(?!\d{1,2}(?:\D|$)|\d{4})/,
  /(?<!\d)(?<d>\d{2})[-_.](?<m>\d{2})[-_.](?<y>(?:19|20)\d{2})(?!\d)/,
];
const inFolders = /(?:^|\/)(?<y>(?:19|20)\d{2})\/(?<m>\d{1,2})\/(?<d>\d{1,2})(?=\/)/;

/** The day that a path names: in the file's name, else in its folders (`2023/03/09/a.html`, `release-9-March-2023.docx`). */
export function dayInPath(path: string): Pick<FullDay, "date" | "words"> | undefined {
  const parts = path.split("/");
  for (const name of [parts.at(-1) ?? "", /^_?index\.\w+$/i.test(parts.at(-1) ?? "") ? (parts.at(-2) ?? "") : ""]) {
    for (const pattern of inName) {
      const found = dayFrom(pattern.exec(name));
      if (found) return found;
    }
    const [written] = daysIn(name.replace(/\.\w{2,5}$/, "").replace(/[-_+]|%20/g, " "));
    if (written) return written;
  }
  return dayFrom(inFolders.exec(path));
}

function dayFrom(match: RegExpExecArray | null): Pick<FullDay, "date" | "words"> | undefined {
  const { y, m, d } = match?.groups ?? {};
  const date = y === undefined ? undefined : isoDay(Number(y), Number(m), Number(d));
  return date && match ? { date, words: match[0] } : undefined;
}
