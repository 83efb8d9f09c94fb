import { readdirSync } from "node:fs";
import path from "node:path";

const ASCII = /^[\0-\x7f]*$/;

/**
 * Returns the path below a folder at which a file really stands. Names are compared in NFC: a Mac, a copy or Git may write the
 * `é` of a file's name in two characters, and no editor can see that. Where nothing is called so, the path as it was given.
 */
export function pathOnDisk(folder: string, name: string): string {
  if (ASCII.test(name)) return name;
  let at = "";
  for (const part of name.split("/")) {
    const found = nameOnDisk(path.join(folder, at), part);
    if (found === undefined) return name;
    at = path.posix.join(at, found);
  }
  return at;
}

function nameOnDisk(folder: string, name: string): string | undefined {
  if (ASCII.test(name)) return name;
  const same = namesAt(folder).filter((other) => isSameName(other, name));
  return same.find((other) => other === name) ?? same.toSorted()[0];
}

function namesAt(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether two names are the same for whoever reads them. */
function isSameName(one: string, other: string): boolean {
  return one.normalize("NFC") === other.normalize("NFC");
}
