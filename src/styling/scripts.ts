import { sha256 } from "../model/hash.ts";
import { oncePer } from "../model/memo.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { packaged } from "../roots.ts";
import { localeOf } from "../text/dates.ts";
import { SEQUENCES } from "../text/isolate.ts";
import { message } from "../text/messages.ts";
import { directionOf } from "../text/names.ts";
import { quotationMarksOf } from "../text/quotation-marks.ts";
import { UNIT } from "../text/units.ts";
import { bundle } from "./bundle.ts";

/** The words of the scripts: name in the script → key of the interface's word. */
const said = {
  page: {
    quote: "copy.quote",
    figure: "copy.figure",
    cite: "copy.cite",
    link: "share.link",
    mail: "share.mail",
    done: "copy.done",
    open: "contact.open",
    opens: "contact.opens",
    comma: "comma",
  },
  search: { none: "search.none", wait: "search.wait", failed: "search.failed", counted: "brackets" },
  answers: { meant: "search.meant" },
  // Its words stand on its page.
  genuine: {},
};
export type ScriptName = keyof typeof said;
const scriptNames = Object.keys(said) as ScriptName[];

/**
 * Returns a script of assets/scripts/ with the words of a language. Pages with quotes, figures or contacts load `page` last, the search
 * page has `search`, and loads `answers` when it is first used.
 */
export function script({ words }: Pick<Press, "words">, lang: string, name: ScriptName = "page") {
  return bundled(words, lang, name);
}

/** Bundles a script once per reading of the words: a preview reads them again. */
const bundled = oncePer((words: Press["words"], lang: string, name: ScriptName) => {
  const isAnyRightToLeft = [...words.keys()].some((own) => directionOf(own) === "rtl");
  const [before = "", after = ""] = quotationMarksOf(lang);
  const spoken = Object.fromEntries(Object.entries(said[name]).map(([slot, key]) => [slot, message(words, key, lang)]));
  const code = bundle({
    entryPoints: [packaged(`assets/scripts/${name}.ts`)],
    charset: "utf8",
    format: name === "answers" ? "esm" : "iife",
    define: {
      WORDS: JSON.stringify(name === "page" ? { ...spoken, before, after } : spoken),
      COUNTED: JSON.stringify(formsOf(words, "search.found", lang)),
      LOCALE: JSON.stringify(localeOf(lang)),
      UNIT: JSON.stringify(UNIT),
      ISOLATED: JSON.stringify(isAnyRightToLeft ? SEQUENCES : ""),
    },
  });
  /** The path in the output changes with the code, so that it may be cached for ever. */
  return { file: `${name}.${lang}.${sha256(code).slice(0, 10)}.js`, code };
});

/** Returns a word with a number in each plural form of the language. */
function formsOf(words: Press["words"], key: string, lang: string): Readonly<Record<string, string>> {
  const forms = Object.entries(words.get(lang) ?? {}).filter(([name]) => name.startsWith(`${key}.`));
  return Object.fromEntries(forms.map(([name, text]) => [name.slice(key.length + 1), text]));
}

/** The scripts in each language. */
export function scriptFiles(press: Press): OutputFile[] {
  return Object.keys(press.site.languages).flatMap((lang) =>
    scriptNames.map((name) => {
      const { file, code } = script(press, lang, name);
      return { file, hash: file, make: () => code };
    }),
  );
}
