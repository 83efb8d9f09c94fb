import { distance } from "fastest-levenshtein";
import { brokenMailsIn } from "../mails.ts";
import type { Context, Rule } from "../rule.ts";

const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?<domain>[\w-]+(?:\.[\w-]+)+)/g;

/** Domains that many people have, and ends of domains that nobody has. */
const COMMON = [
  "gmail.com",
  "yahoo.com",
  "hotmail.com",
  "outlook.com",
  "icloud.com",
  "mail.ru",
  "yandex.ru",
  "undp.org",
  "un.org",
  "unicef.org",
  "unhcr.org",
  "iom.int",
  "who.int",
];
const ENDS: Readonly<Record<string, string>> = {
  con: "com",
  cmo: "com",
  comm: "com",
  ogr: "org",
  orh: "org",
  rog: "org",
  nte: "net",
  gvo: "gov",
  gob: "gov",
  itn: "int",
};

export const mail: Rule = {
  name: "mail",
  group: "people",
  severity: "warning",
  why: "A mail to a misspelled domain comes back after the deadline, or reaches a stranger.",
  wrong: "Write to press@undp.ogr",
  right: "Write to press@undp.org",
  *check(document, context) {
    for (const passage of document.passages) {
      for (const { found, index, what } of brokenMailsIn(passage.seen)) {
        yield {
          at: document.in(passage, index, found.length),
          message: `The address ${found} ${what}: no mail arrives there.`,
          fix: "Compare it with the original, character by character.",
        };
      }
    }
    const places = [
      ...(document.contact?.email ? [{ text: document.contact.email, at: document.field(["email"]).offset }] : []),
      { text: document.body, at: document.bodyStart },
    ];
    for (const { text, at } of places) {
      for (const { 0: found, index, groups } of text.matchAll(MAIL)) {
        const meant = meantBy(groups?.domain ?? "", context);
        if (meant === undefined) continue;
        yield {
          at: { offset: at + index, length: found.length },
          message: `The address ${found} has a slip in its domain.`,
          fix: `Did you mean “${meant}”?`,
        };
      }
    }
  },
};

function meantBy(domain: string, { content }: Context): string | undefined {
  const small = domain.toLowerCase();
  const own = [...content.terms.contacts.values()].flatMap(({ email }) =>
    email ? [email.split("@")[1]?.toLowerCase() ?? ""] : [],
  );
  // A contact's own slip must not make itself right: what two contacts share is the office's.
  const known = [...new Set([...COMMON, ...own.filter((each, index) => own.indexOf(each) !== index)])];
  if (known.includes(small)) return undefined;
  const end = small.split(".").at(-1) ?? "";
  if (end in ENDS && small.split(".").length === 2 && end !== "gob") return small.replace(/[^.]+$/, ENDS[end] ?? end);
  return (
    known.find((other) => other.length >= 7 && distance(other, small) === 1) ??
    known.find((other) => other.length >= 9 && isSwapped(other, small))
  );
}

/** Two letters that have changed places. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at !== -1 && a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b;
}
