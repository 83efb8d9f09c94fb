import { moment } from "./dates.ts";
import { apart } from "./names.ts";

/** Returns two instants as a period; if both are on one day, the day stands once, and the two times run from left to right in all languages. */
export function period(start: string, end: string | undefined, lang: string): string {
  if (end === undefined) return moment(start, lang);
  const [, zone] = /(Z|[+-]\d\d:?\d\d)$/.exec(start) ?? [];
  if (start.slice(0, 10) !== end.slice(0, 10) || !end.endsWith(zone ?? " "))
    return `${moment(start, lang)} – ${moment(end, lang)}`;
  const [from, to] = [start, end].map((instant) => moment(instant, lang));
  // Only the time of day differs, so the end's is added to the beginning's.
  const time = /\p{Nd}{2}:\p{Nd}{2}/u;
  const day = from?.replace(AT, lang === "ar" ? "، " : ", ");
  return day?.replace(time, (begins) => apart(`${begins}–${time.exec(to ?? "")?.[0] ?? ""}`, lang)) ?? "";
}

/** “At” before a time of day, which no language says before two of them. */
const AT = /,? (?:[\p{L}\p{M}]+ ){1,2}(?=\p{Nd}{2}:)/u;
