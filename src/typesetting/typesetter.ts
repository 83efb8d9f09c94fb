import { readFileSync } from "node:fs";
import path from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { DatelineError } from "../model/dateline-error.ts";
import type { SourceFile } from "../model/file.ts";
import type { Press } from "../model/press.ts";
import { webFonts } from "../model/site.ts";
import { installLine, loadedOr, pdfPackages } from "../office/optional-packages.ts";
import { templateFile } from "../roots.ts";
import type { Typeface } from "./font-cache.ts";
import { Typefaces } from "./typefaces.ts";

/** A document to be set. */
export interface Job {
  /** What it is, for messages: “the PDF of releases/2026-01-02-wells/en.md”. */
  readonly what: string;
  /** The line of site.yaml with which the site does without such documents. */
  readonly without: string;
  /** Name of the template in `templates/typst/`. It alone is read as Typst's own language, and it asks for no package. */
  readonly template: string;
  /** All that the template shows. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The pictures that the data name by their paths, which begin with /. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** The root of Typst's files, which contains only the files that it is given. */
const NOWHERE = path.resolve(path.join(".cache", "typst"));

/** Characters that texts may not contain: unpaired surrogates and control characters. */
const CONTROL = /(?!\n)[\p{Cc}\p{Cs}]/gu;

/** Characters that join several symbols to one. */
const JOINER = /[\u200d\p{Variation_Selector}]/u;

/** Characters of templates themselves. */
const OWN = "0123456789•/…";

/** Characters without which a text cannot be understood; symbols may be left out. */
const LETTER = /[\p{L}\p{M}\p{N}]/u;

let last: { readonly key: string; readonly typesetter: Typesetter } | undefined;

/** Returns the typesetter of a site. A process keeps the last one, because to load fonts takes longer than to set a document. */
export function typesetterFor(press: Press): Typesetter {
  const font = officeFont(press);
  const key = `${font?.path} ${font?.sha256}`;
  if (last?.key !== key) last = { key, typesetter: new Typesetter(font?.path) };
  return last.typesetter;
}

/** Returns the office's own font for text, where it has one. */
export function officeFont({ site, files }: Press): SourceFile | undefined {
  const chosen = site.theme?.fonts?.body;
  return chosen === undefined || webFonts.some((name) => name === chosen) ? undefined : files.get(chosen);
}

/** Sets documents with Typst, from data, in fonts that are the same on every machine. */
export class Typesetter {
  readonly #faces: Typefaces;
  readonly #loaded = new Set<Typeface>();
  #compiler: NodeCompiler | undefined;

  /** @param own the path of the office's own font for text. */
  constructor(own?: string) {
    this.#faces = new Typefaces(own);
  }

  /** Returns a tagged PDF for all readers (PDF/UA-1), dated with a moment; undefined where no font has its letters. */
  async pdf(job: Job, date: Date): Promise<Uint8Array | undefined> {
    return this.#set(job, (compiler, source) =>
      compiler.pdf(source, {
        pdfStandard: "ua-1",
        pdfTags: true,
        creationTimestamp: Math.floor(date.getTime() / 1000),
      }),
    );
  }

