import { existsSync, readdirSync } from "node:fs";
import { filesIn } from "../../src/build/tree.ts";
import { packaged } from "../../src/roots.ts";
import { drawn, type Office, type Told } from "./office.ts";

/** Changes an office; `pick` chooses one of many. Returns nothing where there is nothing to change. */
type Edit = (office: Office, pick: <T>(from: readonly T[]) => T | undefined) => void | Promise<void>;

const DAY = 86_400_000;

/** Changes the shared fields of a release, or its words in a language. */
function change(office: Office, key: string | undefined, make: (told: Told) => Told): void {
  const told = key === undefined ? undefined : office.releases.get(key);
  if (key !== undefined && told) office.save(key, make(told));
}

const withFields =
  (fields: Readonly<Record<string, unknown>>) =>
  (told: Told): Told => ({ ...told, fields: { ...told.fields, ...fields } });

const without =
  (...names: readonly string[]) =>
  (told: Told): Told => ({
    ...told,
    fields: Object.fromEntries(Object.entries(told.fields).filter(([name]) => !names.includes(name))),
  });

const inEnglish =
  (make: (words: Told["words"][string]) => Partial<Told["words"][string]>) =>
  (told: Told): Told => {
    const { en } = told.words;
    return en ? { ...told, words: { ...told.words, en: { ...en, ...make(en) } } } : told;
  };

const day = (office: Office, shift: number) => new Date(office.now + shift * DAY).toISOString().slice(0, 10);
const moment = (office: Office, shift: number) => `${day(office, shift)} 09:00 +03:00`;
const keys = (office: Office) => [...office.releases.keys()];
const withPicture = (office: Office) =>
  keys(office).filter((key) => {
    const told = office.releases.get(key);
    return told?.fields.image ?? told?.words.en?.body.includes("![");
  });

/** Whether another release names it, or the site's settings. */
function isNamed(office: Office, key: string): boolean {
  return JSON.stringify([...office.releases.values(), office.site]).includes(`"${key}"`);
}

