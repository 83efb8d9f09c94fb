const CREATIVE_COMMONS = /^CC[ -](BY(?:-(?:NC|ND|SA|NC-ND|NC-SA))?|0)(?:[ -](\d\.\d))?$/i;

/** The address of a licence's text: the licence itself where it is an address, that of a Creative Commons licence by its short name; else undefined. */
export function licenceUrl(licence: string): string | undefined {
  if (/^https?:\/\//i.test(licence)) return licence;
  const [, name, version] = CREATIVE_COMMONS.exec(licence.trim()) ?? [];
  if (name === undefined) return undefined;
  if (name === "0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  return `https://creativecommons.org/licenses/${name.toLowerCase()}/${version ?? "4.0"}/`;
}
