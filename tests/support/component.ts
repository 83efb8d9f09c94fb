import Eleventy from "@11ty/eleventy";
import eleventyConfig from "../../eleventy.config.ts";
import { loadContent } from "../../src/content/load.ts";
import type { Rendering } from "../../src/eleventy/rendering.ts";
import { Press } from "../../src/model/press.ts";
import { StyleSheet } from "../../src/styling/styles.ts";

/** A component's macro called alone, through the project's own configuration of Eleventy and Nunjucks. */
export async function renderComponent(name: string, params: Readonly<Record<string, unknown>>): Promise<string> {
  const { content } = loadContent("tests/fixtures/first");
  if (!content) throw new Error("The site of the first release has problems.");
  const press = new Press(content, new Date("2026-11-23T12:00:00Z"));
  const rendering: Rendering = {
    press,

    styles: new StyleSheet(press),
    pages: [],
  };
  const eleventy = new Eleventy("templates/strings", ".cache/components", {
    configPath: "",
    quietMode: true,
    config: (config) => {
      eleventyConfig(config, rendering);
      config.addTemplate("component.njk", `{% from "components/${name}.njk" import ${name} %}{{ ${name}(params) }}`, {
        params,
        permalink: "/",
      });
    },
  });
  eleventy.disableLogger();
  const [page] = await eleventy.toJSON();
  if (!page) throw new Error(`The component ${name} rendered nothing.`);
  return page.content.replace(/\n+/g, "\n").trim();
}
