import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { PartnerRole, ReleaseType } from "../model/release.ts";
import { packaged } from "../roots.ts";

/** What is said of a file that is refused. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** How files are recognised that cannot be imported, and what is said of each. */
interface RefusedKind extends Refusal {
  readonly is: string;
}

interface Tables {
  readonly refusals: Readonly<
    Record<"bytes" | "parts" | "texts" | "zips" | "names" | "beside", readonly RefusedKind[]>
  > & {
    readonly faults: Readonly<Record<string, Refusal>>;
  };
  readonly wording: {
    readonly noise: readonly { readonly is: string; readonly why: string }[];
    readonly roles: Readonly<Record<PartnerRole, readonly string[]>>;
    readonly verbs: Readonly<Record<string, string>>;
    readonly labels: readonly string[];
    readonly types: Readonly<Partial<Record<ReleaseType, string>>>;
  };
}

/** Returns a file of `src/importing/data/`. */
export function table<Name extends keyof Tables>(name: Name): Tables[Name] {
  return load(readFileSync(packaged(`src/importing/data/${name}.yaml`), "utf8")) as Tables[Name];
}

/** What the importer knows of wording. */
export const { noise, roles, verbs, labels, types } = table("wording");
