const PUBLIC_DOMAIN = "Public Domain Mark 1.0";

const CREATIVE_COMMONS = /^CC[ -](BY(?:-(?:NC|SA|ND))*)[ -](\d\.\d)(?: (IGO))?$/i;

/** Returns the address of the licence that a line of terms names: a Creative Commons licence, CC0, or an address itself. */
export function licenceAddress(terms: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(terms)) return terms;
  const [, kind, version, igo] = CREATIVE_COMMONS.exec(terms) ?? [];
  if (kind && version)
    return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/${igo ? "igo/" : ""}`;
  if (terms === PUBLIC_DOMAIN) return "https://creativecommons.org/publicdomain/mark/1.0/";
  return /^CC0(?: 1\.0)?$/i.test(terms) ? "https://creativecommons.org/publicdomain/zero/1.0/" : undefined;
}

const DEED =
  /https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses\/(by(?:-(?:nc|sa|nd))*)\/(\d\.\d)(?:\/(igo))?|publicdomain\/(zero|mark)\/1\.0)(?:\/deed(?:\.\w+)?|\/legalcode(?:\.\w+)?)?\/?/gi;

/** Returns words with the names of Creative Commons licences in place of their addresses. */
export function withLicenceNames(words: string): string {
  return words.replace(DEED, (_, kind?: string, version?: string, igo?: string, domain?: string) => {
    if (kind) return ["CC", kind.toUpperCase(), version, ...(igo ? ["IGO"] : [])].join(" ");
    return domain?.toLowerCase() === "zero" ? "CC0 1.0" : PUBLIC_DOMAIN;
  });
}
