import { fileNamed } from "./grammar/figures.ts";

/** Name → address: of a file beside the release, or of the list of what a speaker said. */
export type Linked = Readonly<Record<string, string>>;

/** Where the links of a text lead. */
export interface LinkOptions {
  /** Stands before the editor's addresses of the site: the path of its folder. Whoever writes a text must say it. */
  readonly prefix: string;
  /** Addresses of files beside the text. */
  readonly files?: Linked | undefined;
  /** With it every link is an address of its own, for readers elsewhere: the address of the page that the text is on. */
  readonly base?: string | undefined;
}

/** Returns where a link leads: a file beside the text to its address, with the place in it that the link names (`report.pdf#page=3`). */
export function addressOf(link: string, options: LinkOptions): string {
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

/** Returns an address that has all that stands before it on the site, as a reader elsewhere needs it where `base` is given. */
export function wholeOf(address: string, { base }: Pick<LinkOptions, "base">): string {
  if (base === undefined || /^(?:https?:|mailto:|tel:)/i.test(address) || !URL.canParse(address, base)) return address;
  return new URL(address, base).href;
}
