import { createHash } from "node:crypto";
import { buildSync } from "esbuild";
import type { Press } from "../model/press.ts";
import { word } from "../rendering/words.ts";
import type { OutputFile } from "./file.ts";

export interface Script {
  /** Path in the output; it changes with the code, so that it may be cached for ever. */
  readonly file: string;
  readonly code: string;
}

/** What the script says, by the key of the interface's word. */
const said = {
  quote: "copy.quote",
  figure: "copy.figure",
  text: "copy.text",
  cite: "copy.cite",
  done: "copy.done",
  open: "contact.open",
  opens: "contact.opens",
};

/** The script that pages with quotes, figures or contacts load when all else is there, with the words of a language. */
export function script({ words }: Pick<Press, "words">, lang: string): Script {
  const spoken = Object.fromEntries(Object.entries(said).map(([name, key]) => [name, word(words, key, lang)]));
  const { outputFiles } = buildSync({
    entryPoints: ["assets/scripts/page.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
    legalComments: "none",
    target: ["chrome111", "firefox113", "safari16.4"],
    define: { WORDS: JSON.stringify(spoken) },
  });
  const code = outputFiles[0]?.text ?? "";
  return { file: `page.${lang}.${createHash("sha256").update(code).digest("hex").slice(0, 10)}.js`, code };
}

/** The script in each language. */
export function scriptFiles(press: Press): OutputFile[] {
  return Object.keys(press.site.languages).map((lang) => {
    const { file, code } = script(press, lang);
    return { file, fingerprint: file, make: () => code };
  });
}
