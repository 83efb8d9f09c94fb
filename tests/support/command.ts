import { execFile } from "node:child_process";
import { type Command, exitCodeOf } from "../../src/cli/run.ts";

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A moment after all that the fixtures hold. */
export const BUILD_TIME = "2026-11-23T12:00:00Z";

/** Runs a command within the test's own process, as it stands at `BUILD_TIME`: a tenth of the time that a process of its own takes. */
export async function dateline(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const { command } = (await import(`../../src/cli/${name}.ts`)) as { readonly command: Command };
  const said: { out: string[]; error: string[] } = { out: [], error: [] };
  const code = await exitCodeOf(command, args, {
    env: { BUILD_TIME, ...env },
    isTerminal: false,
    out: (line) => said.out.push(line),
    error: (line) => said.error.push(line),
  });
  const whole = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
  return { code, stdout: whole(said.out), stderr: whole(said.error) };
}

/** Runs a command in a process of its own, as its users do; of another copy of the project, where one is given. */
export function datelineAsUser(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  project = ".",
): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["src/cli/command.mjs", name, ...args],
      { cwd: project, env: { ...process.env, NO_COLOR: "1", BUILD_TIME, ...env }, maxBuffer: 50_000_000 },
      (error, stdout, stderr) =>
        resolve({ code: error ? (typeof error.code === "number" ? error.code : -1) : 0, stdout, stderr }),
    );
  });
}
