import type { SiteUrl } from "../model/address.ts";
import { localize } from "../model/localized.ts";
import { type OutputFile, textFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { absolute, feedLinks, fileUrl, homeUrl, listUrl, rootUrl, sitemapIndex, sitemapOfNews } from "../model/urls.ts";
import { taxonomies } from "../pages/taxonomies.ts";
import { message } from "../text/messages.ts";

/** Returns the llms.txt (llmstxt.org) in the default language, for language models that quote from the site. */
export function llmsFiles(press: Press): OutputFile[] {
  return [textFile("llms.txt", llms(press))];
}

function llms({ site, words }: Press): string {
  const lang = site.default_language;
  const codes = Object.keys(site.languages);
  const names = [...(site.parent === undefined ? [] : [site.parent]), site.name];
  const link = (name: string, url: SiteUrl, more = "") => `- [${name}](${absolute(site, url)})${more && `: ${more}`}`;
  const say = (key: string) => message(words, key, lang);
  const chapter = (key: string, lines: readonly string[]) => ["", `## ${say(key)}`, "", ...lines];
  const languages = codes.map((code) => link(site.languages[code]?.label ?? code, homeUrl(site, code)));
  const feeds = feedLinks(codes.length > 1 ? rootUrl(site) : homeUrl(site, lang)).map(({ name, url }) =>
    link(name, url),
  );
  const maps = [sitemapIndex, sitemapOfNews].map((name) => link(name, fileUrl(site, name)));
  return [
    `# ${names.map((name) => localize(name, lang, lang).text).join(" – ")}`,
    "",
    `> ${localize(site.description, lang, lang).text}`,
    "",
    say("llms.text"),
    ...chapter("llms.languages", languages),
    ...chapter("llms.lists", [
      link(say("nav.releases"), listUrl(site, lang, "releases"), say("list.releases")),
      ...taxonomies.map(({ name }) =>
        link(say(`overview.${name}`), listUrl(site, lang, name), say(`overview.${name}.text`)),
      ),
    ]),
    ...chapter("follow.feeds", feeds),
    ...chapter("llms.maps", maps),
    "",
  ].join("\n");
}
