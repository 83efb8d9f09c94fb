/** What the person who imports says beside the files: named on the command line, or in site.yaml for whole archives. */
export interface Options {
  /** A file in locations/. It is used where a text names no place. */
  readonly location?: string | undefined;
  /** Files in contacts/. They are used where a text names nobody to call. */
  readonly contacts: readonly string[];
  /** Where the two come from: the comment beside them says it. */
  readonly from: "the command line" | "site.yaml";
  /** The language of the texts, where it is the same for all. */
  readonly lang?: string | undefined;
  /** The old site's address. Links into it lead there where they lead to no imported release. */
  readonly origin?: string | undefined;
  /** How the old site made its addresses: `/:year/:month/:day/:slug/`. */
  readonly permalink?: string | undefined;
  /** A folder with the pictures and documents that the texts name. */
  readonly files?: string | undefined;
}
