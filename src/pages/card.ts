import type { SiteUrl } from "../model/address.ts";
import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { releaseUrl } from "../model/urls.ts";
import { type Picture, pictureView } from "../pictures/view.ts";
import { type Phrase, phrase, phraseIn } from "./frame.ts";

/** A release as it stands in a list. */
export interface Card {
  readonly url: SiteUrl;
  readonly title: Phrase;
  readonly type: string;
  readonly date: string;
  readonly place?: Phrase;
  /** The name of the language it is in, where that is not the page's. */
  readonly language?: string;
  readonly summary?: Phrase;
  readonly picture?: Picture;
  readonly notice?: Notice;
}

/** A card is 380 px wide at most, and some screens show two pixels for one. */
const WIDEST = 900;

/** What a reader must know of a release before anything else. */
export interface Notice {
  readonly is: "draft" | "embargoed" | "corrected" | "withdrawn" | "superseded";
  readonly date?: string;
  readonly reason?: string;
  readonly replacement?: { readonly url: SiteUrl; readonly title: Phrase };
}

/** Each release stands in about ten lists. */
const cards = oncePer((_press: Press, _lang: string) => new WeakMap<PublicRelease, Card>());

/** Returns a release as it stands in the lists of a language. */
export function card(press: Press, release: PublicRelease, lang: string): Card {
  const known = cards(press, lang);
  const made = known.get(release) ?? cardOf(press, release, lang);
  known.set(release, made);
  return made;
}

function cardOf(press: Press, release: PublicRelease, lang: string): Card {
  const words = (text: string): Phrase => phraseIn(press.site, text, release.lang, lang);
  const isWithdrawn = release.status.is === "withdrawn";
  const picture = isWithdrawn ? undefined : pictureView(press, release, WIDEST);
  const place = release.location === undefined ? undefined : press.terms.locations.get(release.location);
  const notice = noticeOf(press, release);
  return {
    url: releaseUrl(press.site, release),
    title: words(release.title),
    type: release.type,
    date: release.date,
    ...(place ? { place: phrase(press.site, place.name, lang) } : {}),
    ...(release.lang === lang ? {} : { language: press.site.languages[release.lang]?.label ?? release.lang }),
    ...(release.summary && !isWithdrawn ? { summary: words(release.summary) } : {}),
    ...(picture ? { picture } : {}),
    ...(notice ? { notice } : {}),
  };
}

/** The notice over a release: in a preview how it stands, in public what became of it. */
export function noticeOf(press: Press, release: PublicRelease): Notice | undefined {
  const standing = press.standing(release);
  if (standing.is === "draft") return { is: "draft" };
  if (standing.is === "embargoed") return { is: "embargoed", date: standing.until };
  const { is, date, reason, replaced_by } = release.status;
  // A translation takes over that its original was corrected, but not what was: then there is nothing to say.
  if (is === "live" || (is === "corrected" && !release.changes)) return undefined;
  const replacement = replaced_by === undefined ? undefined : press.find(replaced_by, release.lang);
  return {
    is,
    ...(date === undefined ? {} : { date }),
    ...(reason === undefined ? {} : { reason }),
    ...(replacement
      ? {
          replacement: {
            url: releaseUrl(press.site, replacement),
            title: phraseIn(press.site, replacement.title, replacement.lang, release.lang),
          },
        }
      : {}),
  };
}
