const CREATIVE_COMMONS = /^CC[ -](BY(?:-(?:NC|SA|ND))*)[ -](\d\.\d)(?: (IGO))?$/i;

/** The address of the licence that a line of terms names: a Creative Commons licence, CC0, or an address itself. */
export function licenceAddress(terms: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(terms)) return terms;
  const [, kind, version, igo] = CREATIVE_COMMONS.exec(terms) ?? [];
  if (kind && version)
    return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/${igo ? "igo/" : ""}`;
  return /^CC0(?: 1\.0)?$/i.test(terms) ? "https://creativecommons.org/publicdomain/zero/1.0/" : undefined;
}
