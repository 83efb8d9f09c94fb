import { aliasFaults } from "../../content/aliases.ts";
import type { Office } from "../office.ts";

/** Who has which old address: each leads to one release, and the first that names it has it. */
export class OldAddresses {
  readonly #languages: Office["site"]["languages"];
  readonly #faultOf: ReturnType<typeof aliasFaults>;

  /** @param nameOf what a release's file was made of, where an import made it. */
  constructor({ site, releases, pages }: Office, nameOf: (file: string) => string | undefined = () => undefined) {
    this.#languages = site.languages;
    this.#faultOf = aliasFaults(site, releases, pages);
    for (const { file, aliases = [] } of releases) for (const alias of aliases) this.claim(alias, nameOf(file) ?? file);
  }

  /** Takes an old address for a release; why that cannot be, where it cannot. */
  claim(written: string, by: string): string | undefined {
    const [, lang = "", year = ""] = written.split("/");
    // The addresses of releases to come are not known yet: all that have their form are the site's own.
    if (Object.hasOwn(this.#languages, lang) && /^\d{4}$/.test(year))
      return `“${written}” has the form of an address of this site.`;
    return this.#faultOf(written, by)?.message;
  }
}
