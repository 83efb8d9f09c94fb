/** Returns the names of months in some languages, in every form in which days are written with them: small letters, without a full stop → 1 to 12. */
export function monthsIn(locales: readonly string[]): Map<string, number> {
  const names = new Map<string, number>();
  const add = (name: string, month: number) => {
    const plain = name.toLowerCase().replace(/\.$/, "").normalize("NFC");
    if (/^\p{L}[\p{L}\p{M} ]*$/u.test(plain) && plain.length > 2 && !names.has(plain)) names.set(plain, month);
  };
  for (const locale of locales) {
    for (const style of ["long", "short"] as const) {
      const gregorian = { month: style, timeZone: "UTC", calendar: "gregory" } as const;
      const alone = new Intl.DateTimeFormat(locale, gregorian);
      const dated = new Intl.DateTimeFormat(locale, { ...gregorian, day: "numeric", year: "numeric" });
      for (let month = 0; month < 12; month++) {
        const day = new Date(Date.UTC(2017, month, 1));
        add(alone.format(day), month + 1);
        add(dated.formatToParts(day).find(({ type }) => type === "month")?.value ?? "", month + 1);
      }
    }
  }
  // CLDR lacks both: English newspapers write the one, and Belarusian ones the other.
  names.set("sept", 9).set("траўня", 5);
  return names;
}

/** Returns a pattern for any of some names, the longest first. */
export function anyOf(names: Iterable<string>): string {
  return [...names].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}
