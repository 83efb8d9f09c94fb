import { daysIn, exists, type NamedDay } from "../dates.ts";
import type { Rule } from "../rule.ts";

export const weekday: Rule = {
  name: "weekday",
  group: "craft",
  severity: "error",
  why: "A weekday that does not fit its date sends a camera team on the wrong day.",
  wrong: "The centre opens on Monday, January 27, 2017.",
  right: "The centre opens on Friday, January 27, 2017.",
  *check(document) {
    const { date } = document;
    for (const passage of document.passages) {
      for (const named of daysIn(passage)) {
        const at = document.in(passage, named.index, named.found.length);
        if (!exists(named)) {
          yield { at, message: `There is no day “${named.found}”.`, fix: "Look the day up in a calendar." };
        } else if (named.weekday !== undefined) {
          const year = named.year ?? (date === undefined ? undefined : nearestYear(named, date));
          const real =
            year === undefined ? named.weekday : new Date(Date.UTC(year, named.month - 1, named.day)).getUTCDay();
          if (real === named.weekday) continue;
          const name = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(
            Date.UTC(2001, 3, 1 + real),
          );
          yield {
            at,
            message: `“${named.found.trim()}”${named.year ? "" : ` of ${year}`} was not that weekday, but a ${name}.`,
            fix: "Correct the weekday or the date, whichever is wrong.",
            ...(named.year ? {} : { severity: "warning" }),
          };
        }
      }
    }
  },
};

/** The year in which a day without one lies nearest to the dateline. */
function nearestYear({ day, month }: NamedDay, date: string): number {
  const year = Number(date.slice(0, 4));
  const away = (other: number) => Math.abs(Date.UTC(other, month - 1, day) - Date.parse(date));
  return [year, year + 1, year - 1].toSorted((a, b) => away(a) - away(b))[0] ?? year;
}
