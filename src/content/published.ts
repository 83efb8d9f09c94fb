import { andThen, type Problem, type Read, read, valueOr, wrong } from "../model/problem.ts";
import { expanded, type Published, publishedSchema, sealOf } from "../model/published.ts";
import { found } from "./disk.ts";
import { placeAt } from "./frame.ts";
import { problemAt, problemsOf, readSource, type Source } from "./source.ts";

/** The committed list, and its name in older offices, which is read until the new one is written. */
export const ADDRESSES = "addresses.json";
export const OLD_ADDRESSES = "ledger.json";

const againOf = (file: string) => `Take the file back from Git as it was: git checkout HEAD -- content/${file}`;

/** Bytes: the addresses of a hundred thousand releases. */
const LARGEST = 50_000_000;

/**
 * Reads the committed list of addresses: every one that was ever public, and none of drafts or embargoed releases. A list that cannot be
 * read is a problem, and not an empty list, because it would be overwritten and links would break.
 */
export function loadPublished(contentDir: string, problems: Problem[]): Published {
  const isNew = found(contentDir, ADDRESSES).is !== "nothing";
  const file = isNew ? ADDRESSES : OLD_ADDRESSES;
  if (!isNew && found(contentDir, file).is === "nothing") return {};
  const list = andThen(sourceOf(contentDir, file, isNew), (source) =>
    andThen(parsed(source), (value) => checked(source, value, isNew)),
  );
  return expanded(valueOr(list, problems) ?? {});
}

function sourceOf(contentDir: string, file: string, isNew: boolean): Read<Source> {
  const again = againOf(file);
  const source = readSource(contentDir, file, { bytes: LARGEST, fix: again });
  if (source.is === "read") return source;
  const merge = isNew
    ? `Take one of the two versions, because it is written anew after each publication: git checkout --theirs -- content/${file}`
    : "Keep the lines of both versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.";
  const own = ({ message, frame }: Problem) => ({ message: unread(file, message), fix: frame ? merge : again });
  return wrong(...source.problems.map((problem) => ({ ...problem, ...own(problem) })));
}

function checked(source: Source, whole: unknown, isNew: boolean): Read<Published> {
  const { value, seal } = isNew ? withoutSeal(whole) : { value: whole, seal: undefined };
  const list = publishedSchema.safeParse(value);
  // The schema does not see this key, so that its line would be lost without a message.
  const lost = Object.hasOwn(Object(whole), "__proto__") ? ["__proto__"] : [];
  const entries = new Set([...(list.error?.issues ?? []).map(({ path: [url] }) => url), ...lost]);
  if (!list.success || lost.length > 0) return wrong(...problemsOf([...entries], (url) => wrongEntry(source, url)));
  if (!isNew || seal === sealOf(list.data)) return read(list.data);
  const message = unread(source.file, "Lines are missing in it, or were added: its last line, “entries”, says so.");
  const fix = `${againOf(source.file)}. To let an address go, keep its line and write “gone” at its end.`;
  return wrong(problemAt(source, source.text.trimEnd().split("\n").length, 1, { message, fix }));
}

/** Splits off the last line of the list. */
export function withoutSeal(value: unknown): { readonly value: unknown; readonly seal?: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { value };
  const { entries: seal, ...list } = value as Record<string, unknown>;
  return { value: list, seal };
}

function parsed(source: Source): Read<unknown> {
  try {
    return read(JSON.parse(source.text));
  } catch (error) {
    const [, position = source.text.trimEnd().length] = /position (\d+)/.exec(String(error)) ?? [];
    const { line, column } = placeAt(source.text, Number(position));
    const why = "Something is here that does not belong, or a comma, quotation mark or bracket is missing.";
    return wrong(
      problemAt(source, line, column, {
        message: unread(source.file, why),
        fix: `Each line is "address": "day", with a comma after all but the last. ${againOf(source.file)}`,
      }),
    );
  }
}

function wrongEntry(source: Source, url: PropertyKey | undefined): Problem {
  const again = againOf(source.file);
  if (url === undefined) {
    const message = unread(source.file, "It is no list of addresses between { and }.");
    return problemAt(source, 1, 1, { message, fix: again });
  }
  const { line, column } = placeAt(source.text, Math.max(0, source.text.indexOf(JSON.stringify(url))));
  return problemAt(source, line, column, {
    message: `“${String(url).slice(0, 100)}” is no address of a release with the day on which it was first public.`,
    fix: `Delete the line, or take the file back from Git as it was: git checkout HEAD -- content/${source.file}. A right line is like this: "/en/2017/training-centre/": "2017-01-27"`,
  });
}

function unread(file: string, why: string): string {
  return `${file} cannot be read: the addresses that were ever published are not known. ${why}`;
}
