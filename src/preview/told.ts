import type { Severity } from "../checks/finding.ts";

/** What the preview's server tells its bar about a page. Server and bar share these types. */
export interface Facts {
  /** The status of a release, in words; other pages have none. */
  readonly status?: string;
  readonly isPublic: boolean;
  readonly description: string;
  /** Address with its host, as it will be published. */
  readonly address: string;
  /** The share image of the page; none while the page is not public. */
  readonly share?: { readonly src: string; readonly alt: string };
  readonly languages: readonly { readonly lang: string; readonly label: string; readonly url: string }[];
  /** The list on which a release has its card. */
  readonly card?: string;
  readonly plainText?: string;
  readonly sources: readonly Source[];
}

/** A file that a page is made of, and the address that opens it in the editor. */
interface Source {
  readonly file: string;
  readonly open: string;
}

/** Something that the check found in a page's sources. */
export interface Told {
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  /** `releases/2017-01-27-training-centre.md, line 3`. */
  readonly place: string;
  readonly open: string;
}
