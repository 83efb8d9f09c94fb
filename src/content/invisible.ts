/** Characters that look like a plain space or are invisible. Word, web pages and messengers write them, and YAML reads them as letters. */
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u202f\u2060\ufeff]/g;

/** Returns a text without such characters; undefined if it has none. */
export function withoutInvisible(text: string): string | undefined {
  const plain = text.replace(INVISIBLE, "");
  return plain === text ? undefined : plain;
}

/** Whether a text begins with one of them. */
export const startsInvisibly = (text: string) => text.search(INVISIBLE) === 0;

/** The problem of a line that has one of them before its first letter. */
export const invisibleIndent = {
  message:
    "An invisible space stands at the beginning of this line: another character than the space bar types, as Word has it.",
  fix: "Delete what stands before the first letter or hyphen, and type the spaces anew.",
};
