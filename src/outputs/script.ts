import { createHash } from "node:crypto";
import { buildSync } from "esbuild";
import type { OutputFile } from "./file.ts";

export interface Script {
  /** Path in the output; it changes with the code, so that it may be cached for ever. */
  readonly file: string;
  readonly code: string;
}

let made: Script | undefined;

/** The script that pages with quotes, figures or contacts load when all else is there. */
export function script(): Script {
  if (!made) {
    const { outputFiles } = buildSync({
      entryPoints: ["assets/scripts/page.ts"],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      legalComments: "none",
      target: ["chrome111", "firefox113", "safari16.4"],
    });
    const code = outputFiles[0]?.text ?? "";
    made = { file: `page.${createHash("sha256").update(code).digest("hex").slice(0, 12)}.js`, code };
  }
  return made;
}

export function scriptFiles(): OutputFile[] {
  const { file, code } = script();
  return [{ file, fingerprint: file, make: () => code }];
}
