import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { DatelineError } from "../model/dateline-error.ts";

/** The file that says which process works in a folder. */
export const LOCK = ".dateline-lock";

/** How long a process may take between making its lock and writing into it. If it was ended in between, it never does. */
const UNWRITTEN_MS = 2000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, because another process may get its number later. Known on Linux only. */
  readonly began: string | undefined;
}

/** The locks of this process. */
const held = new Set<string>();

/**
 * Locks a folder for this process, and returns a function that unlocks it. The lock of a process that has ended is ignored.
 * @throws DatelineError if another process works in the folder.
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
    // The process of another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function beganOf(pid: number | "self"): string | undefined {
  try {
    // The name of a program may contain spaces and brackets; the fields after it do not.
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ")[19];
  } catch {
    return undefined;
  }
}
