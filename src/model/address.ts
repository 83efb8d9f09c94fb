declare const made: unique symbol;

/**
 * An address from the host's root, the site's own folder included: `/press/en/2017/some-slug/`. It is made in `urls.ts`
 * only, so that the folder is added once: a string that somebody wrote is no such address.
 */
export type SiteUrl = string & { readonly [made]: true };

/** An address with its host. */
export type WebUrl = `http://${string}` | `https://${string}`;

/** An address that leads to the same place from anywhere: of the web, of a mailbox or of a phone, and never a `SiteUrl`. */
export type WholeUrl = string & { readonly [made]?: never };
