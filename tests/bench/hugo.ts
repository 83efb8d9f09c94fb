import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileOf, type Sample } from "./archive.ts";

/** The same site for Hugo: the same texts, lists, feeds, sitemap and forms of a release. It has no share images, no search and no PDF. */
const CONFIG = `baseURL: https://press.example.org/
title: Northland
defaultContentLanguage: en
defaultContentLanguageInSubdir: true
languages:
  en: { languageName: English, weight: 1, contentDir: content/en }
  ru: { languageName: Русский, weight: 2, contentDir: content/ru }
  fr: { languageName: Français, weight: 3, contentDir: content/fr }
paginate: 12
pagination: { pagerSize: 12 }
disableKinds: []
taxonomies: { type: types, partner: partners, place: places, topic: topics, goal: sdgs, speaker: speakers, year: years }
permalinks: { releases: /:year/:slug/ }
mediaTypes:
  text/markdown: { suffixes: [md] }
outputFormats:
  TEXT: { mediaType: text/plain, baseName: index, isPlainText: true }
  MD: { mediaType: text/markdown, baseName: index, isPlainText: true }
outputs:
  home: [HTML, RSS]
  section: [HTML, RSS, JSON]
  taxonomy: [HTML]
  term: [HTML, RSS]
  page: [HTML, TEXT, MD, JSON]
`;

const BASE = `<!doctype html>
<html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title><meta name="description" content="{{ .Description }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:description" content="{{ .Description }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="canonical" href="{{ .Permalink }}">{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}
<style>body{max-width:60rem;margin:auto;font-family:sans-serif}</style>{{ block "data" . }}{{ end }}</head>
<body><header><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a><nav>{{ range slice "releases" "topics" "partners" "places" "sdgs" "years" "types" "speakers" }}<a href="{{ printf "/%s/" . | relLangURL }}">{{ . }}</a>{{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>Press Office, press@example.org</footer></body></html>
`;

const CARD = `<article><p>{{ index .Params.types 0 }}</p><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p><p>{{ .Description }}</p></article>
`;

const SINGLE = `{{ define "data" }}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "headline" .Title "datePublished" (.Date.Format "2006-01-02") "description" .Description "url" .Permalink "inLanguage" .Site.Language.Lang | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ range .Params.places }}<a href="{{ printf "/places/%s/" . | relLangURL }}">{{ . }}</a>{{ end }}, <time>{{ .Date.Format "2 January 2006" }}</time></p>
{{ with .Params.picture }}<img src="/{{ . }}" alt="" width="1600" height="1067">{{ end }}
{{ .Content }}
{{ with .Params.figures }}<dl>{{ range . }}<dt>{{ .value }}</dt><dd>{{ .label }}</dd>{{ end }}</dl>{{ end }}
<ul>{{ range .Params.partners }}<li><a href="{{ printf "/partners/%s/" . | relLangURL }}">{{ . }}</a></li>{{ end }}</ul>
<ul>{{ range .Params.topics }}<li><a href="{{ printf "/topics/%s/" . | relLangURL }}">{{ . }}</a></li>{{ end }}</ul>
<p>{{ .Site.Title }}: {{ .Title }}, {{ .Permalink }}</p></article>
<aside>{{ range first 3 (index .Site.Taxonomies.topics (index .Params.topics 0)) }}{{ .Page.Render "card" }}{{ end }}</aside>{{ end }}
`;

const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pages := .Paginate .RegularPages }}{{ range $pages.Pages }}{{ .Render "card" }}{{ end }}
<nav>{{ with $pages.Prev }}<a href="{{ .URL }}">newer</a>{{ end }}{{ range first 5 $pages.Pagers }}<a href="{{ .URL }}">{{ .PageNumber }}</a>{{ end }}{{ with $pages.Next }}<a href="{{ .URL }}">older</a>{{ end }}</nav>{{ end }}
`;

const TERMS = `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
`;

const HOME = `{{ define "main" }}{{ range first 12 .Site.RegularPages }}{{ .Render "card" }}{{ end }}{{ end }}
`;

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 12 .RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
`;

const LAYOUTS: Readonly<Record<string, string>> = {
  "_default/baseof.html": BASE,
  "_default/card.html": CARD,
  "_default/single.html": SINGLE,
  "_default/single.txt": "{{ .Title }}\n\n{{ .Plain }}\n\n{{ .Permalink }}\n",
  "_default/single.md": "# {{ .Title }}\n\n{{ .RawContent }}\n\n{{ .Permalink }}\n",
  "_default/single.json":
    '{{ dict "uri" .Permalink "headline" .Title "description" .Description "language" .Site.Language.Lang "body" .Content "date" .Date "words" .WordCount | jsonify }}\n',
  "_default/list.html": LIST,
  "_default/term.html": LIST,
  "_default/taxonomy.html": TERMS,
  "_default/list.json":
    '{{ $pages := .Paginate .RegularPages }}[{{ range $i, $p := $pages.Pages }}{{ if $i }},{{ end }}{{ dict "url" $p.Permalink "title" $p.Title | jsonify }}{{ end }}]\n',
  "_default/rss.xml": RSS,
  "index.html": HOME,
};

/** A release as Hugo reads it. */
function pageOf(release: Sample): string {
  const { title, summary, date, type, place, partners, topics, goals, figures, body, picture } = release;
  const [, speaker = ""] = /^> — (.+?),/m.exec(body) ?? [];
  const fields = {
    ...{ title, date, slug: release.slug, description: summary, types: [type], places: [place], partners, topics },
    ...{ sdgs: goals.map(String), speakers: [speaker], years: [date.slice(0, 4)], figures },
    ...(picture === undefined ? {} : { picture: `picture-${picture}.jpg` }),
  };
  return `${JSON.stringify(fields, undefined, 1)}\n\n${body}\n`;
}

/** Writes a release of Hugo's site. */
export function writeHugoRelease(folder: string, release: Sample): void {
  const name = path.basename(fileOf(release));
  writeFileSync(path.join(folder, "content", release.lang, "releases", name), pageOf(release));
}

/** Writes Hugo's site of some releases. */
export function writeHugoSite(folder: string, releases: Iterable<Sample>, pictures: readonly string[]): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write("hugo.yaml", CONFIG);
  for (const [file, text] of Object.entries(LAYOUTS)) write(`layouts/${file}`, text);
  for (const lang of ["en", "ru", "fr"]) {
    mkdirSync(path.join(folder, "content", lang, "releases"), { recursive: true });
    write(`content/${lang}/releases/_index.md`, "---\ntitle: Releases\n---\n");
  }
  for (const picture of pictures) cpSync(picture, path.join(folder, "static", path.basename(picture)));
  for (const release of releases) writeHugoRelease(folder, release);
}
