import { aliasFaults } from "../../content/aliases.ts";
import type { Office } from "../office.ts";

/**
 * Returns a function that takes an old address for a release, and says why that cannot be, where it cannot: each leads to one release, and
 * the first that names it has it. `nameOf` says what a release's file was made of, where an import made it.
 */
export function claimsIn(
  { site, releases, pages }: Office,
  nameOf: (file: string) => string | undefined = () => undefined,
): (written: string, by: string) => string | undefined {
  const faultOf = aliasFaults(site, releases, pages);
  const claim = (written: string, by: string) => {
    const [, lang = "", year = ""] = written.split("/");
    // The addresses of releases to come are not known yet: all that have their form are the site's own.
    if (Object.hasOwn(site.languages, lang) && /^\d{4}$/.test(year))
      return `“${written}” has the form of an address of this site.`;
    return faultOf(written, by)?.message;
  };
  for (const { file, aliases = [] } of releases) for (const alias of aliases) claim(alias, nameOf(file) ?? file);
  return claim;
}
