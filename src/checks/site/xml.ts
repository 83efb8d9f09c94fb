import { Parser } from "htmlparser2";
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
  const open: string[] = [];
  let fault: string | undefined;
  const parser = new Parser(
    {
      onopentagname: (name) => open.push(name),
      onclosetag(name, isImplied) {
        if (isImplied && !/\/>$/.test(text.slice(parser.startIndex, parser.endIndex + 1)))
          fault ??= `The tag <${name}> is never closed.`;
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  const bare = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "").search(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/);
  if (bare !== -1) fault ??= "There is a character & that is not written &amp;.";
  if (!/^\s*<[?!a-z]/i.test(text)) fault ??= "This file does not begin as XML does.";
  return fault === undefined ? undefined : { message: fault, fix };
}
