import { asFinding, type Finding } from "../checks/finding.ts";
import { comingOf } from "../content/coming.ts";

/**
 * Whether others than the office can read what is printed: in a run on a server, unless the repository is said to be private.
 * GitLab sets `CI_PROJECT_VISIBILITY`, and site.yml does so for GitHub.
 */
export function isOverheard(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env.CI) && !["private", "internal"].includes(env.CI_PROJECT_VISIBILITY ?? "");
}

/** Warns of texts under embargo in a repository that everybody can read. */
export function embargoInPublic(contentDir: string, now: Date, env: NodeJS.ProcessEnv): Finding[] {
  if (env.CI_PROJECT_VISIBILITY !== "public") return [];
  const waiting = comingOf(contentDir).filter(({ at }) => at > now.getTime()).length;
  if (waiting === 0) return [];
  const texts = waiting === 1 ? "a text in it is" : `${waiting} texts in it are`;
  const problem = {
    file: "site.yaml",
    message: `Everybody can read this repository, and ${texts} not public yet, whatever the site shows.`,
    fix: "Make the repository private, or push what is under embargo only when it may be read (docs/editors.md).",
  };
  return [asFinding(problem, "embargo-in-public", "warning")];
}

/** What is said where others can read it, and of how many things nothing is: those of texts that are not public. */
export function sayable<Told extends { readonly file: string }>(
  told: readonly Told[],
  contentDir: string,
  now: Date,
  env: NodeJS.ProcessEnv,
): { readonly said: readonly Told[]; readonly unsaid: string | undefined } {
  if (!isOverheard(env)) return { said: told, unsaid: undefined };
  const open = new Set(comingOf(contentDir).flatMap(({ file, at }) => (at <= now.getTime() ? [file] : [])));
  const said = told.filter(({ file }) => !file.startsWith("releases/") || open.has(file));
  const count = told.length - said.length;
  return {
    said,
    unsaid:
      count === 0
        ? undefined
        : `${count} more ${count === 1 ? "thing is" : "things are"} to be put right in texts that are not public yet, which are not named here because others can read this. On your own computer npm run check shows ${count === 1 ? "it" : "them"}.`,
  };
}
