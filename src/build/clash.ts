/**
 * Returns two files of a site that cannot both exist: the same name twice, names that are the same on some systems (capital and small
 * letters, accents composed or not), or a file and a folder of one name. Undefined if all can.
 */
export function clashIn(files: Iterable<string>): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const file of files) {
    const key = file.normalize("NFC").toLowerCase();
    const other = seen.get(key) ?? folders.get(key);
    if (other !== undefined) return [other, file];
    seen.set(key, file);
    for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
      const folder = key.slice(0, end);
      const one = seen.get(folder);
      if (one !== undefined) return [one, file];
      if (folders.has(folder)) break;
      folders.set(folder, file);
    }
  }
  return undefined;
}
