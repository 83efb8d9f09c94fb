import { z } from "zod";
import {
  countryCode,
  field,
  fileName,
  language,
  localized,
  mailAddress,
  maybe,
  termId,
  text,
  timeZone,
  webAddress,
} from "./fields.ts";
import { memoized } from "./memo.ts";

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, "is not a colour such as #0468B1");

/** The web fonts that come with Dateline. All are free (SIL Open Font License). */
export const webFonts = ["commissioner", "archivo", "noto-sans-arabic"] as const;

const font = z.union([
  z.enum(webFonts),
  fileName.regex(
    /\.(?:woff2|ttf|otf)$/i,
    "is neither a font of Dateline nor a .woff2, .ttf or .otf file beside site.yaml",
  ),
]);

const fontChoice = `${webFonts.join(", ")}, or a font file beside site.yaml.`;

const theme = z.strictObject({
  brand: maybe(colour, "The colour of the footer and the mark.", '"#0468B1"'),
  action: maybe(colour, "The colour of links, rules and buttons.", '"#D12800"'),
  accent: maybe(colour, "The colour behind a quote.", '"#FFEB00"'),
  radius: maybe(
    z.string().regex(/^\d{1,2}px$/, "is not a number of pixels such as 4px"),
    "How round the corners of buttons, boxes and pictures are. Without it they are square.",
    "4px",
  ),
  logo: maybe(fileName, "The logo in the header's vertical block: an SVG or PNG file beside site.yaml.", "logo.svg"),
  fonts: maybe(
    z.strictObject({
      body: maybe(font, `For all text: ${fontChoice}`, "commissioner"),
      numerals: maybe(font, `For key figures: ${fontChoice}`, "archivo"),
      arabic: maybe(font, `For text in Arabic script: ${fontChoice}`, "noto-sans-arabic"),
    }),
    "Web fonts. Without them the reader's own system fonts are used, which cost nothing to load.",
    "{ body: commissioner, numerals: archivo, arabic: noto-sans-arabic }",
  ),
});

const channel = z.strictObject({
  name: field(localized, "What the channel is.", "{ en: Mailing list }"),
  url: field(webAddress, "Where it is.", "https://lists.example.org/press"),
});

const imports = z.strictObject({
  location: maybe(termId, "The place: the name of a file in `locations/`.", "smarhon"),
  contacts: maybe(z.array(termId), "Whom a journalist calls: names of files in `contacts/`.", "[press-office]"),
});

/**
 * Returns the host and folders with which all addresses of the site begin, in one form: the host in small letters and ASCII
 * (RFC 3490), the folders encoded, no slash at the end. Undefined for an address with anything else in it.
 */
