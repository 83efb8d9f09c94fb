import type { Result } from "./search-index.ts";

interface Language {
  readonly lang?: string;
  readonly dir?: string;
}

/** What a result shows besides title and excerpt: it stands in the result's address, behind the #. */
interface Shown extends Language {
  readonly type: string;
  readonly language?: string;
  readonly notice?: string;
  readonly date: string;
  readonly day: string;
  readonly place?: Language & { readonly text: string };
  readonly picture?: { readonly src: string; readonly width: number; readonly height: number };
}

/** Puts words into an element, and says which language they are in; an element without words goes. */
function put(element: HTMLElement, text: string | undefined, { lang, dir }: Language = {}): void {
  if (text) element.textContent = text;
  else element.remove();
  if (lang) Object.assign(element, { lang, dir });
}

/** A result as an entry of the list, made after the page's pattern. Nothing of it is read as HTML. */
export async function entryOf(result: Result, pattern: DocumentFragment): Promise<Node> {
  const { raw_url, excerpt, meta } = await result.data();
  const [url = "", data = ""] = raw_url.split("#");
  const shown: Shown = JSON.parse(decodeURIComponent(data));
  const entry = pattern.cloneNode(true) as DocumentFragment;
  const part = <T extends HTMLElement>(name: string) => entry.querySelector(name) as T;
  put(part(".tag span"), shown.type);
  put(part(".tag bdi"), shown.language);
  put(part(".standing"), shown.notice);
  part<HTMLAnchorElement>("a").href = url;
  put(part("a"), meta.title, shown);
  const time = document.createElement("time");
  time.dateTime = shown.date;
  time.textContent = shown.day;
  if (shown.place) put(part(".when span"), shown.place.text, shown.place);
  else part(".when").replaceChildren();
  part(".when").append(time);
  if (shown.picture) Object.assign(part("img"), shown.picture);
  else part("img").remove();
  mark(part(".excerpt"), excerpt, shown);
  return entry;
}

/** Pagefind puts what it marks between tags, and writes angle brackets of the text as entities. */
function mark(element: HTMLElement, excerpt: string, { lang, dir }: Language): void {
  const pattern = element.firstElementChild as HTMLElement;
  const pieces = excerpt.split(/<\/?mark>/).map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  element.replaceChildren(
    ...pieces.map((piece, at) => {
      if (at % 2 === 0) return piece;
      const marked = pattern.cloneNode() as HTMLElement;
      marked.textContent = piece;
      return marked;
    }),
  );
  if (lang) Object.assign(element, { lang, dir });
}
