import fs from "node:fs";
import path from "node:path";
import { attempt } from "../model/attempt.ts";

/** Why a file cannot be read, as the rest of a sentence after its name (“is a link …”), and the fix. */
export interface Refusal {
  readonly what: string;
  readonly fix: string;
}

/** What is at a path below a folder; `path` is its real path, with all links followed, and `saved` the time of its last change. */
export type Found =
  | { readonly is: "file"; readonly path: string; readonly size: number; readonly saved: number }
  | { readonly is: "folder"; readonly path: string }
  | { readonly is: "nothing" }
  | ({ readonly is: "refused" } & Refusal);

const REPLACE_LINK = "Delete the link, and put the file itself in its place.";

const refusals = {
  outside: { what: "is a link that leads out of the content folder", fix: REPLACE_LINK },
  lost: { what: "is a link to something that is not there", fix: REPLACE_LINK },
  circle: { what: "is a link that leads back to itself", fix: REPLACE_LINK },
  hidden: {
    what: "is hidden: its name, or that of a folder it is in, begins with a dot",
    fix: "Rename it without the dot, if everybody may read it. Nothing hidden is ever published.",
  },
  special: {
    what: "is not a file but a pipe, a socket or a device",
    fix: "Delete it, and put the file itself in its place.",
  },
  locked: {
    what: "cannot be read: the account that builds the site has no right to read it",
    fix: "Give everybody the right to read it. In a terminal on Linux or macOS: chmod -R a+rX content",
  },
  broken: { what: "cannot be read from the disk", fix: "Copy it from its source again." },
  crowded: {
    what: "cannot be read: too many files are open on this machine",
    fix: "Allow more of them in the terminal in which you build: ulimit -n 1024",
  },
  missing: { what: "is not there", fix: "Put the file there, or correct its name." },
  folder: {
    what: "is a folder, and a file is meant to be here",
    fix: "Rename the folder, or put the file in its place.",
  },
  file: { what: "is a file, and a folder is meant to be here", fix: "Rename the file, or move it to another place." },
} as const satisfies Readonly<Record<string, Refusal>>;

/** The system's error codes for paths that cannot be read. A missing path has none of them. */
const reasons: Partial<Record<string, keyof typeof refusals>> = {
  ELOOP: "circle",
  EACCES: "locked",
  EPERM: "locked",
  EMFILE: "crowded",
  ENFILE: "crowded",
};

/** The codes of paths at which nothing is: the path is missing, one of its folders is a file, or no file can have the name. */
const NOTHING = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"];

/**
 * Returns what is at a path below a folder, in any Unicode form of its names. It finds only files that are really inside the folder,
 * even behind links, and no hidden ones, because content/ is published and the machine that builds a site has secrets.
 */
export function found(folder: string, name: string): Found {
  const at = foundAs(folder, name);
  const called = at.is === "nothing" ? calledThere(folder, name) : name;
  return called === name ? at : foundAs(folder, called);
}

/**
 * Returns a path with the names as the disk has them; the given path if there are none. It compares names in NFC: a Mac, a copy or Git
 * may write the `é` of a file's name in two characters, and no editor can see that.
 */
function calledThere(folder: string, name: string): string {
  if (/^[\0-\x7f]*$/.test(name)) return name;
  return name.split("/").reduce((at, part) => {
    const names = attempt(() => namesAt(path.join(folder, at))) ?? [];
    const same = names.filter((other) => other.normalize("NFC") === part.normalize("NFC"));
    return path.posix.join(at, same.includes(part) ? part : (same.toSorted()[0] ?? part));
  }, "");
}

function foundAs(folder: string, name: string): Found {
  const whole = path.join(folder, name);
  try {
    const real = fs.realpathSync.native(whole);
    const inside = path.relative(fs.realpathSync.native(folder), real);
    if (path.isAbsolute(inside) || inside.split(path.sep)[0] === "..") return refused("outside");
    if (inside.split(path.sep).some((part) => part.startsWith("."))) return refused("hidden");
    const stats = fs.statSync(real);
    if (stats.isFile()) return { is: "file", path: real, size: stats.size, saved: stats.mtimeMs };
    if (!stats.isDirectory()) return refused("special");
    fs.opendirSync(real).closeSync();
    return { is: "folder", path: real };
  } catch (error) {
    return failed(error, whole);
  }
}

