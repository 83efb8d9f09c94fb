/** A day that a text names. */
export interface NamedDay {
  readonly found: string;
  readonly index: number;
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year?: number;
  /** 0 is Sunday; where the text says it. */
  readonly weekday?: number;
}

interface Calendar {
  readonly patterns: readonly RegExp[];
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

const calendars = new Map<string, Calendar>();

/** Words in one language. */
interface Words {
  readonly text: string;
  readonly lang: string;
}

/** The days that a text names with day and month, in the way its language writes them (CLDR), with weekday and year where they stand there. */
export function daysIn(words: Words): readonly NamedDay[] {
  const days = known.get(words) ?? (/\p{Nd}/u.test(words.text) ? read(words.text, words.lang) : []);
  known.set(words, days);
  return days;
}

/** The days of passages: several rules ask for those of one in turn. */
const known = new WeakMap<Words, readonly NamedDay[]>();

function read(text: string, lang: string): NamedDay[] {
  let calendar = calendars.get(lang);
  if (!calendar) {
    calendar = calendarOf(lang);
    calendars.set(lang, calendar);
  }
  const { patterns, months, weekdays } = calendar;
  return patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index, groups = {} }): NamedDay => {
        const month = /^\d+$/.test(groups.month ?? "") ? Number(groups.month) : (months.get(key(groups.month)) ?? 0);
        const weekday = weekdays.get(key(groups.weekday));
        return {
          found,
          index,
          day: Number(groups.day),
          month,
          ...(groups.year ? { year: Number(groups.year) } : {}),
          ...(weekday === undefined ? {} : { weekday }),
        };
      }),
    )
    .filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12)
    .toSorted((a, b) => a.index - b.index);
}

/** Whether a month has such a day; February has 29 where the year is not known. */
export function exists({ day, month, year = 2000 }: Pick<NamedDay, "day" | "month" | "year">): boolean {
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const key = (name: string | undefined) => (name ?? "").toLowerCase().replace(/\.$/, "");

/** The names of months and weekdays: alone and inside a date, whole and short. */
function namesOf(lang: string, part: "month" | "weekday", count: number): Map<string, number> {
  const names = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const date = part === "month" ? new Date(Date.UTC(2001, index, 15)) : new Date(Date.UTC(2001, 3, 1 + index));
    for (const width of ["long", "short"] as const) {
      const inside = { [part]: width, day: "numeric", timeZone: "UTC" } as const;
      const alone = { [part]: width, timeZone: "UTC" } as const;
      for (const options of [inside, alone]) {
        const parts = new Intl.DateTimeFormat(lang, options).formatToParts(date);
        const name = parts.find(({ type }) => type === part)?.value ?? "";
        if (/\p{L}/u.test(name)) names.set(key(name), part === "month" ? index + 1 : index);
      }
    }
  }
  return names;
}

function calendarOf(lang: string): Calendar {
  const months = namesOf(lang, "month", 12);
  const weekdays = namesOf(lang, "weekday", 7);
  if (lang.startsWith("en")) {
    for (const [name, number] of [
      ["sept", 9],
      ["tues", 2],
      ["thur", 4],
      ["thurs", 4],
    ] as const) {
      (number === 9 ? months : weekdays).set(name, number);
    }
  }
  const any = (names: ReadonlyMap<string, number>) =>
    [...names.keys()]
      .toSorted((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("|");
  if (/^(?:zh|ja)/.test(lang)) {
    return {
      months,
      weekdays: new Map(
        [..."日一二三四五六"].flatMap(
          (sign, index) =>
            [
              [`星期${sign}`, index],
              [`周${sign}`, index],
            ] as const,
        ),
      ),
      patterns: [
        /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日(?:\s*[（(]?(?<weekday>(?:星期|周)[日一二三四五六])[）)]?)?/gu,
      ],
    };
  }
  const before = `(?:(?<![\\p{L}])(?<weekday>${any(weekdays)})\\.?,?\\s+(?:the |le |el |den |يوم )?)?`;
  const month = `(?<month>${any(months)})\\.?(?![\\p{L}])`;
  const year = "(?:(?:,\\s*|\\s+(?:de |del |of )?|،\\s*)(?<year>\\d{4})(?!\\p{N}))?";
  return {
    months,
    weekdays,
    patterns: [
      new RegExp(
        `${before}(?<![\\p{N}.,:–-])(?<day>\\d{1,2})(?:st|nd|rd|th|-го|-га|er|º)?\\s+(?:de |of )?${month}${year}`,
        "giu",
      ),
      ...(lang.startsWith("en")
        ? [
            new RegExp(
              `${before}(?<![\\p{L}])${month}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}–-])(?!:\\d)${year}`,
              "giu",
            ),
          ]
        : []),
    ],
  };
}
