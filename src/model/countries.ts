/** Every two letters that stand for a country today (ISO 3166-1): former codes lead to others. */
export const countries = Array.from({ length: 26 * 26 }, (_, index) =>
  String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26)),
).filter((code) => new Intl.Locale(`und-${code}`).region === code);

/** Returns the two letters of a country by them or by its name; undefined if there is none. */
export function countryOf(answer = ""): string | undefined {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const asked = answer.toLowerCase();
  return countries.find((code) => [code, names.of(code)].some((name) => name?.toLowerCase() === asked));
}
