import { readFileSync } from "node:fs";
import type { UserConfig } from "@11ty/eleventy";
import { templateFile } from "../roots.ts";

/** Has Nunjucks look up layouts and components in the office's templates first, then in the package's. */
export function findTemplates(config: UserConfig): void {
  config.on("eleventy.engine.njk", ({ environment }) => {
    for (const loader of environment.loaders) {
      loader.getSource = (name) => {
        const file = templateFile(name);
        loader.pathsToNames[file] = name;
        return { src: readFileSync(file, "utf8"), path: file, noCache: false };
      };
    }
  });
}
