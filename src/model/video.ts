/** Addresses of players and pages of films, by what tells the film, with the page on which it can be watched. */
const players: readonly (readonly [RegExp, page: string])[] = [
  [
    /^(?:https?:)?\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:(?:embed|v|shorts|live)\/|watch\?(?:[^#]*&)?v=)|youtu\.be\/|(?:img\.youtube\.com|i\d?\.ytimg\.com)\/vi\/)(?!videoseries)(?<id>[\w-]{6,})/i,
    "https://www.youtube.com/watch?v=",
  ],
  [
    /^(?:https?:)?\/\/(?:player\.vimeo\.com\/video|(?:www\.)?vimeo\.com(?:\/video)?)\/(?<id>\d+)(?:(?:\/|\?(?:[^#]*&)?h=)(?<key>\w{6,}))?/i,
    "https://vimeo.com/",
  ],
  [/^(?:https?:)?\/\/(?:www\.)?dailymotion\.com\/(?:embed\/)?video\/(?<id>\w+)/i, "https://www.dailymotion.com/video/"],
  [/^(?:https?:)?\/\/rutube\.ru\/play\/embed\/(?<id>\w+)/i, "https://rutube.ru/video/"],
];

/** Returns the page on which a film can be watched, by the address of its player; undefined for an unknown player. */
export function watchPage(src: string): string | undefined {
  for (const [pattern, page] of players) {
    const { id, key } = pattern.exec(src)?.groups ?? {};
    if (id !== undefined) return page + id + (key === undefined ? "" : `/${key}`);
  }
  return undefined;
}
