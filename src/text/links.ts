import { fileNamed } from "./figures.ts";

/** Name → address: of a file beside the release, or of the list of what a speaker said. */
export type Linked = Readonly<Record<string, string>>;

/** Where the links of a text lead. */
export interface LinkOptions {
  /** Stands before addresses of the site: the path of its folder. */
  readonly prefix?: string | undefined;
  /** Addresses of files beside the text. */
  readonly files?: Linked | undefined;
  /** With it every link is an address of its own, for readers elsewhere: the address of the page that the text is on. */
  readonly base?: string | undefined;
}

/** Returns where a link leads: a file beside the text to its address, with the place in it that the link names (`report.pdf#page=3`). */
export function addressOf(link: string, { prefix = "", files = {}, base }: LinkOptions): string {
  const [name = "", place = ""] = link.split(/(?=#)/);
  const file = fileNamed(name);
  const address = Object.hasOwn(files, file)
    ? files[file] + place
    : link.startsWith("/") && !link.startsWith("//")
      ? prefix + link
      : link;
  if (base === undefined || /^(?:https?:|mailto:|tel:)/i.test(address) || !URL.canParse(address, base)) return address;
  return new URL(address, base).href;
}
