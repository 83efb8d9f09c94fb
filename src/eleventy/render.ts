import Eleventy, { type UserConfig } from "@11ty/eleventy";
import type { Rendering } from "./rendering.ts";

/** Any folder without templates of its own: all templates are virtual. */
const INPUT = "src/eleventy";

/**
 * Renders pages into a folder through Eleventy and eleventy.config.ts.
 * @throws an error whose message names the template and the place in it.
 */
export async function render(rendering: Rendering, outputDir: string): Promise<void> {
  const eleventy = new Eleventy(INPUT, outputDir, {
    configPath: "eleventy.config.ts",
    quietMode: true,
    config: (config: UserConfig) => {
      config.rendering = rendering;
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}
