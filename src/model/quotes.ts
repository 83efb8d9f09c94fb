/** Words somebody said, as a release's body gives them. */
export interface Quote {
  readonly text: string;
  readonly speaker: string;
  /** What follows the name: role and organisation, as written. */
  readonly role?: string;
}

export interface Attribution {
  /** What stands before the name ("said"), as written. */
  readonly before: string;
  readonly speaker: string;
  readonly role: string;
  /** What stands between name and role, as the language writes it: `, `, `، ` or `，`. */
  readonly comma: string;
}

/** A line that says who spoke begins with a dash and a blank. */
const DASHED = /^(?:—|–|―|--)\s+(?=\S)/;

/** Whether a line attributes the quote above it. */
export function isAttribution(line: string): boolean {
  return DASHED.test(line);
}

/**
 * Reads an attribution line: `— Name, role` or, where other words stand before the name, `— said **Name**, role`.
 * The name is what is bold, else what stands before the first comma (Latin, Arabic or Chinese).
 */
export function attributionOf(line: string): Attribution {
  const words = line.replace(DASHED, "").replace(/\s+/g, " ").trim();
  const [whole, before = "", bold = "", after = ""] = /^(.*?)\*\*(.+?)\*\*(.*)$/.exec(words) ?? [];
  if (whole !== undefined) return { before: before.trim(), speaker: bold.trim(), ...roleAfter(after) };
  const comma = words.search(/[,،，、]/);
  if (comma === -1) return { before: "", speaker: words.replace(/\.$/, ""), role: "", comma: "" };
  return { before: "", speaker: words.slice(0, comma).trim(), ...roleAfter(words.slice(comma)) };
}

function roleAfter(words: string): { role: string; comma: string } {
  const sign = /[,،，、]/.exec(words)?.[0] ?? ",";
  const role = words
    .replace(/^[\s,،，、]+/, "")
    .replace(/[.。]$/, "")
    .trim();
  return { role, comma: role === "" ? "" : /[，、]/.test(sign) ? sign : `${sign} ` };
}

/** The quotes of a Markdown body: its block quotes that end with an attribution line. */
export function quotesOf(body: string): Quote[] {
  const quotes: Quote[] = [];
  for (const [block] of `${body}\n`.matchAll(/(?:^ {0,3}>.*\n)+/gm)) {
    const lines = block
      .trimEnd()
      .split("\n")
      .map((line) => line.replace(/^ {0,3}> ?/, ""));
    const at = lines.findLastIndex(isAttribution);
    if (at < 1 || lines.includes("", at)) continue;
    const { speaker, role } = attributionOf(lines.slice(at).join(" "));
    const text = lines
      .slice(0, at)
      .join("\n")
      .trim()
      .replace(/\n{2,}/g, "\n\n")
      .replace(/(?<!\n)\n(?!\n)/g, " ");
    quotes.push({ text, speaker, ...(role ? { role } : {}) });
  }
  return quotes;
}
