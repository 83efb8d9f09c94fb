import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { KEYS } from "../content/keys.ts";
import { newKeys } from "../genuine/key.ts";
import { CONTENT, defined, now, type Options } from "./run.ts";

const options = { content: CONTENT } as const satisfies Options;

/** `key`: makes a pair of keys. It writes the public one into content/, and shows the private one once without storing it. */
export const command = defined({ options }, async (values, { env, out }) => {
  const { secret, key } = newKeys();
  const folder = path.join(values.content, KEYS);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${now(env).toISOString().slice(0, 10)}-${key.id}.pem`);
  if (!existsSync(file)) writeFileSync(file, key.pem);
  out(
    [
      `The public key is in ${file}: commit it. Keys that are there already stay, so that what they signed can be checked.`,
      "",
      "The private key is in the next line, and nowhere else. Keep it as the secret DATELINE_KEY where the site is built",
      "(GitHub: Settings, Secrets and variables, Actions), and a copy where the office keeps its passwords.",
      "",
      secret,
    ].join("\n"),
  );
  return 0;
});
