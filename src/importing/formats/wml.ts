import type { Dropped, Format, Incoming } from "../incoming.ts";

/** Website Meta Language, as Debian writes its announcements: HTML with macros that a file defines for itself. */
export const wml: Format = {
  name: "WML page",
  matches: ({ name, text }) => /\.wml$/i.test(name) || /^#use wml::/m.test(text),
  read: ({ text }) => readWml(text),
};

const WHY = "A program inside the page; what it was given stands in its place.";

function readWml(whole: string): Incoming {
  const fields: Record<string, unknown> = {};
  const dropped: Dropped[] = [];
  const check = /^#use wml::\S+::translation-check\b(.*)$/m.exec(whole)?.[1];
  if (check !== undefined) {
    const by = /maintainer="([^"]+)"/.exec(check)?.[1];
    // Debian's translations are made from the English page unless the line names another original.
    const original = /original="([^"]+)"/.exec(check)?.[1] ?? "english";
    fields.translation = { from: original, ...(by ? { by } : {}) };
  }
  const macros = new Map<string, string>();
  let text = whole
    .replace(/^#.*$/gm, "")
    .replace(/<define-tag\s+([\w-]+)[^>]*>([\s\S]*?)<\/define-tag>/g, (_, name: string, content: string) => {
      macros.set(name, content.trim());
      return "";
    });
  fields.title = expand(macros.get("pagetitle") ?? "", macros, dropped);
  fields.date = macros.get("release_date");
  for (const name of ["pagetitle", "release_date"]) macros.delete(name);
  text = expand(text, macros, dropped)
    .replace(/<q>\s+/g, "<q>")
    .replace(/\s+<\/q>/g, "</q>")
    .replaceAll("$(HOME)", "")
    .replace(/\$\(([A-Z]+)\)/g, (_, name: string) => `/${name.toLowerCase()}`);
  return { fields, html: text, dropped };
}

/** Replaces macros by what they were defined as, innermost first; `%0` to `%9` stand for what a use of one is given. */
function expand(text: string, macros: ReadonlyMap<string, string>, dropped: Dropped[]): string {
  let result = text;
  for (let round = 0; round < 4; round++) {
    const before = result;
    result = result.replace(/<([\w-]+)((?:\s+(?:"[^"]*"|[^\s<>"]+))*)\s*>/g, (tag, name: string, given: string) => {
      const args = [...given.matchAll(/"([^"]*)"|([^\s"]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
      if (name === "downcase") return args.join(" ").toLowerCase();
      if (name === "url") return `<a href="${args[0]}">${args[0]}</a>`;
      const macro = macros.get(name);
      if (macro === undefined) return tag;
      const plain = macro.replace(/<:[\s\S]*?:>/g, (code) => {
        if (!dropped.some(({ words }) => words === code)) dropped.push({ words: code, why: WHY });
        return /%\d/.exec(code)?.[0] ?? "";
      });
      return plain.replace(/%(\d)/g, (_, index: string) => args[Number(index)] ?? "");
    });
    if (result === before) break;
  }
  return result;
}