/** Returns the bytes of a file that was found, or why there are none. */
export function bytesOf(at: Found): Buffer | Refusal {
  if (at.is === "refused") return at;
  if (at.is !== "file") return at.is === "nothing" ? refusals.missing : refusals.folder;
  try {
    return fs.readFileSync(at.path);
  } catch (error) {
    const why = failed(error, at.path);
    return why.is === "refused" ? why : refusals.missing;
  }
}

/** Returns the names in a folder below another, sorted, without hidden ones; none if it is no folder. */
export function namesIn(folder: string, name: string): string[] {
  const at = found(folder, name);
  return at.is === "folder" ? namesAt(at.path).toSorted() : [];
}

/** A text of a release or a page, and the language in its name, if it is in a folder. */
export interface TextFile {
  readonly file: string;
  readonly named?: string;
}

/** Returns the texts of a release or a page: the file itself, or one for each language in its folder. */
export function textFiles(contentDir: string, file: string): TextFile[] {
  if (file.endsWith(".md")) return [{ file }];
  const texts = namesIn(contentDir, file).filter((name) => name.endsWith(".md"));
  return texts.map((name) => ({ file: `${file}/${name}`, named: name.slice(0, -3) }));
}

/**
 * Returns the texts in a folder below another, release by release, each with its beginning, and with a function that reads all of it. Only
 * links are looked at as found() does: to ask the system about each of ten thousand files takes longer than to read them.
 */
export function textsIn(contentDir: string, name: string): Text[][] {
  const at = found(contentDir, name);
  if (at.is !== "folder") return [];
  const textAt = (text: TextFile, entry?: fs.Dirent): Text => {
    const plain = entry?.isFile() ? path.join(entry.parentPath, entry.name) : undefined;
    const all = () =>
      bytesOf(plain === undefined ? found(contentDir, text.file) : { is: "file", path: plain, size: 0, saved: 0 });
    return { ...text, all, begin: plain === undefined ? "" : beginningOf(plain) };
  };
  return entriesAt(at.path).map((entry) => {
    const file = `${name}/${entry.name}`;
    if (entry.name.endsWith(".md")) return [textAt({ file }, entry)];
    if (!entry.isDirectory()) return textFiles(contentDir, file).map((text) => textAt(text));
    const texts = entriesAt(path.join(at.path, entry.name)).filter((inner) => inner.name.endsWith(".md"));
    return texts.map((inner) => textAt({ file: `${file}/${inner.name}`, named: inner.name.slice(0, -3) }, inner));
  });
}

interface Text extends TextFile {
  /** Its first characters, if it is in UTF-8 and no link. */
  readonly begin: string;
  readonly all: () => Buffer | Refusal;
}

/** What is read of a file at a time. To reuse it saves a third of the time. */
const page = Buffer.alloc(2048);

function beginningOf(file: string): string {
  const opened = attempt(() => fs.openSync(file, "r"));
  if (opened === undefined) return "";
  const size = attempt(() => fs.readSync(opened, page, 0, page.length, 0)) ?? 0;
  fs.closeSync(opened);
  return page.toString("utf8", 0, size);
}

/** Returns what is in a folder, sorted, without what is hidden. */
function entriesAt(folder: string): fs.Dirent[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns why the names in a folder below another cannot be read; undefined if they can, or if there is no such folder. */
export function folderRefusal(folder: string, name: string): Refusal | undefined {
  const at = found(folder, name);
  if (at.is === "refused") return at;
  return at.is === "file" ? refusals.file : undefined;
}

/** Returns all files below a folder, as paths from it with /, sorted. It follows no links and enters no hidden folders. */
export function filesBelow(folder: string): string[] {
  const below = (inner: string): string[] =>
    namesAt(path.join(folder, inner)).flatMap((name) => {
      const file = inner === "" ? name : `${inner}/${name}`;
      const stats = attempt(() => fs.lstatSync(path.join(folder, file)));
      return stats?.isDirectory() ? below(file) : stats?.isFile() ? [file] : [];
    });
  return below("").toSorted((a, b) => (a.normalize("NFC") < b.normalize("NFC") ? -1 : 1));
}

function namesAt(whole: string): string[] {
  return fs.readdirSync(whole).filter((name) => !name.startsWith("."));
}

function failed(error: unknown, whole: string): Found {
  if (!(error instanceof Error && "code" in error)) throw error;
  const code = String(error.code);
  if (NOTHING.includes(code))
    return attempt(() => fs.lstatSync(whole))?.isSymbolicLink() ? refused("lost") : { is: "nothing" };
  return refused(reasons[code] ?? "broken");
}

function refused(why: keyof typeof refusals): Found {
  return { is: "refused", ...refusals[why] };
}
