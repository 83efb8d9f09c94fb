/** The locale that writes a language's dates and numbers; the language itself where none is named. */
const locales: Partial<Record<string, string>> = { en: "en-GB" };

export function localeOf(lang: string): string {
  return locales[lang] ?? lang;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(lang: string, style: "day" | "month"): Intl.DateTimeFormat {
  const key = `${lang} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(lang), {
      timeZone: "UTC",
      year: "numeric",
      month: "long",
      ...(style === "day" ? { day: "numeric" } : {}),
    });
    formats.set(key, format);
  }
  return format;
}

/** A calendar date (`2017-01-27`) or an instant, as a day in words: `27 January 2017`. An instant's day is the one written in it. */
export function day(date: string, lang: string): string {
  return formatFor(lang, "day").format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}
