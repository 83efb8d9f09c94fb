import { dayIn } from "../../model/embargo.ts";
import { epochOf } from "../../model/instant.ts";
import { daysOutOfOrder } from "../date-order.ts";
import { daysIn, exists, type NamedDay } from "../dates.ts";
import type { Context, Rule } from "../rule.ts";

export const datesDiffer: Rule = {
  name: "dates-differ",
  group: "craft",
  severity: "warning",
  why: "Where days contradict each other, in headline, text and calendar or as begin and end, half of the guests come on the wrong one.",
  wrong: "title: The centre opens on 19 March\n---\nThe centre opens on 9 March 2018.",
  right: "title: The centre opens on 9 March\n---\nThe centre opens on 9 March 2018.",
  *check(document, context) {
    yield* daysOutOfOrder(document);
    if (!document.release) return;
    const days = document.passages.flatMap((passage) =>
      daysIn(passage)
        .filter(exists)
        .map((named) => ({ passage, named })),
    );
    const isHead = (kind: string) => kind === "title" || kind === "subtitle" || kind === "summary";
    const text = days.filter(({ passage }) => !isHead(passage.kind)).map(({ named }) => named);
    const event = eventOf(document.release.event, context);
    for (const { passage, named } of days.filter((each) => isHead(each.passage.kind))) {
      const at = document.in(passage, named.index, named.found.length);
      const near = text.find((other) => other.month === named.month && other.day !== named.day);
      if (event && !isWithin(named, event)) {
        yield {
          at,
          message: `“${named.found.trim()}” is not the day of the event in the fields (${event.start}).`,
          fix: "Compare both with the original.",
        };
      } else if (!event && near && !text.some((other) => isSame(other, named))) {
        yield {
          at,
          message: `“${named.found.trim()}” is nowhere in the text; there it is “${near.found.trim()}”.`,
          fix: "Compare both with the original.",
        };
      }
    }
  },
};

interface Days {
  readonly start: string;
  readonly end: string;
}

/** The days of an event, as they are in the office's time zone. */
function eventOf(
  event: { start: string; end?: string | undefined } | undefined,
  { content }: Context,
): Days | undefined {
  if (!event) return undefined;
  const day = (instant: string) => dayIn(content.site.timezone, new Date(epochOf(instant)));
  return { start: day(event.start), end: day(event.end ?? event.start) };
}

function isWithin({ day, month, year }: NamedDay, { start, end }: Days): boolean {
  const named = `${year ?? start.slice(0, 4)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return named >= start && named <= end;
}

const isSame = (one: NamedDay, two: NamedDay) =>
  one.day === two.day && one.month === two.month && (one.year ?? two.year) === (two.year ?? one.year);
