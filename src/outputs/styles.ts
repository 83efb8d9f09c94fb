import { createHash } from "node:crypto";
import { buildSync } from "esbuild";
import type { Press } from "../model/press.ts";
import type { Site } from "../model/site.ts";
import { fontStyles } from "./fonts.ts";

/** A page's style sheet, to stand in the page itself, and the word that lets a Content-Security-Policy pass it. */
export interface Styles {
  readonly css: string;
  /** `sha256-…`, CSP Level 3. */
  readonly csp: string;
}

/** Makes one small style sheet of those that a page needs (paths from the project's folder) and the site's theme. */
export function stylesOf(sheets: readonly string[], press: Pick<Press, "site" | "files">): Styles {
  const source = [...sheets.map((sheet) => `@import "./${sheet}";`), fontStyles(press), themeOf(press.site)].join("\n");
  const { outputFiles } = buildSync({
    stdin: { contents: source, loader: "css", resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    legalComments: "none",
    external: ["*.woff2", "*.ttf", "*.otf"],
    target: ["chrome111", "firefox113", "safari16.4"],
  });
  const css = outputFiles[0]?.text.trim() ?? "";
  return { css, csp: `sha256-${createHash("sha256").update(css).digest("base64")}` };
}

function themeOf({ theme }: Pick<Site, "theme">): string {
  const values = (["brand", "action", "accent", "radius"] as const).flatMap((name) =>
    theme?.[name] === undefined ? [] : [`--${name}:${theme[name]}`],
  );
  return values.length === 0 ? "" : `:root{${values.join(";")}}`;
}
