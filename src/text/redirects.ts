import { decoded } from "../model/address.ts";

/** Addresses through which programs lead to another one, which they name: they know who reads, and some tell whose mailbox it was. */
const REDIRECTS =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]+\/url|[\w-]+\.safelinks\.protection\.outlook\.com\/|lm?\.facebook\.com\/l\.php)\?(?:[^#]*&)?(?:q|url|u)=(?<to>https?(?::|%3A)[^&#]+)/i;
const DEFENSE = /^https?:\/\/urldefense\.com\/v3\/__(?<to>https?:\/\/?.+?)__;/i;

/** An address without what a mail or document program put before it. */
export function withoutRedirect(href: string): string {
  const to = decoded((REDIRECTS.exec(href) ?? DEFENSE.exec(href))?.groups?.to ?? "").replace(
    /^(https?:\/)(?!\/)/i,
    "$1/",
  );
  return URL.canParse(to) ? to : href;
}
