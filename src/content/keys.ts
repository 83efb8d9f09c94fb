import { type PublicKey, publicKeyOf } from "../model/key.ts";
import { type Fault, type Problem, valueOr } from "../model/problem.ts";
import { namesIn } from "./disk.ts";
import { problemAt, readSource } from "./source.ts";

/** The folder of public keys: one file per key, named by the day on which it was made. */
export const KEYS = "keys";

/** Reads the public keys, the newest first. A private key in their folder is a problem, so that it is not published. */
export function loadKeys(contentDir: string, problems: Problem[]): PublicKey[] {
  const keys: PublicKey[] = [];
  for (const name of namesIn(contentDir, KEYS).toReversed()) {
    const source = valueOr(readSource(contentDir, `${KEYS}/${name}`), problems);
    if (!source) continue;
    const key = publicKeyOf(source.text);
    if (key && !keys.some(({ id }) => id === key.id)) keys.push(key);
    if (!key) problems.push(problemAt(source, 1, 1, faultOf(source.text)));
  }
  return keys;
}

function faultOf(text: string): Fault {
  if (/PRIVATE KEY/.test(text)) {
    return {
      message: "This is a private key: whoever has it can sign in the name of the office.",
      fix: "Delete the file, and never commit it. If it was committed, make new keys with npm run key, and delete the old public key too.",
    };
  }
  return {
    message: "This is no public key for Ed25519.",
    fix: "Make keys with npm run key: it writes the public one here.",
  };
}