function originOf(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const { origin, pathname, username, password, search, hash } = new URL(written);
  if (username + password + search + hash !== "" || /[?#]/.test(written)) return undefined;
  return origin + pathname.replace(/\/{2,}/g, "/").replace(/\/$/, "");
}

/** The releases for which a costly file is made, because readers ask for it only while a release is news. */
const newest = z
  .string()
  .regex(/^(?:all|none|newest [1-9]\d{0,5})$/, "is not `all`, `none` or `newest` with a number, such as `newest 500`");

/** `site.yaml`: who publishes, where, in which languages. */
export const siteSchema = z.strictObject({
  name: field(localized, "The name of the press site or office: second, large line of the header.", "{ en: Belarus }"),
  parent: maybe(localized, "The organisation it belongs to: first, small line of the header."),
  description: field(localized, "One sentence about the site, for the home page and search engines."),
  origin: field(
    webAddress
      .refine((value) => !URL.canParse(value) || originOf(value) !== undefined, "is more than a host and a folder")
      .overwrite((value) => originOf(value) ?? value),
    "The address of the published site: a host and, if the site is not at its root, a folder.",
    "https://press.example.org",
  ),
  default_language: field(language, "The language of a release that does not say its own.", "en"),
  languages: field(
    z.record(
      language,
      z.strictObject({
        label: field(text, "The language's name in itself.", "English"),
        dir: field(z.enum(["ltr", "rtl"]), "The direction of its script.", "ltr"),
      }),
    ),
    "The languages of the site, in the order of the menu.",
  ),
  timezone: field(
    timeZone,
    "The time zone of the press office: a release dated tomorrow is public when tomorrow begins there.",
    "Europe/Minsk",
  ),
  press_office: field(
    termId,
    "The contact who stands on every page: the name of a file in `contacts/`.",
    "press-office",
  ),
  country: maybe(countryCode, "The country of phone numbers written without one.", "BY"),
  country_names: maybe(
    z.record(countryCode, localized),
    "Names of countries that the office writes in another way than the Unicode CLDR does.",
    "{ BY: { fr: Bélarus } }",
  ),
  releases_per_page: maybe(
    z.number().int().min(2).max(200),
    "How many releases a page of a list holds, and its feed. Without it, the first page of a list has 20 to 39 (all of them if they are at most 120) and older ones 120, and the feed of a partner, place, topic or goal 10.",
    "20",
  ),
  pdf: maybe(
    newest,
    "Releases that are also published as a PDF: all, none, or so many of the newest, each language counted. Without it: newest 500.",
    "newest 100",
  ),
  share_images: maybe(
    newest,
    "Releases that get a share image with their title: all, none, or so many of the newest. Others share their picture, or the site's image. Without it: newest 500.",
    "none",
  ),
  press_kits: maybe(
    newest,
    "Releases that get a press kit, if there is more than one text to pack: all, none, or so many of the newest. Without it: newest 500.",
    "all",
  ),
  forms: maybe(
    z.array(z.enum(["md", "json"])),
    "The forms of each release besides its page and its plain text: `md` is Markdown, `json` is ninjs. Without it: both. Fewer forms make a large site smaller.",
    "[json]",
  ),
  untranslated: maybe(
    z.enum(["show", "hide"]),
    "Whether the lists of a language also show releases that are not translated into it, marked with their language. Without it: show.",
    "hide",
  ),
  host: maybe(
    z.enum(["cloudflare-pages", "github-pages", "gitlab-pages", "netlify", "other"]),
    "Who publishes the site: the build says when the site is larger than that host takes.",
    "github-pages",
  ),
  featured: maybe(
    text,
    "The first release on the home page: a file or folder name in `releases/`. Without it: the newest.",
  ),
  channels: maybe(z.array(channel), "Other channels of the office, for the page “Follow us”."),
  websub: maybe(
    webAddress,
    "The hub that tells feed readers about new releases at once (WebSub). Notify it after each publication.",
    "https://hub.example.org",
  ),
  security: maybe(
    z.union([webAddress, mailAddress]),
    "Where to report a vulnerability of the site: an email or web address. Without it: the press office.",
    "security@example.org",
  ),
  about: maybe(localized, "The office's own “About …” text, below every release."),
  licence: maybe(localized, "Terms of use of the texts, in a sentence."),
  disclaimer: maybe(localized, "A paragraph at the foot of every page."),
  copyright: maybe(localized, "The line at the very end of every page."),
  theme: maybe(theme, "Colours, corners, logo and fonts."),
  imports: maybe(
    imports,
    "Default values for releases of an archive that `npm run import` writes, marked as such.",
    "{ location: smarhon, contacts: [press-office] }",
  ),
});

export type Site = z.infer<typeof siteSchema>;

/** The colours of a site whose theme names no others, as in assets/styles/base.css. */
export const COLOURS = { brand: "#0468b1", accent: "#ffeb00" } as const;

/** Returns the colours of a site, for what has no style sheet: pictures, PDFs, the browser's own bars. */
export function coloursOf({ theme }: Pick<Site, "theme">): Record<keyof typeof COLOURS, string> {
  return { brand: theme?.brand ?? COLOURS.brand, accent: theme?.accent ?? COLOURS.accent };
}

/** Returns the path of the origin, with which every address of the site begins: empty, or `/press` for a site in a folder. */
export function pathPrefix({ origin }: Pick<Site, "origin">): string {
  return prefixOf(origin);
}

const prefixOf = memoized((origin: string) => origin.replace(/^https?:\/\/[^/]+/i, ""));
