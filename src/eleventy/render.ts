import path from "node:path";
import Eleventy from "@11ty/eleventy";
import eleventyConfig from "../../eleventy.config.ts";
import { packaged } from "../roots.ts";
import type { Rendering } from "./rendering.ts";

/** Any folder without templates, because all templates are virtual. Eleventy needs its path from the working directory. */
const INPUT = path.relative("", packaged("templates/strings"));

/**
 * Renders pages into a folder through Eleventy and eleventy.config.ts.
 * @throws an error whose message names the template and the place in it.
 */
export async function render(rendering: Rendering, outputDir: string): Promise<void> {
  await eleventyFor(rendering, outputDir).write();
}

/**
 * Renders the one page of a rendering, and writes it nowhere.
 * @throws as render() does.
 */
export async function renderPage(rendering: Rendering): Promise<string> {
  const made = (await eleventyFor(rendering, INPUT).toJSON()) as readonly { readonly content: string }[];
  return made[0]?.content ?? "";
}

function eleventyFor(rendering: Rendering, outputDir: string): Eleventy {
  const eleventy = new Eleventy(INPUT, outputDir, {
    // The configuration is passed as a function, so that Eleventy looks for no file.
    configPath: "",
    quietMode: true,
    config: (config) => {
      config.benchmarkManager.get("Configuration").setIsVerbose(false);
      eleventyConfig(config, rendering);
    },
  });
  eleventy.disableLogger();
  return eleventy;
}
