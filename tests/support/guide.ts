import { readFileSync } from "node:fs";

export const guideLanguages = ["en", "ru"] as const;
export type GuideLanguage = (typeof guideLanguages)[number];

export function guide(lang: GuideLanguage): string {
  return readFileSync(`docs/guide/${lang}.md`, "utf8");
}

/** The releases that the editor's guide shows as examples, by the name that each is to have in content/. */
export function guideExamples(lang: GuideLanguage): Readonly<Record<string, string>> {
  const blocks = guide(lang).matchAll(/^```markdown (\S+)\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, file = "", text = ""]) => [file, text]));
}

/** The fixture's site.yaml for an office that writes in one of the guide's languages, and translates into the other. */
export function guideSite(site: string, lang: GuideLanguage): string {
  return site
    .replace("default_language: en", `default_language: ${lang}`)
    .replace(/^languages:$/m, "languages:\n  ru: { label: Русский, dir: ltr }");
}
