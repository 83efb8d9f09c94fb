import { daysIn, exists, type NamedDay } from "../dates.ts";
import type { Document } from "../document.ts";
import type { Context, Fault, Rule } from "../rule.ts";

const DAY = 86_400_000;

export const dateline: Rule = {
  name: "dateline",
  group: "craft",
  severity: "warning",
  why: "Where dateline, text and day of publication disagree, a journalist cannot tell when it happened.",
  wrong: "date: 2017-01-30\n---\nThe centre was opened in Smarhon on January 27, 2016.",
  right: "date: 2017-01-27\n---\nThe centre was opened in Smarhon on January 27, 2017.",
  *check(document, context) {
    const { date } = document;
    if (date === undefined) return;
    yield* nameOfFile(document, date);
    yield* publication(document, date, context);
    const days = document.passages
      .filter(({ kind }) => kind !== "notes" && kind !== "label")
      .flatMap((passage) => daysIn(passage).map((named) => ({ passage, named })))
      .filter(({ named }) => exists(named));
    for (const { passage, named } of days) {
      const away = Math.abs(Date.parse(date) - timeOf(named, Number(date.slice(0, 4)))) / DAY;
      const isOtherYear = named.year !== undefined && String(named.year) !== date.slice(0, 4);
      if (!isOtherYear || away > 31 || Math.abs((named.year ?? 0) - Number(date.slice(0, 4))) > 1) continue;
      if (Math.abs(Date.parse(date) - timeOf(named)) / DAY <= 62) continue;
      if (!/^(?:\s|\ue000)*$/.test(passage.text.slice(0, named.index)) && away > 7) continue;
      yield {
        at: document.in(passage, named.index, named.found.length),
        severity: "hint",
        message: `“${named.found}” is a year away from the dateline, ${date}: is the year right?`,
        fix: "Correct the year here or in the field date.",
      };
    }
    const whole = new Set(days.flatMap(({ named }) => (named.year === undefined ? [] : [timeOf(named)])));
    const [only] = whole;
    const first = days.find(({ named }) => named.year !== undefined);
    if (whole.size !== 1 || only === undefined || !first) return;
    const late = (Date.parse(date) - only) / DAY;
    if (late < 1 || late > 14) return;
    yield {
      at: document.in(first.passage, first.named.index, first.named.found.length),
      severity: "hint",
      message: `The only day that the text names is ${first.named.found}; the dateline says ${date}.`,
      fix: "Make sure that date is the day of the dateline, and not the day on which the page was put on the web; that is published.",
    };
  },
};

function timeOf({ day, month, year }: NamedDay, instead = 2000): number {
  return Date.UTC(year !== undefined && instead === 2000 ? year : instead, month - 1, day);
}

/** The day in the name of the file or folder is the dateline's, unless a change says why it was corrected. */
function* nameOfFile(document: Document, date: string): Generator<Fault> {
  const { release } = document;
  const named = /^(\d{4}-\d{2}-\d{2})-/.exec(release?.key ?? "")?.[1];
  if (!release || !named || named === date || release.changes || release.translation) return;
  yield {
    at: { ...document.field(["date"]), length: 10 },
    message: `The date is ${date}, but the file's name begins with ${named}.`,
    fix: "Correct the one that is wrong; where the date was corrected after publication, say so in changes.",
  };
}

function* publication(document: Document, date: string, { content }: Context): Generator<Fault> {
  const { release } = document;
  if (!release?.published || release.translation) return;
  const day = release.published.slice(0, 10);
  const late = (Date.parse(day) - Date.parse(date)) / DAY;
  const isExplained = release.changes !== undefined || release.notes !== undefined || release.embargo !== undefined;
  if (isExplained || (late >= 0 && late <= 1)) return;
  const office = content.site.timezone;
  yield {
    at: { ...document.field(["published"]), length: release.published.length },
    message: `The dateline says ${date}, but it was published on ${day} (${office}), and nothing says why.`,
    fix:
      late < 0
        ? "Nothing is published before its dateline: correct one of the two."
        : "Correct one of the two, or say why in notes or changes.",
  };
}
