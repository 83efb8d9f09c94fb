import { joined, type Result } from "./search-index.ts";

/** The languages of the site that are written from right to left. */
const rightToLeft = document.querySelector<HTMLElement>("form[role=search]")?.dataset.rtl?.split(" ");

/** What keeps its order in words from right to left; empty on a site without any. */
declare const ISOLATED: string;

/** Words as they are put into an element: numbers and codes isolated, where the language is written from right to left. */
function wordsOf(text: string, lang = document.documentElement.lang): (string | HTMLElement)[] {
  if (ISOLATED === "" || !rightToLeft?.includes(lang)) return [text];
  return text.split(new RegExp(`(${ISOLATED})`, "u")).map((piece, at) => {
    if (at % 2 === 0) return piece;
    const isolated = document.createElement("bdi");
    isolated.textContent = piece;
    return isolated;
  });
}

/** Puts words into an element, and says which language they are in; an element without words goes. */
function put(element: HTMLElement, text: string | undefined, lang?: string): void {
  if (text) element.replaceChildren(...wordsOf(text, lang));
  else element.remove();
  mark(element, lang);
}

/** Says which language an element is in, where it is not the page's. */
function mark(element: HTMLElement, lang: string | undefined): void {
  if (lang) Object.assign(element, { lang, dir: rightToLeft?.includes(lang) ? "rtl" : "ltr" });
}

/** A result as an entry of the list, made after the page's pattern. Nothing of it is read as HTML. */
export async function entryOf(result: Result, pattern: DocumentFragment): Promise<Node> {
  const { url, excerpt, meta } = await result.data();
  const entry = pattern.cloneNode(true) as DocumentFragment;
  const part = <T extends HTMLElement>(name: string) => entry.querySelector(name) as T;
  put(part(".tag span"), meta.type);
  put(part(".tag bdi"), meta.language);
  put(part(".standing"), meta.notice);
  part<HTMLAnchorElement>("a").href = url;
  put(part("a"), meta.title, meta.lang);
  const time = document.createElement("time");
  time.dateTime = meta.date;
  time.textContent = meta.day;
  if (meta.place) put(part(".when span"), meta.place, meta.place_lang);
  else part(".when").replaceChildren();
  part(".when").append(time);
  if (meta.image) part<HTMLImageElement>("img").src = meta.image;
  else part("img").remove();
  show(part(".excerpt"), joined(excerpt), meta.lang);
  mark(part(".excerpt"), meta.lang);
  return entry;
}

/** Pagefind puts what it marks between tags, and writes angle brackets of the text as entities. */
function show(element: HTMLElement, excerpt: string, lang: string | undefined): void {
  const pattern = element.firstElementChild as HTMLElement;
  const pieces = excerpt.split(/<\/?mark>/).map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  element.replaceChildren(
    ...pieces.flatMap((piece, at) => {
      if (at % 2 === 0) return wordsOf(piece, lang);
      const marked = pattern.cloneNode() as HTMLElement;
      marked.textContent = piece;
      return [marked];
    }),
  );
}
