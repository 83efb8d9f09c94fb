import path from "node:path";
import type { Site } from "../model/site.ts";
import type { Size } from "./state.ts";

interface Limits {
  readonly name: string;
  readonly files?: number;
  readonly megabytes?: number;
  /** Megabytes of one file. */
  readonly largest?: number;
  /** Files in one folder. */
  readonly inFolder?: number;
  /** Where the host says so. */
  readonly source: string;
}

/** The limits of each host for one site, in November 2026. GitLab allows its paying customers more. */
const limits: Readonly<Record<Exclude<NonNullable<Site["host"]>, "other">, Limits>> = {
  "cloudflare-pages": {
    name: "Cloudflare Pages (the free plan)",
    files: 20_000,
    largest: 25,
    source: "https://developers.cloudflare.com/pages/platform/limits/",
  },
  "github-pages": {
    name: "GitHub Pages",
    megabytes: 1000,
    source: "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
  },
  "gitlab-pages": {
    name: "GitLab Pages",
    files: 200_000,
    megabytes: 1000,
    source: "https://docs.gitlab.com/user/gitlab_com/#gitlab-pages",
  },
  netlify: { name: "Netlify", inFolder: 54_000, source: "https://docs.netlify.com/site-deploys/overview/" },
};

/** Matches the files of releases in other forms. */
const beside = (forms: string) => new RegExp(String.raw`^[^/]+/\d{4}/([^/]+)/\1\.(?:${forms})$`);

/** Settings of site.yaml that make a site smaller, and the files that each would spare. */
const savings: readonly { readonly setting: string; readonly spares: RegExp }[] = [
  { setting: "pdf: none", spares: beside("pdf") },
  { setting: "press_kits: none", spares: beside("zip") },
  { setting: "forms: []", spares: beside("md|json") },
  { setting: "share_images: none", spares: /^share\/.*\.(?:png|jpg)$/ },
  { setting: "releases_per_page: 100", spares: /\/\d+\/(?:atom\.xml|feed\.json)$/ },
];

type Files = ReadonlyMap<string, { readonly size: number }>;

/** Returns how many files a site has, and their bytes. */
export function sizeOfSite(files: Files): Size {
  let bytes = 0;
  for (const { size } of files.values()) bytes += size;
  return { files: files.size, bytes };
}

/** Returns what of a site is more than its host takes, in sentences, and what would help. */
export function beyondHost({ host }: Pick<Site, "host">, files: Files): readonly string[] {
  if (host === undefined || host === "other") return [];
  const { name, files: most, megabytes, largest, inFolder, source } = limits[host];
  const whole = sizeOfSite(files);
  const heavy = [...files].filter(([, { size }]) => largest !== undefined && size > largest * 2 ** 20);
  const folders = new Map<string, number>();
  for (const file of files.keys())
    folders.set(path.posix.dirname(file), (folders.get(path.posix.dirname(file)) ?? 0) + 1);
  const full = [...folders].filter(([, count]) => inFolder !== undefined && count > inFolder);
  const isLarge =
    (most !== undefined && whole.files > most) || (megabytes !== undefined && whole.bytes > megabytes * 1e6);
  const found = [
    ...(most !== undefined && whole.files > most
      ? [`The site has ${number(whole.files)} files; ${name} takes ${number(most)}.`]
      : []),
    ...(megabytes !== undefined && whole.bytes > megabytes * 1e6
      ? [`The site has ${number(whole.bytes / 1e6)} MB; ${name} takes ${number(megabytes)}.`]
      : []),
    ...heavy.map(
      ([file, { size }]) => `${file} has ${number(size / 1e6)} MB; ${name} takes ${largest} MiB in one file.`,
    ),
    ...full.map(
      ([folder, count]) =>
        `${folder}/ has ${number(count)} files; ${name} takes ${number(inFolder ?? 0)} in one folder.`,
    ),
  ];
  if (found.length === 0) return [];
  return [`${found.join(" ")} See ${source}`, ...(isLarge ? helpFor(files) : [])];
}

function helpFor(files: Files): string[] {
  const lines = savings.flatMap(({ setting, spares }) => {
    const spared = sizeOfSite(new Map([...files].filter(([file]) => spares.test(file))));
    if (spared.files === 0) return [];
    const upTo = setting.startsWith("releases_per_page") ? "most of " : "";
    return [`  ${setting.padEnd(24)}spares ${upTo}${number(spared.files)} files, ${number(spared.bytes / 1e6)} MB`];
  });
  return lines.length === 0 ? ["Another host may take more."] : ["Lines of site.yaml that would help:", ...lines];
}

const number = (value: number) => Math.round(value).toLocaleString("en");