  /** Returns the first page of a document as a drawing (SVG) without any text: letters are outlines. What no font can write is empty. */
  async svg(job: Job): Promise<string> {
    const data = { ...job.data };
    for (const [name, value] of Object.entries(data))
      if (typeof value === "string" && !(await this.#canWrite(value))) data[name] = "";
    const svg = await this.#set({ ...job, data }, (compiler, source) => compiler.plainSvg(source));
    if (svg === undefined) throw new Error(`The template ${job.template} was given words that no font can write.`);
    return svg;
  }

  async #canWrite(text: string): Promise<boolean> {
    const { missing } = await this.#faces.of(text);
    return ![...missing].some((character) => LETTER.test(character));
  }

  /** Sets a document as soon as its fonts are loaded, because another document that is set meanwhile would remove its files. */
  async #set<T>(
    job: Job,
    make: (compiler: NodeCompiler, source: { mainFileContent: string; inputs: Record<string, string> }) => T,
  ): Promise<T | undefined> {
    const { template, data, files = new Map() } = job;
    const { faces, missing } = await this.#faces.of(asJson(data, (text) => text) + OWN);
    if ([...missing].some((character) => LETTER.test(character))) return undefined;
    const numerals = await this.#faces.numerals();
    const typst = await loaded(job);
    const compiler = this.#with([...faces, ...numerals], typst);
    compiler.resetShadow();
    for (const [file, bytes] of files) compiler.mapShadow(path.join(NOWHERE, file), Buffer.from(bytes));
    const text = faces.map(({ family }) => family);
    const alphabets = text.filter((family) => !family.startsWith("Noto Sans SC"));
    const chinese = text.filter((family) => !alphabets.includes(family));
    const inputs = {
      data: asJson(data, (text) => without(missing, text)),
      fonts: JSON.stringify({
        text,
        // Punctuation has the width of Chinese text, because the Chinese font comes before those of alphabets.
        asian: [...alphabets.map((name) => ({ name, covers: "latin-in-cjk" })), ...chinese, ...alphabets],
        numerals: [...numerals.map(({ family }) => family), ...text],
      }),
    };
    const mainFileContent = readFileSync(templateFile(`typst/${template}`), "utf8");
    try {
      return make(compiler, { mainFileContent, inputs });
    } catch (error) {
      throw refusal(job, error);
    }
  }

  /** Returns the compiler with at least these fonts. If it lacks some, a new one is made, which is cheaper than loading all fonts. */
  #with(faces: readonly Typeface[], typst: typeof import("@myriaddreamin/typst-ts-node-compiler")): NodeCompiler {
    const missing = faces.filter((face) => !this.#loaded.has(face));
    if (this.#compiler && missing.length === 0) {
      this.#compiler.evictCache(10);
      return this.#compiler;
    }
    for (const face of missing) this.#loaded.add(face);
    const fontBlobs = [...this.#loaded].flatMap(({ files }) => files);
    this.#compiler = typst.NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs }] });
    return this.#compiler;
  }
}

/** Loads Typst on demand, because an office without PDFs and share images need not install it. */
function loaded({ what, without }: Job): Promise<typeof import("@myriaddreamin/typst-ts-node-compiler")> {
  return loadedOr(
    () => import("@myriaddreamin/typst-ts-node-compiler"),
    () =>
      new DatelineError(
        "installation",
        `${what} cannot be made, because Typst is not installed here.`,
        `Install it: ${installLine(pdfPackages(), "")} – or write “${without}” into site.yaml, and the site is built without.`,
      ),
  );
}

/** Returns the message of an error of Typst, which is in a list of findings or, if the template cannot be read, in place of a status. */
function refusal({ what, without, template }: Job, error: unknown): DatelineError {
  const { message, code } = error as { readonly message: string; readonly code?: string };
  const findings = [...message.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, finding = ""]) => finding);
  const reason = findings.join("; ") || code?.replace(/^\d+: /, "") || message;
  return new DatelineError(
    "typesetting",
    `${what} cannot be made. Typst says: ${reason}.`,
    `If you have a templates/typst/${template} of your own, correct it. If not, report this as a fault of Dateline; with “${without}” in site.yaml the site is built without.`,
  );
}

/** Data as a template reads them, each text changed. */
function asJson(data: unknown, change: (text: string) => string): string {
  return JSON.stringify(data, (_, value) => (typeof value === "string" ? change(value.replace(CONTROL, "")) : value));
}

/** Removes characters from a text, with their joiners, and one of two spaces around them. */
function without(missing: ReadonlySet<string>, text: string): string {
  const characters = [...text];
  if (!characters.some((character) => missing.has(character))) return text;
  const kept = characters.filter((character) => !missing.has(character) && !JOINER.test(character));
  return kept.join("").replace(/ {2,}/g, " ");
}
