import { attempt } from "./attempt.ts";

declare const made: unique symbol;

/**
 * An address from the host's root, with the site's own folder: `/press/en/2017/some-slug/`. Only `urls.ts` makes it, so that the
 * folder is added once. A string that somebody wrote is no such address.
 */
export type SiteUrl = string & { readonly [made]: true };

/** An address with its host. */
export type WebUrl = `http://${string}` | `https://${string}`;

/** An address that is the same everywhere: of the web, of a mailbox or of a phone, but never a `SiteUrl`. */
export type WholeUrl = string & { readonly [made]?: never };

/** An address, or a part of one, as it reads; one that cannot be decoded stays as it is. */
export function decoded(url: string): string {
  return attempt(() => decodeURIComponent(url)) ?? url;
}
