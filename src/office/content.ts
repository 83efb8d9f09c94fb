import { readFileSync } from "node:fs";
import slugify from "@sindresorhus/slugify";
import { parse, stringify } from "yaml";
import { filled } from "../model/filled.ts";
import { packaged } from "../roots.ts";
import { directionOf, languageName } from "../text/names.ts";
import { hosts, type OfficeAnswers } from "./hosts.ts";

/** Files of a new office: path from its folder → text. */
export type Files = Readonly<Record<string, string>>;

/** Returns the city of a time zone's name, as a place for datelines; undefined if it has none. */
export function placeOf({ timezone }: OfficeAnswers): { readonly id: string; readonly name: string } | undefined {
  if (!/^(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//.test(timezone)) return undefined;
  const name = timezone.replace(/^.*\//, "").replaceAll("_", " ");
  return { id: slugify(name), name };
}

/** A language of `starter/texts.yaml`. */
type Texts = Readonly<Record<"description" | "press_office" | "title" | "body", string>>;

/** The words of a new office: its own data and one release to begin with, a draft. */
export function contentFiles(answers: OfficeAnswers, today: string): Files {
  const { name, languages, country, timezone, phone, email, brand, action, origin, host } = answers;
  const [first = "en"] = languages;
  const texts = parse(readFileSync(packaged("starter/texts.yaml"), "utf8")) as Readonly<Record<string, Texts>>;
  const textsIn = (lang: string) => texts[lang.split("-")[0] ?? ""] ?? (texts.en as Texts);
  const each = (said: (lang: string) => string) => Object.fromEntries(languages.map((lang) => [lang, said(lang)]));
  const theme = filled({ brand, action });
  const place = placeOf(answers);
  const site = {
    name,
    description: each((lang) => textsIn(lang).description.replace("{name}", () => name)),
    origin,
    default_language: first,
    languages: each((lang) => ({ label: labelOf(lang), dir: directionOf(lang) }) as never),
    timezone,
    country,
    press_office: "press-office",
    host: hosts[host].site,
    ...(Object.keys(theme).length > 0 ? { theme } : {}),
  };
  const { title, body } = textsIn(first);
  return {
    "content/site.yaml": `# Whose press site this is. All fields: node_modules/dateline/docs/reference.md; your editor offers them as you type.\n${yaml(site)}`,
    "content/contacts/press-office.yaml": yaml({
      name: each((lang) => textsIn(lang).press_office),
      organisation: name,
      ...filled({ phone, email }),
      timezone,
    }),
    ...(place ? { [`content/locations/${place.id}.yaml`]: yaml({ name: place.name, country }) } : {}),
    [`content/releases/${today}-${slugify(title) || slugify(textsIn("en").title)}.md`]: [
      "---",
      yaml({
        title,
        date: today,
        ...(place ? { location: place.id } : {}),
        partners: [],
        contacts: ["press-office"],
      }).trimEnd(),
      "draft: true # delete this line when the release may be published",
      "---",
      "",
      `${body}\n`,
    ].join("\n"),
  };
}

/** Returns a language's name in itself, as a menu shows it: `Русский`. */
function labelOf(lang: string): string {
  const own = languageName(lang, lang);
  // Names in Georgian do not begin with its capital letters.
  return /^\p{Script=Georgian}/u.test(own) ? own : own.charAt(0).toLocaleUpperCase(lang) + own.slice(1);
}

function yaml(value: object): string {
  return stringify(value, { lineWidth: 0, flowCollectionPadding: true });
}
