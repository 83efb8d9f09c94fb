import type { Site } from "../model/site.ts";

interface HostOfOffice {
  /** Its name for people. */
  readonly label: string;
  /** Its name in site.yaml. */
  readonly site: Site["host"];
  /** The files with which it builds and publishes an office: path in the office's repository → file of the package. */
  readonly files: Readonly<Record<string, string>>;
}

const WORKFLOWS = [".github/workflows/site.yml", ".github/workflows/due.yml", ".github/dependabot.yml"];

/** Where an office's site can be published. */
export const hosts = {
  github: {
    label: "GitHub Pages",
    site: "github-pages",
    files: Object.fromEntries(WORKFLOWS.map((file) => [file, file])),
  },
  gitlab: { label: "GitLab Pages", site: "gitlab-pages", files: { ".gitlab-ci.yml": "starter/gitlab-ci.yml" } },
  netlify: { label: "Netlify", site: "netlify", files: { "netlify.toml": "starter/netlify.toml" } },
  cloudflare: {
    label: "Cloudflare Pages",
    site: "cloudflare-pages",
    files: { "wrangler.toml": "starter/wrangler.toml" },
  },
  server: { label: "a server or storage of our own", site: "other", files: {} },
} as const satisfies Record<string, HostOfOffice>;

export type Host = keyof typeof hosts;

/** The answers about a new office. */
export interface OfficeAnswers {
  readonly name: string;
  /** The first is the language of a release that does not say its own. */
  readonly languages: readonly string[];
  readonly country: string;
  readonly timezone: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly brand?: string | undefined;
  readonly action?: string | undefined;
  readonly origin: string;
  readonly host: Host;
}
