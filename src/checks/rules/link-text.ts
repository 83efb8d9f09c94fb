import type { Rule } from "../rule.ts";

/** What says nothing about where a link leads (WCAG 2.2, 2.4.4 and 2.4.9). */
const EMPTY =
  /^(?:(?:click |read |see |right |from |over )?here|this(?: (?:link|page|one|site|website))?|(?:this )?link|(?:read|learn|find out|see) more|more(?: info(?:rmation)?| details)?|details|website|тут|здесь|ссылка|по ссылке|по этой ссылке|подробнее|далее|читать далее|тут|падрабязней|ici|cliquez ici|lire la suite|en savoir plus|ce lien|aquí|haga clic aquí|leer más|más|este enlace|هنا|اضغط هنا|المزيد|这里|点击这里|更多|此处)[.…»›>→ ]*$/iu;

export const linkText: Rule = {
  name: "link-text",
  group: "trust",
  severity: "warning",
  why: "Who hears links read out, or scans the page for them, hears “here, here, here” (WCAG 2.4.4).",
  wrong: "Read the report [here](https://example.org/report).",
  right: "Read [the report](https://example.org/report).",
  *check(document) {
    for (const { words, offset, length } of document.links) {
      const said = words.replace(/[*_`]/g, "").trim();
      if (!EMPTY.test(said) && said !== "") continue;
      if (said === "" && words !== "") continue;
      const isPicture = /!\[[^\]]+\]/.test(words);
      if (isPicture) continue;
      yield {
        at: document.inBody(offset, length),
        message:
          said === ""
            ? "This link has no words, so nobody can see or hear it."
            : `The link “${said}” does not say where it leads.`,
        fix: "Make the words that name the page the link.",
      };
    }
  },
};
