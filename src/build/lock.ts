import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { DatelineError } from "../model/dateline-error.ts";

/** The file that says which process works in a folder. */
export const LOCK = ".dateline-lock";

/** So long a process that has made its lock may take to write into it; one that was ended in between never does. */
const UNWRITTEN_MS = 2000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts: another one may get its number later. Unknown but on Linux. */
  readonly began: string | undefined;
}

/** What this process holds. */
const held = new Set<string>();

/**
 * Locks a folder for this process; returns what unlocks it. A lock counts for nothing when its process has ended, however it did.
 * @throws DatelineError where another process works in the folder.
 */
export function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = path.resolve(folder, LOCK);
  const own = JSON.stringify({ pid: process.pid, host: hostname(), began: beganOf("self") } satisfies Holder);
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(file, own, { flag: "wx" });
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (isHeld(file)) break;
      rmSync(file, { recursive: true, force: true });
    }
  }
  const holder = holderOf(file);
  const who = holder ? ` (process ${holder.pid})` : "";
  throw new DatelineError(
    "busy",
    `Another build${who} is working in “${folder}”.`,
    `Wait until it has ended, and build again. If there is none, delete the file ${path.join(folder, LOCK)}.`,
  );
}

function isHeld(file: string): boolean {
  if (textOf(file) === "") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, UNWRITTEN_MS);
  const holder = holderOf(file);
  if (holder === undefined || holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return held.has(file);
  const began = beganOf(holder.pid);
  return isRunning(holder.pid) && (began === undefined || holder.began === undefined || began === holder.began);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function holderOf(file: string): Holder | undefined {
  try {
    const { pid, host, began } = (JSON.parse(textOf(file) ?? "null") ?? {}) as Partial<Holder>;
    return Number(pid) > 0 && host !== undefined ? { pid: Number(pid), host, began } : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function beganOf(pid: number | "self"): string | undefined {
  try {
    // The name of a program may have spaces and brackets in it; what follows has none.
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ")[19];
  } catch {
    return undefined;
  }
}
