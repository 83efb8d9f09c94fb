import { posix } from "node:path";
import type { MarkdownIt, Token } from "markdown-it";
import type { TextPicture } from "../../model/release.ts";
import { onOneLine, plainWords } from "../words.ts";
import { linesOf, placeOf } from "./places.ts";

/** Returns a file's name as in fields: decoded, because the parser encodes spaces and letters, in NFC, and without `./`. */
export function fileNamed(url: string): string {
  try {
    const name = decodeURIComponent(url).normalize("NFC");
    return /^(?:$|\/|[a-z][a-z\d+.-]*:)/i.test(name) ? name : posix.normalize(name);
  } catch {
    return url;
  }
}

/** Whether a picture has an address on this site; `//` leads to another one. */
export function isOnSite(file: string): boolean {
  return /^\/(?!\/)/.test(file);
}

/** Makes a figure of a picture that is alone in its paragraph. */
export function figures(engine: MarkdownIt): void {
  engine.core.ruler.push("figures", (state) => {
    if (!state.tokens.some(isPicture)) return;
    state.tokens = state.tokens.flatMap((token, index, all): Token[] => {
      const isAlone = (at: number) =>
        all[at - 1]?.type === "paragraph_open" && all[at + 1]?.type === "paragraph_close" && isPicture(all[at]);
      if (isAlone(index)) return [Object.assign(token, { type: "figure", tag: "" })];
      return isAlone(index + 1) || all[index - 1]?.type === "figure" ? [] : [token];
    });
  });
}

function isPicture(token: Token | undefined): boolean {
  return token?.type === "inline" && token.children?.length === 1 && token.children[0]?.type === "image";
}

/** Returns the file, alternative text and caption of a picture's token. */
export function saidOf(image: Token): Omit<TextPicture, "at" | "end"> {
  const alt = onOneLine(plainWords(image.children ?? []));
  const caption = onOneLine(String(image.attrGet("title") ?? ""));
  return {
    file: fileNamed(String(image.attrGet("src") ?? "")),
    ...(alt ? { alt } : {}),
    ...(caption ? { caption } : {}),
  };
}

/** Returns the pictures of a parsed text, in its order. */
export function picturesIn(source: string, tokens: readonly Token[]): TextPicture[] {
  if (!source.includes("![")) return [];
  return linesOf(source, tokens)
    .flatMap(({ token, at }) =>
      (token.children ?? []).flatMap((child) => {
        const place = child.type === "image" ? placeOf(child) : undefined;
        return place ? [{ ...saidOf(child), at: at(place.from), end: at(place.to) }] : [];
      }),
    )
    .toSorted((a, b) => a.at - b.at);
}
