/** A film on another site: what the field `video` holds. */
export interface FoundVideo {
  readonly url: string;
  /** None where the page only names the player. */
  readonly title?: string;
}

/** Addresses of players, and the address of the page on which the film can be watched. */
const players: readonly (readonly [RegExp, (id: string, key: string) => string])[] = [
  [
    /^https?:\/\/(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts|live)\/([\w-]{6,})/i,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [
    /^https?:\/\/(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/watch\?(?:[^#]*&)?v=([\w-]{6,})/i,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^https?:\/\/youtu\.be\/([\w-]{6,})/i, (id) => `https://www.youtube.com/watch?v=${id}`],
  [
    /^https?:\/\/player\.vimeo\.com\/video\/(\d+)(?:\?(?:[^#]*&)?h=(\w+))?/i,
    (id, key) => `https://vimeo.com/${id}${key && `/${key}`}`,
  ],
  [/^https?:\/\/(?:www\.)?vimeo\.com\/(\d+)(?:\/(\w+))?/i, (id, key) => `https://vimeo.com/${id}${key && `/${key}`}`],
];

/** Titles that a site gives to every player. */
const NO_TITLE =
  /^(?:(?:embedded )?(?:youtube|vimeo)(?: embedded)?(?: video)?(?: player)?|video(?: player)?|embed(?:ded video)?)$/i;

/** Takes the players of films on YouTube and Vimeo out of a text; the films, each once. */
export function takeVideos(body: Element): FoundVideo[] {
  const videos = new Map<string, FoundVideo>();
  for (const frame of [...body.querySelectorAll("iframe, embed, object")]) {
    const src = (frame.getAttribute("src") || frame.getAttribute("data-src") || frame.getAttribute("data")) ?? "";
    const url = pageOf(src.trim().replace(/^\/\//, "https://"));
    if (url === undefined) continue;
    const title = frame.getAttribute("title")?.replace(/\s+/g, " ").trim() ?? "";
    if (!videos.has(url)) videos.set(url, { url, ...(title && !NO_TITLE.test(title) ? { title } : {}) });
    frame.remove();
  }
  return [...videos.values()];
}

function pageOf(src: string): string | undefined {
  for (const [pattern, page] of players) {
    const [, id, key = ""] = pattern.exec(src) ?? [];
    if (id !== undefined && id !== "videoseries") return page(id, key);
  }
  return undefined;
}
