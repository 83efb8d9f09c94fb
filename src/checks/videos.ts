import { watchPage } from "../model/video.ts";

const VIDEO =
  /youtu|vimeo|dailymotion|rutube|vk\.com\/video|ok\.ru\/video|bilibili|tiktok|facebook\.com\/plugins\/video|\/videos?\/|\.(?:mp4|webm|mov|m4v|ogv)\b/i;

/** The value of an attribute, in quotation marks or without them; typographic ones are what a word processor made of them. */
function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:["“”']([^"“”']*)["“”']|([^\\s>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2];
}

/** Whether a tag of HTML shows a video. */
export function lookLikeVideo(tag: string): boolean {
  return /^<(?:video|source)/i.test(tag) || VIDEO.test(attribute(tag, "src") ?? attribute(tag, "data") ?? "");
}

/** The page on which a video can be watched, by the address that its player is given. */
export function watchAddress(src: string): string {
  return watchPage(src) ?? (src.startsWith("//") ? `https:${src}` : src);
}

/** Returns the lines to write in place of a tag that embeds something. */
export function videoLines(tag: string): string {
  const src = attribute(tag, "src") ?? attribute(tag, "data");
  const address = src === undefined ? "https://…" : watchAddress(src.replaceAll("&amp;", "&"));
  const title = attribute(tag, "title")?.trim() || undefined;
  if (!lookLikeVideo(tag)) return `Delete the tag, and link to what it shows: [${title ?? "words"}](${address})`;
  return fieldLines(/^https?:/.test(address) ? address : "https://…", title);
}

/** The lines of the field `video` for an address. */
export function fieldLines(address: string, title = "The title of the video"): string {
  return `Delete it, and write these lines among the fields at the top:\nvideo:\n  - url: ${JSON.stringify(address)}\n    title: ${JSON.stringify(title)}`;
}
