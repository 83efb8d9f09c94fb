import { fileNamed } from "./grammar/figures.ts";

/** Name → address: of a file beside the release, or of the list of what a speaker said. */
export type Linked = Readonly<Record<string, string>>;

/** How the links of a text are written. */
export interface LinkOptions {
  /** The path of the site's folder, which is added to the editor's addresses of the site. Every writer must give it. */
  readonly prefix: string;
  /** Addresses of files beside the text. */
  readonly files?: Linked | undefined;
  /** The address of the page of the text. With it, every link is absolute, for readers outside the site. */
  readonly base?: string | undefined;
}

/** Addresses that are the same everywhere. */
const WHOLE = /^(?:https?:|mailto:|tel:)/i;

/** Returns the address of a link. For a file beside the text it is the file's address, with the fragment of the link (`report.pdf#page=3`). */
export function addressOf(link: string, options: LinkOptions): string {
  if (WHOLE.test(link)) return link;
  const { prefix, files = {} } = options;
  const [name = "", place = ""] = link.split(/(?=#)/);
  const file = fileNamed(name);
  const address = Object.hasOwn(files, file)
    ? files[file] + place
    : link.startsWith("/") && !link.startsWith("//")
      ? prefix + link
      : link;
  return wholeOf(address, options);
}

/** Returns an absolute address if `base` is given, for readers outside the site. */
export function wholeOf(address: string, { base }: Pick<LinkOptions, "base">): string {
  if (base === undefined || WHOLE.test(address) || !URL.canParse(address, base)) return address;
  return new URL(address, base).href;
}
