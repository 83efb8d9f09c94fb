/** A film on another site: what the field `video` holds. */
export interface FoundVideo {
  readonly url: string;
  /** None where the page only names the player. */
  readonly title?: string;
}

/** Addresses of players and pages of films, by what tells the film. */
const YOUTUBE =
  /^https?:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:(?:embed|v|shorts|live)\/|watch\?(?:[^#]*&)?v=)|youtu\.be\/)(?!videoseries)([\w-]{6,})/i;
const VIMEO = /^https?:\/\/(?:player\.vimeo\.com\/video|(?:www\.)?vimeo\.com)\/(\d+)(?:(?:\/|\?(?:[^#]*&)?h=)(\w+))?/i;

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

/** The page on which a player's film can be watched. */
function pageOf(src: string): string | undefined {
  const film = YOUTUBE.exec(src)?.[1];
  const [, number, key] = VIMEO.exec(src) ?? [];
  if (film) return `https://www.youtube.com/watch?v=${film}`;
  return number && ["https://vimeo.com", number, key].filter(Boolean).join("/");
}
