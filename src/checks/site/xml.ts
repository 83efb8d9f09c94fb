import { SaxesParser } from "saxes";
import { attempt } from "../../model/attempt.ts";

/**
 * Returns what keeps a feed from being read, or undefined: XML whose tags do not close, or characters that XML does not know; JSON that
 * is none. Not a validator: that a feed says what its standard asks is proved where it is made.
 */
export function isWellFormed(file: string, text: string): { message: string; fix: string } | undefined {
  const fix =
    "Nothing can read it as it is: build the site anew; where it stays so, it is a fault of the program that made it.";
  if (/\.(?:json|webmanifest)$/.test(file))
    return attempt(() => [JSON.parse(text)]) ? undefined : { message: "This file is no JSON.", fix };
  let fault: string | undefined;
  const parser = new SaxesParser();
  parser.on("error", ({ message }) => {
    fault ??= message;
  });
  parser.write(text).close();
  const bare = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "").search(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/);
  if (bare !== -1) return { message: "There is a character & that is not written &amp;.", fix };
  return fault === undefined ? undefined : { message: `This file is no XML (line and column: ${fault}).`, fix };
}
