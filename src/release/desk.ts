import type { Sizes } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { fileUrl, twinFile } from "../model/urls.ts";
import { contactView, contactViews } from "../pages/contact.ts";
import { pictureOf, pictureUrl } from "../pictures/library.ts";
import { picturesOf } from "../text/pictures.ts";
import { kitView } from "./kit.ts";
import { pdfView } from "./pdf.ts";

/** Returns what a journalist needs first of a release: whom to call, and what there is to take away. Of a withdrawn one there is nothing to take, and the office itself answers. */
export function deskView(press: Press, release: PublicRelease, sizes: Sizes) {
  const { site } = press;
  const { lang } = release;
  const isWithdrawn = release.status.is === "withdrawn";
  const contacts = isWithdrawn ? [] : contactViews(press, release.contacts, lang);
  const office = contactView(press, site.press_office, lang);
  const whom = {
    contact: [...contacts, ...(office ? [office] : [])].find(({ phone, mobile }) => phone ?? mobile) ?? office,
  };
  if (isWithdrawn) return { ...whom, pdf: undefined };
  return {
    ...whom,
    text: fileUrl(site, twinFile(release, "txt")),
    pictures: picturesView(press, release),
    kit: kitView(press, release, sizes),
    pdf: pdfView(press, release, sizes),
  };
}

/** Returns how many pictures a release has, and their address: for a single one its own page, else the place on the release's page. */
function picturesView(press: Press, release: PublicRelease) {
  const found = picturesOf(release).flatMap((named) => pictureOf(press, release, named) ?? []);
  const pictures = [...new Set(found)];
  const [only] = pictures;
  if (!only) return undefined;
  if (pictures.length === 1) return { count: 1, url: pictureUrl(press.site, release.lang, only) };
  return { count: pictures.length, url: release.gallery?.length ? "#pictures" : release.image ? "#picture" : "#text" };
}
