import { type Problem, type Read, wrong } from "../model/problem.ts";
import { type Published, publishedSchema } from "../model/published.ts";
import { found } from "./disk.ts";
import { placeAt } from "./frame.ts";
import { problemAt, readSource, type Source } from "./source.ts";
import { told } from "./told.ts";

const FILE = "ledger.json";

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
  if (source.is === "wrong") {
    const fix = "Keep the lines of both versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.";
    for (const problem of source.problems)
      problems.push({ ...problem, message: unread(problem.message), fix: problem.frame === undefined ? AGAIN : fix });
    return {};
  }
  const read = parsed(source.value);
  if (read.is === "wrong") {
    problems.push(...read.problems);
    return {};
  }
  const checked = publishedSchema.safeParse(read.value);
  // An object has no such key of its own, so that nothing would be said of the line, and it would be lost.
  const lost = Object.hasOwn(Object(read.value), "__proto__") ? ["__proto__"] : [];
  if (checked.success && lost.length === 0) return checked.data;
  const wrong = new Set<PropertyKey | undefined>([
    ...(checked.error?.issues ?? []).map(({ path: [url] }) => url),
    ...lost,
  ]);
  problems.push(...told([...wrong], (url) => [wrongEntry(source.value, url)]));
  return {};
}

function parsed(source: Source): Read<unknown> {
  try {
    return { is: "read", value: JSON.parse(source.text) };
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    const { line, column } = placeAt(
      source.text,
      position === undefined ? source.text.trimEnd().length : Number(position),
    );
    return wrong(
      problemAt(source, line, column, {
        message: unread("Something is here that does not belong, or a comma, quotation mark or bracket is missing."),
        fix: `Each line is "address": "day", with a comma after all but the last. ${AGAIN}`,
      }),
    );
  }
}

function wrongEntry(source: Source, url: PropertyKey | undefined): Problem {
  const at = url === undefined ? 0 : Math.max(0, source.text.indexOf(JSON.stringify(url)));
  const { line, column } = placeAt(source.text, at);
  if (url === undefined) {
    return problemAt(source, line, column, {
      message: unread("It is no list of addresses between { and }."),
      fix: AGAIN,
    });
  }
  return problemAt(source, line, column, {
    message: `“${String(url).slice(0, 100)}” is no address of a release with the day on which it was first public.`,
    fix: `Delete the line, or take the file back from Git as it was: git checkout HEAD -- content/${FILE}. A right line is like this: "/en/2017/training-centre/": "2017-01-27"`,
  });
}

function unread(why: string): string {
  return `${FILE} cannot be read: the addresses that were ever published are not known. ${why}`;
}
