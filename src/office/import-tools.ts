import { readFileSync } from "node:fs";
import { packaged } from "../roots.ts";

/** The packages that only `dateline import` needs, and their versions: the optional peers of Dateline. */
export function importTools(): Readonly<Record<string, string>> {
  const { peerDependencies } = JSON.parse(readFileSync(packaged("package.json"), "utf8")) as {
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  return peerDependencies;
}
