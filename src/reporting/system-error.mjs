/**
 * The system's error codes in words: what is wrong with a path, and the fix.
 * @type {Readonly<Record<string, readonly [what: string, fix: string]>>}
 */
const answers = {
  EACCES: [
    "must not be read or written by this account",
    "Give the account the right to: chmod -R u+rwX, then its name.",
  ],
  EBUSY: ["is being used by another program", "Close that program and try again."],
  EDQUOT: ["cannot be written: this account has used up its share of the disk", "Delete something and try again."],
  EEXIST: ["is a file, and a folder is meant to be there", "Rename or delete it."],
  EISDIR: ["is a folder, and a file is meant to be there", "Rename or delete it."],
  ELOOP: ["is a link that leads back to itself", "Delete the link."],
  EMFILE: ["cannot be opened: too many files are open", "Allow more of them in this terminal: ulimit -n 1024"],
  ENAMETOOLONG: [
    "has a name that is too long for this disk",
    "Give it a shorter one, or work in a folder nearer to the root.",
  ],
  ENFILE: ["cannot be opened: too many files are open on this machine", "Close other programs and try again."],
  ENOENT: ["is not there, or a link that leads to nothing", "Make it, delete the link, or correct the name."],
  ENOSPC: ["cannot be written: the disk is full", "Delete something and try again."],
  ENOTDIR: ["is below a file, and that would have to be a folder", "Rename or delete the file."],
  ENOTEMPTY: ["has just been written to by another program", "End that program and try again."],
  EPERM: ["must not be changed by this account", "Give the account the right to, or work in a folder of its own."],
  EROFS: ["is on a disk that cannot be written to", "Work in a folder on another disk."],
  EIO: ["cannot be read or written: the disk is damaged", "Copy what is still there to another disk."],
};

/**
 * Returns an error of the operating system in a sentence; undefined for any other error.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function systemSentence(error) {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest } = /** @type {NodeJS.ErrnoException & { dest?: string }} */ (error);
  const [what, fix] = answers[code ?? ""] ?? [];
  if (what === undefined || syscall === undefined) return undefined;
  return `${path === undefined ? "A file" : `“${dest ?? path}”`} ${what}. ${fix}`;
}
