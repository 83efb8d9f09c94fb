import type { Problem } from "../model/problem.ts";
import { type Published, publishedSchema } from "../model/published.ts";
import { fieldProblem } from "./check.ts";
import { found } from "./disk.ts";
import type { YamlPart } from "./front-matter.ts";
import { problemAt, readSource, type Source } from "./source.ts";

const FILE = "ledger.json";

/** What is told of one file at most: more says nothing new. */
const MOST = 20;

const AGAIN = `Take the file back from Git as it was: git checkout HEAD -- content/${FILE}`;

/** Bytes: the addresses of a hundred thousand releases. */
const LARGEST = { bytes: 10_000_000, fix: AGAIN };

/**
 * Reads the committed list of addresses: every one at which a release was ever public. It holds nothing of drafts or embargoed
 * releases. One that cannot be read is a problem, never an empty list: it would be written over, and links would die.
 */
export function loadPublished(contentDir: string, problems: Problem[]): Published {
  if (found(contentDir, FILE).is === "nothing") return {};
  const source = readSource(contentDir, FILE, LARGEST);
  if ("message" in source) {
    const isMerged = source.frame !== undefined;
    const fix = "Keep the lines of both versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.";
    problems.push({ ...source, message: told(source.message), fix: isMerged ? fix : AGAIN });
    return {};
  }
  const read = parsed(source);
  if ("message" in read) {
    problems.push(read);
    return {};
  }
  const checked = publishedSchema.safeParse(read.value);
  if (checked.success) return checked.data;
  const part: YamlPart = { source, yaml: source.text, line: 1 };
  const wrong = new Set(checked.error.issues.map(({ path: [url] }) => url));
  for (const url of [...wrong].slice(0, MOST)) problems.push(wrongEntry(part, url));
  return {};
}

function parsed(source: Source): { readonly value: unknown } | Problem {
  try {
    return { value: JSON.parse(source.text) as unknown };
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    const lines = source.text
      .slice(0, position === undefined ? source.text.trimEnd().length : Number(position))
      .split("\n");
    return problemAt(source, lines.length, (lines.at(-1)?.length ?? 0) + 1, {
      message: told("Something is here that does not belong, or a comma, quotation mark or bracket is missing."),
      fix: `Each line is "address": "day", with a comma after all but the last. ${AGAIN}`,
    });
  }
}

function wrongEntry(part: YamlPart, url: PropertyKey | undefined): Problem {
  if (url === undefined) {
    return fieldProblem(part, [], { message: told("It is no list of addresses between { and }."), fix: AGAIN });
  }
  return fieldProblem(part, [url], {
    message: `“${String(url).slice(0, 100)}” is no address of a release with the day on which it was first public.`,
    fix: `Delete the line, or take the file back from Git as it was: git checkout HEAD -- content/${FILE}. A right line is like this: "/en/2017/training-centre/": "2017-01-27"`,
  });
}

function told(why: string): string {
  return `${FILE} cannot be read: the addresses that were ever published are not known. ${why}`;
}
