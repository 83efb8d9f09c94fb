import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";

/**
 * A page of Website Meta Language, as Debian writes its announcements (HTML with macros that a file defines for itself), as a
 * page with fields at its top that the importer reads. No office has such files: only the sample of the benchmark does.
 */
export function pageOfWml(text: string): string {
  const { fields, html } = readWml(text);
  return `---\n${stringify(fields)}---\n${html}`;
}

/** A folder's pages of WML as such pages: path inside the folder, with the end .html, and text. */
export function pagesOfWml(folder: string): [file: string, page: string][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".wml") && !file.includes("LICENSE"))
    .map((file) => [file.replace(/wml$/, "html"), pageOfWml(readFileSync(path.join(folder, file), "utf8"))]);
}

function readWml(whole: string): { fields: Record<string, unknown>; html: string } {
  const fields: Record<string, unknown> = {};
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
  fields.title = expand(macros.get("pagetitle") ?? "", macros);
  fields.date = macros.get("release_date");
  for (const name of ["pagetitle", "release_date"]) macros.delete(name);
  text = expand(text, macros)
    .replace(/<q>\s+/g, "<q>")
    .replace(/\s+<\/q>/g, "</q>")
    .replaceAll("$(HOME)", "")
    .replace(/\$\(([A-Z]+)\)/g, (_, name: string) => `/${name.toLowerCase()}`);
  return { fields, html: text };
}

/** Replaces macros by what they were defined as, innermost first; `%0` to `%9` stand for what a use of one is given. */
function expand(text: string, macros: ReadonlyMap<string, string>): string {
  let result = text;
  for (let round = 0; round < 4; round++) {
    const before = result;
    result = result.replace(/<([\w-]+)((?:\s+(?:"[^"]*"|[^\s<>"]+))*)\s*>/g, (tag, name: string, given: string) => {
      const args = [...given.matchAll(/"([^"]*)"|([^\s"]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
      if (name === "downcase") return args.join(" ").toLowerCase();
      if (name === "url") return `<a href="${args[0]}">${args[0]}</a>`;
      const macro = macros.get(name);
      if (macro === undefined) return tag;
      const plain = macro.replace(/<:[\s\S]*?:>/g, (code) => /%\d/.exec(code)?.[0] ?? "");
      return plain.replace(/%(\d)/g, (_, index: string) => args[Number(index)] ?? "");
    });
    if (result === before) break;
  }
  return result;
}
