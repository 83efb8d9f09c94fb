import { phoneOf } from "../model/phone.ts";
import type { Document } from "./document.ts";
import type { Link } from "./markup.ts";
import type { Context, Fault } from "./rule.ts";

/** Hosts that are kept for examples (RFC 2606). */
const EXAMPLE = /^https?:\/\/(?:www\.)?example\.(?:com|org|net|edu)(?=[:/?#]|$)/i;

/** What stands in an address until it is known. */
const UNKNOWN =
  /^(?:https?:\/\/)?(?:#+|\.{2,3}|…|\?+|_+|(?:x|х){2,}|(?:insert|add|your|paste)?[-_ ]?(?:link|url|ссылка|lien|enlace)(?:[-_ ]?(?:here|tbc|tbd|to[-_ ]follow|to[-_ ]come))?|tb[cda]|todo|placeholder|link\.com)\/?$|(?:^|[/=._-])(?:insert|add|your|paste)[-_]?(?:the[-_])?(?:link|url|address)|(?:^|[/=])(?:x{3,}|tb[cd]|link[-_]here|url[-_]here|placeholder)(?:[/?#.]|$)/i;

/** Links whose address is still to be put in, or is another than their words say. */
export function* linkTargetFaults(document: Document, context: Context): Generator<Fault> {
  for (const link of document.links) {
    const at = document.inBody(link.urlOffset, link.url.length);
    // "http://…" in a text stands for any address.
    const isMentioned = link.words === link.url && /…|\.\.\./.test(link.url);
    if (!isMentioned && (EXAMPLE.test(link.url) || UNKNOWN.test(link.url))) {
      yield {
        at,
        message: `“${link.url}” stands where an address is still to be put in.`,
        fix: "Copy the address from the browser, or take the link out.",
      };
    } else if (differs(link, context)) {
      yield {
        at,
        message: `The words of this link are “${link.words}”, and it leads to ${link.url}.`,
        fix: "Make both the same, or give the link other words.",
      };
    }
  }
  for (const { index } of document.body.matchAll(/(?<=(?<!!)\[[^[\]\n]{1,200}\]\()[ \t]*(?=\))/g)) {
    yield {
      at: document.inBody(index - 1, 2),
      message: "This link has no address.",
      fix: "Copy the address from the browser and put it between the brackets, or take the link out.",
    };
  }
}

/** Whether the words of a link are an address, and not that of the link. */
function differs({ words, url }: Link, { content }: Context): boolean {
  const said = words.replace(/^[*_`\s]+|[*_`\s]+$|\\(?=[^\p{L}\p{N}\s])/gu, "");
  const mail = /^mailto:([^?]+)/i.exec(url)?.[1];
  if (mail !== undefined && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(said))
    return decode(mail).toLowerCase().trim() !== said.toLowerCase();
  const number = /^tel:(.+)$/i.exec(url)?.[1];
  if (number !== undefined) {
    const [one, two] = [said, decode(number)].map((each) => phoneOf(each, content.site.country)?.dialled);
    return one !== undefined && two !== undefined && one !== two;
  }
  const [shown, real] = [said, url].map((each) =>
    /^(?:https?:\/\/|(?=www\.))(?:www\.)?([^\s/?#:]+)/i.exec(each)?.[1]?.toLowerCase(),
  );
  return (
    shown !== undefined && real !== undefined && !`.${shown}`.endsWith(`.${real}`) && !`.${real}`.endsWith(`.${shown}`)
  );
}

function decode(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
