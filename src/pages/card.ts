import type { SiteUrl } from "../model/address.ts";
import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { CardFields, PublicRelease } from "../model/release.ts";
import { releaseUrl } from "../model/urls.ts";
import { pictureView } from "../pictures/view.ts";
import { type Phrase, phrase, phraseIn } from "./frame.ts";

/** The width of pictures on cards, which are at most 380 px wide; dense screens show two pixels for one. */
const WIDEST = 900;

/** The notice over a release. */
export interface Notice {
  readonly is: "draft" | "embargoed" | "corrected" | "withdrawn" | "superseded";
  readonly date?: string | undefined;
  readonly reason?: string | undefined;
  readonly replacement?: { readonly url: SiteUrl; readonly title: Phrase } | undefined;
}

/** Each release stands in about ten lists. */
const cards = oncePer((press: Press) =>
  oncePer((release: PublicRelease, lang: string) => cardOf(press, release, lang)),
);

/** Returns a release as it stands in the lists of a language. */
export function card(press: Press, release: PublicRelease, lang: string) {
  return cards(press)(release, lang);
}

function cardOf(press: Press, release: PublicRelease, lang: string) {
  const { site, terms } = press;
  // The digest of a card is made of no other fields.
  const own: CardFields = release;
  const words = (text: string): Phrase => phraseIn(site, text, own.lang, lang);
  const isWithdrawn = own.status.is === "withdrawn";
  const place = own.location === undefined ? undefined : terms.locations.get(own.location);
  return {
    url: releaseUrl(site, own),
    title: words(own.title),
    type: own.type,
    date: own.date,
    place: place && phrase(site, place.name, lang),
    /** The name of its language, if that is not the page's. */
    language: own.lang === lang ? undefined : (site.languages[own.lang]?.label ?? own.lang),
    summary: !own.summary || isWithdrawn ? undefined : words(own.summary),
    picture: isWithdrawn ? undefined : pictureView(press, own, WIDEST),
    notice: noticeOf(press, release),
  };
}

/** Returns the notice over a release: in a preview its status, in public its correction, withdrawal or replacement. */
export function noticeOf(press: Press, release: PublicRelease): Notice | undefined {
  const standing = press.standing(release);
  if (standing.is === "draft") return { is: "draft" };
  if (standing.is === "embargoed") return { is: "embargoed", date: standing.until };
  const { is, date, reason, replaced_by } = release.status;
  // A translation inherits the status “corrected” but not the changes, and then needs no notice.
  if (is === "live" || (is === "corrected" && !release.changes)) return undefined;
  const replacement = replaced_by === undefined ? undefined : press.find(replaced_by, release.lang);
  return {
    is,
    date,
    reason,
    replacement: replacement && {
      url: releaseUrl(press.site, replacement),
      title: phraseIn(press.site, replacement.title, replacement.lang, release.lang),
    },
  };
}
