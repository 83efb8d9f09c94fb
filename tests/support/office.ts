import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { packaged } from "../../src/roots.ts";

/** What a release says in one language. */
interface Words {
  readonly title: string;
  readonly body: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A release: the fields that all its languages share, and its words in each. */
export interface Told {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, Words>>;
}

/** A folder with an office's content and its own templates, and the clock by which it is built: what edits change. */
export class Office {
  readonly project: string;
  /** Milliseconds since 1970. */
  now = Date.UTC(2018, 5, 1, 12);
  site: Readonly<Record<string, unknown>> = {
    name: { en: "Northland", ru: "Северия" },
    description: { en: "News from Northland.", ru: "Новости Северии." },
    origin: "https://press.example.org",
    default_language: "en",
    languages: { en: { label: "English", dir: "ltr" }, ru: { label: "Русский", dir: "ltr" } },
    timezone: "Europe/Minsk",
    press_office: "office",
    releases_per_page: 3,
  };
  readonly releases = new Map<string, Told>();
  /** Counts what was made, so that no two things have one name. */
  #made = 0;

  constructor(project: string) {
    this.project = project;
    for (const name of readdirSync(project)) rmSync(path.join(project, name), { recursive: true });
  }

  get content(): string {
    return path.join(this.project, "content");
  }
  get output(): string {
    return path.join(this.project, "_site");
  }
  get cache(): string {
    return path.join(this.project, "cache");
  }
  get clock(): string {
    return new Date(this.now).toISOString();
  }

  /** A number that no other thing of this office has. */
  next(): number {
    return ++this.#made;
  }

  /** Writes a file of the project. */
  write(file: string, text: string | Buffer): void {
    const whole = path.join(this.project, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  read(file: string): string {
    return readFileSync(path.join(this.project, file), "utf8");
  }

  has(file: string): boolean {
    return existsSync(path.join(this.project, file));
  }

  /** A file of the office, or else of the package. */
  readAny(file: string): string {
    return this.has(file) ? this.read(file) : readFileSync(packaged(file), "utf8");
  }

  remove(file: string): void {
    rmSync(path.join(this.project, file), { recursive: true, force: true });
  }

  /** Writes a term, its fields as JSON, which is YAML. */
  term(folder: string, id: string, fields: Readonly<Record<string, unknown>>): void {
    this.write(`content/${folder}/${id}.yaml`, `${JSON.stringify(fields, undefined, 1)}\n`);
  }

  saveSite(change: Readonly<Record<string, unknown>> = {}): void {
    this.site = { ...this.site, ...change };
    this.write("content/site.yaml", `${JSON.stringify(this.site, undefined, 1)}\n`);
  }

  /** Writes a release, or a change of it: a file in one language, a folder in several. */
  save(key: string, told: Told): void {
    this.releases.set(key, told);
    const langs = Object.keys(told.words);
    const isFolder = langs.length > 1;
    this.remove(`content/releases/${key}${isFolder ? ".md" : ""}`);
    for (const [lang, { title, body, fields }] of Object.entries(told.words)) {
      const all = { title, ...(lang === "en" ? told.fields : {}), ...fields, ...(isFolder ? {} : { lang }) };
      const head = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
      const file = isFolder ? `${key}/${lang}.md` : `${key}.md`;
      this.write(`content/releases/${file}`, `---\n${head.join("\n")}\n---\n\n${body}\n`);
    }
    for (const name of this.picturesOf(told)) {
      const at = `content/releases/${isFolder ? `${key}/` : ""}${name}`;
      if (!this.has(at)) this.write(at, readFileSync(path.join(this.project, `pictures/${name}`)));
    }
  }

  /** The pictures that a release names. */
  picturesOf({ fields }: Told): string[] {
    const { image } = fields as { image?: { file: string } };
    return image ? [image.file] : [];
  }

  drop(key: string): void {
    this.releases.delete(key);
    this.remove(`content/releases/${key}`);
    this.remove(`content/releases/${key}.md`);
  }

  /** Copies what a build knows of costly files: a cold build need not draw each picture anew. */
  copyMade(cache: string): void {
    if (this.has("cache/made")) cpSync(path.join(this.cache, "made"), path.join(cache, "made"), { recursive: true });
  }
}

/** Makes a folder an office with some releases, terms and pictures. */
export async function officeIn(folder: string): Promise<Office> {
  const made = new Office(folder);
  made.saveSite();
  made.term("contacts", "office", { name: "Press Office", phone: "+375 17 327 48 76", email: "press@example.org" });
  for (const id of ["one", "two"]) {
    made.term("partners", id, { name: { en: `Partner ${id}`, ru: `Партнёр ${id}` } });
    made.term("locations", id, { name: { en: `Place ${id}` }, country: "BY" });
    made.term("topics", id, { name: { en: `Topic ${id}` } });
  }
  for (const [index, name] of ["a.png", "b.png"].entries()) await drawn(made, `pictures/${name}`, index);
  for (let day = 10; day < 18; day++) {
    made.save(`2018-05-${day}-news-${day}`, {
      fields: {
        date: `2018-05-${day}`,
        location: day % 2 ? "one" : "two",
        partners: day % 3 ? ["one"] : ["two"],
        contacts: ["office"],
        topics: day % 4 ? ["one"] : [],
        ...(day === 12 ? { image: { file: "a.png", alt: "A drawing", credit: "Office" } } : {}),
      },
      words: { en: { title: `News ${day}`, body: `Text of ${day}.`, fields: {} } },
    });
  }
  return made;
}

/** Draws a picture of its own into a file of the project. */
export async function drawn(to: Office, file: string, seed: number): Promise<void> {
  const background = { r: (seed * 71) % 256, g: (seed * 131) % 256, b: (seed * 17) % 256 };
  const picture = sharp({ create: { width: 320, height: 200, channels: 3, background } });
  to.write(file, await picture.png().toBuffer());
}
