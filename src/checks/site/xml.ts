import { SaxesParser } from "saxes";

/**
 * Returns what keeps a feed from being read, or undefined: XML whose tags do not close, or characters that XML does not know; JSON that
 * is none. Not a validator: that a feed says what its standard asks is proved where it is made.
 */
export function isWellFormed(file: string, text: string): { message: string; fix: string } | undefined {
  const fix =
    "Nothing can read it as it is: build the site anew; where it stays so, it is a fault of the program that made it.";
  if (/\.(?:json|webmanifest)$/.test(file)) {
    try {
      JSON.parse(text);
      return undefined;
    } catch {
      return { message: "This file is no JSON.", fix };
    }
  }
  try {
    new SaxesParser().write(text).close();
    return undefined;
  } catch (error) {
    return { message: `This is no XML: ${error instanceof Error ? error.message : error}`, fix };
  }
}
