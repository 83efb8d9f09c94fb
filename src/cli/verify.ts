import { readFileSync } from "node:fs";
import { copyOf } from "../genuine/copy.ts";
import { spkiOf } from "../genuine/key.ts";
import { aroundIn, fileIn, type Signed, textOf, type Verdict, verdictOf } from "../genuine/verdict.ts";
import { attempt } from "../model/attempt.ts";
import { DatelineError } from "../model/dateline-error.ts";
import { sha256 } from "../model/hash.ts";
import { publicKeyOf } from "../model/key.ts";
import { defined, missing, misuse, type Options } from "./run.ts";

const SIGNED: Readonly<Record<Signed, string>> = {
  valid: "The signature of the manifest is right.",
  wrong: "The signature of the manifest is WRONG: do not trust this answer.",
  unsigned: "The manifest is not signed.",
  untold: "The signature was not checked.",
};

const options = {
  site: { type: "string", default: "_site", value: "FOLDER", help: "a built site, or a copy of it" },
  key: { type: "string", value: "FILE", help: "believe this public key only" },
} as const satisfies Options;

const operand = { name: "FILE", missing: "Name a file:", example: "dateline verify release.txt" };

/** `verify`: says, without a network, whether the office issued a text, a picture or a document. */
export const command = defined({ options, operand }, async (values, { out }, file) => {
  const key = values.key === undefined ? undefined : publicKeyOf(read(values.key).toString("utf8"));
  if (values.key !== undefined && !key)
    throw misuse(`${values.key} is no public key for Ed25519.`, "Take one of a file in keys/.");
  const source = copyOf(values.site, key ? [spkiOf(key)] : []);
  const bytes = read(file);
  const found = await fileIn(sha256(bytes), source);
  if (found && !found.row.release) {
    out(`✓ Issued, unchanged: ${found.row.file}\n  ${SIGNED[found.signed]}`);
    return found.signed === "wrong" ? 1 : 0;
  }
  const text = textOf(bytes);
  if (/^\s*<(?:!doctype|html)\b/i.test(text))
    throw new DatelineError("usage", `${file} is a web page.`, "Open it, and save what you read there as a text file.");
  const verdict = await verdictOf(text, source);
  out(sentencesOf(text, verdict).join("\n  "));
  return verdict.is === "genuine" && verdict.signed !== "wrong" ? 0 : 1;
});

function sentencesOf(text: string, verdict: Verdict): string[] {
  if (verdict.is === "short") return ["? Too short to tell: at least twenty words are needed."];
  if (verdict.is === "never")
    return ["✗ Never issued: no release has these words, and no picture or document these bytes."];
  const { row, signed } = verdict;
  const { day } = row.release;
  if (verdict.is === "withdrawn") return [`✗ Issued on ${day}, and withdrawn since: ${row.file}`, SIGNED[signed]];
  const { comparison, words, title } = verdict;
  const part = comparison.isPart ? ["It is a part of the release: some lines are not in it."] : [];
  const rest = aroundIn(text, verdict).map((outer) => `Not part of the release: “${outer.replace(/\s+/g, " ")}”`);
  const named = [`${title} (${row.file})`, ...part, ...rest, SIGNED[signed]];
  if (verdict.is === "genuine") return [`✓ Issued on ${day}, unchanged`, ...named];
  if (verdict.is === "since-corrected") return [`✗ Issued on ${day}, and corrected since`, ...named];
  const added = [...comparison.added].map((word) => words[word]?.text).join(" ");
  return [
    `✗ Issued on ${day}, but changed here`,
    ...(added === "" ? [] : [`Not issued: ${added}`]),
    ...comparison.missing.map(({ words: lost }) => `Left out: ${lost}`),
    ...named,
  ];
}

function read(file: string): Buffer {
  const bytes = attempt(() => readFileSync(file));
  if (bytes) return bytes;
  throw missing(`The file ${file} cannot be read.`, "Correct its name.");
}