/** All kinds of edits that an office, its engineer or a machine makes between two builds. */
export const edits: Readonly<Record<string, Edit>> = {
  text: (office, pick) =>
    change(
      office,
      pick(keys(office)),
      inEnglish(({ body }) => ({ body: `${body}\n\nSentence ${office.next()}.` })),
    ),
  quote: (office, pick) =>
    change(
      office,
      pick(keys(office)),
      inEnglish(({ body }) => ({
        body: `${body}\n\n> Words ${office.next()}.\n>\n> — Anna ${pick(["Ives", "Orr"])}, Head`,
      })),
    ),
  title: (office, pick) =>
    change(
      office,
      pick(keys(office)),
      inEnglish(() => ({ title: `Title ${office.next()}` })),
    ),
  summary: (office, pick) =>
    change(
      office,
      pick(keys(office)),
      inEnglish(({ fields }) => ({ fields: { ...fields, summary: `Summary ${office.next()}.` } })),
    ),
  date: (office, pick) =>
    change(office, pick(keys(office)), withFields({ date: day(office, pick([-30, -3, -1, 0, 2]) ?? 0) })),
  "release added": (office, pick) => {
    const number = office.next();
    office.save(`${day(office, pick([0, -1, -20]) ?? 0)}-more-${number}`, {
      fields: { date: day(office, 0), location: "one", partners: ["one"], contacts: ["office"], topics: ["two"] },
      words: { en: { title: `More ${number}`, body: `Text ${number}.`, fields: {} } },
    });
  },
  "translation added or taken away": (office, pick) => {
    // A translation moves the text into a folder of its own, and its files would stay where they are.
    const withFiles = withPicture(office);
    const isFree = (key: string) => !withFiles.includes(key) && !office.releases.get(key)?.fields.documents;
    return change(office, pick(keys(office).filter(isFree)), (told) => {
      const { ru: had, ...others } = told.words;
      const ru = { title: `Новость ${office.next()}`, body: "Текст.", fields: { translation: { from: "en" } } };
      return { ...told, words: had ? others : { ...others, ru } };
    });
  },
  terms: (office, pick) =>
    change(
      office,
      pick(keys(office)),
      withFields({
        partners: pick([["one"], ["two"], ["one", "two"], []]),
        topics: pick([["one"], ["two"], []]),
        location: pick(["one", "two"]),
      }),
    ),
  type: (office, pick) =>
    change(office, pick(keys(office)), withFields({ type: pick(["speech", "statement", "press-release"]) })),
  deletion: (office, pick) => {
    const key = pick(keys(office).slice(1));
    if (key !== undefined && office.releases.size > 4 && !isNamed(office, key)) office.drop(key);
  },
  "draft and back": (office, pick) =>
    change(office, pick(keys(office)), (told) =>
      told.fields.draft ? without("draft")(told) : withFields({ draft: true })(told),
    ),
  embargo: (office, pick) =>
    change(office, pick(keys(office)), withFields({ embargo: moment(office, pick([1, 3, -1]) ?? 1) })),
  event: (office, pick) =>
    change(
      office,
      pick(keys(office)),
      withFields({ event: { start: moment(office, pick([1, 2, -2]) ?? 1), place: `Hall ${office.next()}` } }),
    ),
  person: (office, pick) =>
    office.term("people", pick(["ives", "orr"]) ?? "orr", {
      name: { en: `Anna ${pick(["Ives", "Orr"])}`, ru: `Анна ${office.next()}` },
      role: { en: `Head ${office.next()}` },
    }),
  "document added": (office, pick) =>
    change(
      office,
      pick(keys(office).filter((key) => Object.keys(office.releases.get(key)?.words ?? {}).length === 1)),
      (told) => {
        const file = `table-${office.next()}.csv`;
        office.write(`content/releases/${file}`, "a,b\n");
        return withFields({ documents: [{ file, title: "Table" }] })(told);
      },
    ),
  "changed afterwards": (office, pick) =>
    change(
      office,
      pick(keys(office)),
      withFields({ status: "corrected", changes: [{ date: day(office, 0), note: `Mended ${office.next()}.` }] }),
    ),
  withdrawn: (office, pick) =>
    change(
      office,
      pick(keys(office)),
      withFields({ status: { is: "withdrawn", date: day(office, 0), reason: "It was wrong." } }),
    ),
  superseded: (office, pick) => {
    const [key, other] = [pick(keys(office)), pick(keys(office).toReversed())];
    if (key !== other)
      change(office, key, withFields({ status: { is: "superseded", date: day(office, 0), replaced_by: other } }));
  },
  "live again": (office, pick) => change(office, pick(keys(office)), without("status", "changes", "embargo", "draft")),
  related: (office, pick) =>
    change(office, pick(keys(office)), withFields({ related: [pick(keys(office).toReversed())] })),
  alias: (office, pick) => change(office, pick(keys(office)), withFields({ aliases: [`/old/${office.next()}.html`] })),
  renamed: (office, pick) => {
    const key = pick(keys(office).filter((one) => !office.releases.get(one)?.fields.image));
    const told = key === undefined ? undefined : office.releases.get(key);
    if (key === undefined || !told) return;
    if (isNamed(office, key)) return;
    office.drop(key);
    office.save(`${key.slice(0, 10)}-renamed-${office.next()}`, told);
  },
  "partner renamed": (office, pick) =>
    office.term("partners", pick(["one", "two"]) ?? "one", {
      name: { en: `Partner ${office.next()}` },
      about: { en: "About it." },
    }),
  "place renamed": (office, pick) =>
    office.term("locations", pick(["one", "two"]) ?? "one", {
      name: { en: `Place ${office.next()}` },
      country: pick(["BY", "PL"]),
    }),
  "topic renamed": (office, pick) =>
    office.term("topics", pick(["one", "two"]) ?? "one", { name: { en: `Topic ${office.next()}` } }),
  "contact changed": (office) =>
    office.term("contacts", "office", { name: `Press Office ${office.next()}`, email: "press@example.org" }),
  "site.yaml": (office, pick) =>
    office.saveSite(
      pick<Record<string, unknown>>([
        { description: { en: `News ${office.next()}.`, ru: "Новости." } },
        { disclaimer: { en: `Nothing ${office.next()}.` } },
        { releases_per_page: pick([2, 3, 4]) },
        { untranslated: pick(["hide", "show"]) },
        { featured: pick(keys(office)) },
        { licence: { en: `Free ${office.next()}.` } },
        { country_names: { BY: `Land ${office.next()}` } },
        { theme: { brand: pick(["#112233", "#332211"]) } },
      ]),
    ),
  "standing page": (office) =>
    office.write("content/pages/about.md", `---\ntitle: About ${office.next()}\n---\n\nText.\n`),
  "interface word": (office, pick) => {
    const lang = pick(["en", "ru"]);
    const lines = office.readAny(`templates/strings/${lang}.yaml`).split("\n");
    const [, key, word] =
      /^([\w.-]+): ([^"'{|>]*)$/.exec(pick(lines.filter((line) => /^[\w.-]+: [^"'{|>]*[a-zа-я]$/.test(line))) ?? "") ??
      [];
    const own = `content/strings/${lang}.yaml`;
    const others = office.has(own)
      ? office
          .read(own)
          .split("\n")
          .filter((line) => !line.startsWith(`${key}:`))
      : [];
    office.write(own, [...others, `${key}: ${word} ${office.next()}`].join("\n"));
  },
  template: (office, pick) => {
    const folder = `templates/${pick(["components", "layouts"])}`;
    const file = `${folder}/${pick(readdirSync(packaged(folder)).toSorted())}`;
    const mark = `<!-- ${office.next()} -->`;
    const first = /(\{% (?:macro \w+\(params\)|block content) %\}\n|<body[^>]*>)/;
    office.write(file, office.readAny(file).replace(first, `$1${mark}`));
  },
  style: (office, pick) => {
    const sheet = `assets/styles/${pick(["card.css", "base.css"].filter((name) => existsSync(packaged(`assets/styles/${name}`))))}`;
    office.write(sheet, `${office.readAny(sheet)}\n.card,h1{--made:${office.next()}}\n`);
  },
  "picture replaced": async (office, pick) => {
    const key = pick(withPicture(office));
    if (key !== undefined) await drawn(office, `content/releases/a.png`, office.next());
  },
  "picture added or taken away": (office, pick) =>
    change(
      office,
      pick(keys(office).filter((key) => Object.keys(office.releases.get(key)?.words ?? {}).length === 1)),
      (told) =>
        told.fields.image
          ? without("image")(told)
          : withFields({
              image: { file: pick(["a.png", "b.png"]), alt: `Drawing ${office.next()}`, credit: "Office" },
            })(told),
    ),
  "picture in the text": (office, pick) => {
    const words = `![Seen ${office.next()}](a.png "Caption")`;
    const written = /!\[Seen \d+\]\(a\.png "Caption"\)/;
    const alone = keys(office).filter((key) => Object.keys(office.releases.get(key)?.words ?? {}).join() === "en");
    const shown = alone.filter((key) => written.test(office.releases.get(key)?.words.en?.body ?? ""));
    change(
      office,
      shown[0] ?? pick(alone),
      inEnglish(({ body }) => ({ body: written.test(body) ? body.replace(written, words) : `${body}\n\n${words}` })),
    );
  },
  "a day passes": (office) => {
    office.now += DAY;
  },
  "months pass": (office) => {
    office.now += 100 * DAY;
  },
  "cache lost": (office) => office.remove("cache"),
  "state lost": (office) => {
    for (const name of office.has("cache") ? readdirSync(office.cache) : [])
      if (name !== "made") office.remove(`cache/${name}`);
  },
  "state damaged": (office) => {
    for (const name of office.has("cache") ? readdirSync(office.cache) : [])
      if (name !== "made") office.write(`cache/${name}`, office.read(`cache/${name}`).slice(0, -20));
  },
  "output lost": (office) => office.remove("_site"),
  "output damaged": (office, pick) => {
    const file = pick(filesIn(office.output).filter((name) => name !== ".nojekyll"));
    if (file !== undefined) office.write(`_site/${file}`, "damaged");
  },
  "file of the output lost": (office, pick) => {
    const file = pick(filesIn(office.output).filter((name) => name !== ".nojekyll"));
    if (file !== undefined) office.remove(`_site/${file}`);
  },
  // Without an output, a build would refuse a folder in which there is nothing else.
  "stray file": (office) => {
    if (office.has("_site")) office.write(`_site/en/stray-${office.next()}.txt`, "stray");
  },
  "version changed": (office) => office.write("package-lock.json", `{ "lockfileVersion": ${office.next()} }`),
  nothing: () => {},
};
