import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { PartnerRole, ReleaseType } from "../model/release.ts";
import { packaged } from "../roots.ts";

/** What the importer knows of wording. */
interface Wording {
  readonly noise: readonly { readonly is: string; readonly why: string }[];
  readonly roles: Readonly<Record<PartnerRole, readonly string[]>>;
  readonly verbs: Readonly<Record<string, string>>;
  readonly labels: readonly string[];
  readonly letter: Readonly<Record<"greetings" | "covering" | "regards", readonly string[]>>;
  readonly types: Readonly<Partial<Record<ReleaseType, string>>>;
}

/** Returns a file of `src/importing/data/`. */
export function table<T>(name: string): T {
  return load(readFileSync(packaged(`src/importing/data/${name}.yaml`), "utf8")) as T;
}

export const { noise, roles, verbs, labels, letter, types } = table<Wording>("wording");
