import { watchPage } from "../../model/video.ts";

/** A film on another site: what the field `video` holds. */
export interface FoundVideo {
  readonly url: string;
  /** None where the page only names the player. */
  readonly title?: string;
}

/** Titles that a site gives to every player. */
const NO_TITLE =
  /^(?:(?:embedded )?(?:youtube|vimeo)(?: embedded)?(?: video)?(?: player)?|video(?: player)?|embed(?:ded video)?)$/i;

/** Takes the players of films on YouTube and Vimeo out of a text, and lines that are nothing but the address of one; the films, each once. */
export function takeVideos(body: Element): FoundVideo[] {
  const videos = new Map<string, FoundVideo>();
  for (const frame of [...body.querySelectorAll("iframe, embed, object, p")]) {
    const src =
      frame.nodeName === "P"
        ? (/^\s*(\S+)\s*$/.exec(frame.textContent ?? "")?.[1] ?? "")
        : ((frame.getAttribute("src") || frame.getAttribute("data-src") || frame.getAttribute("data")) ?? "");
    const url = watchPage(src.trim());
    if (url === undefined) continue;
    const title = frame.getAttribute("title")?.replace(/\s+/g, " ").trim() ?? "";
    if (!videos.has(url)) videos.set(url, { url, ...(title && !NO_TITLE.test(title) ? { title } : {}) });
    frame.remove();
  }
  return [...videos.values()];
}
