import { type ParseArgsConfig, parseArgs } from "node:util";
import { workerData } from "node:worker_threads";
import { DatelineError } from "../model/dateline-error.ts";
import { epochOf, isInstant } from "../model/instant.ts";
import { messageOf } from "../reporting/fault.ts";

/** The environment of a command: what it reads besides files, and where it writes its messages. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** Whether a line of progress may be overwritten. */
  readonly isTerminal: boolean;
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/** A command: returns its exit code, or throws a DatelineError with a sentence for its user. */
export type Command = (args: readonly string[], surroundings: Surroundings) => Promise<number>;

interface Option {
  readonly type: "string" | "boolean";
  readonly default?: string | boolean;
  /** What it does, in a phrase. */
  readonly help: string;
  /** The placeholder of its value in `--help`. */
  readonly value?: string;
}

export type Options = Readonly<Record<string, Option>>;

/** Returns a mistake on the command line, with the fix. */
export function misuse(message: string, fix: string): DatelineError {
  return new DatelineError("usage", message, fix);
}

/** Returns the mistake of a file or folder that is not there, with the fix. */
export function missing(message: string, fix: string): DatelineError {
  return new DatelineError("missing", message, fix);
}

/** Returns the mistake of a file or folder that is there already, with the fix. */
export function taken(name: string, fix: string): DatelineError {
  return new DatelineError("taken", `${name} is there already, and was not touched.`, fix);
}

/** The options of most commands. */
export const CONTENT = {
  type: "string",
  default: "content",
  value: "FOLDER",
  help: "the folder of the office's words",
} as const;
export const OUTPUT = { type: "string", default: "_site", value: "FOLDER", help: "where the built site is" } as const;

/** The options and the operand of a command, by which its arguments are parsed and its help is made. */
export interface Usage<O extends Options = Options> {
  readonly options: O;
  /** The operand: its name in `--help`, the message if it is missing, and a right command. Without a message it may be missing, and have several words. */
  readonly operand?: { readonly name: string; readonly missing?: string; readonly example: string };
}

type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>["values"];

/** Returns a command that parses its arguments and does its work with their values. */
export function defined<const O extends Options>(
  usage: Usage<O>,
  work: (values: Values<O>, surroundings: Surroundings, operand: string, args: readonly string[]) => Promise<number>,
): Command & { readonly usage: Usage } {
  const { options, operand } = usage;
  const command: Command = async (args, surroundings) => {
    const { values, positionals } = parsed({
      args: [...args],
      options,
      allowPositionals: operand !== undefined,
      allowNegative: true,
    });
    const [first = "", ...more] = operand?.missing ? positionals : [positionals.join(" ")];
    if (operand?.missing && (first === "" || more.length > 0)) throw misuse(operand.missing, operand.example);
    return work(values, surroundings, first, args);
  };
  return Object.assign(command, { usage });
}

/** Parses arguments. @throws a sentence that names the options, where there is no such option or its value is missing. */
function parsed<const C extends ParseArgsConfig & { readonly options: Options }>(
  asked: C,
): ReturnType<typeof parseArgs<C>> {
  try {
    return parseArgs(asked);
  } catch (error) {
    const [sentence = ""] = messageOf(error).split(/\.(?:\s|$)/);
    const names = Object.keys(asked.options).map((name) => `--${name}`);
    throw misuse(`${sentence}.`, `The options are: ${names.join(", ")}.`);
  }
}

/**
 * Returns the current time. This is the only place that reads the clock. `BUILD_TIME` (RFC 3339, with an offset) sets it, so that a build
 * can be repeated to the byte, or show the site of another day.
 */
export function now(env: NodeJS.ProcessEnv = process.env): Date {
  const set = env.BUILD_TIME;
  if (set === undefined || set === "") return new Date();
  if (!isInstant(set)) {
    throw misuse(
      `BUILD_TIME is “${set}”, which is not a date and time with an offset.`,
      "Write it like this: 2026-03-04T09:00:00+03:00",
    );
  }
  return new Date(epochOf(set));
}

/** Returns a clock that continues from {@link now}, in milliseconds since 1970. */
export function runningClock(env: NodeJS.ProcessEnv = process.env): () => number {
  const ahead = now(env).getTime() - Date.now();
  return () => Date.now() + ahead;
}

/** Returns the whole number that an option was given. */
export function numberIn(value: string, option: string, least: number, most: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  const range = `--${option} takes a number from ${least} to ${most}.`;
  throw misuse(range, `Write it like this: --${option} ${least}`);
}

/** Runs a command and ends the process with its exit code. */
export function run(command: Command, args: readonly string[] = process.argv.slice(2)): void {
  // A closed pipe (`| head`) does not stop a command.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const { env, stdout } = process;
  if (env.DEBUG) process.setSourceMapsEnabled(true);
  // A thread writes to the output of the process, of which only the first thread knows what it is.
  const { isTerminal = stdout.isTTY } = (workerData ?? {}) as Partial<Surroundings>;
  const surroundings = { env, isTerminal, out: console.log, error: console.error };
  process.once("uncaughtException", (error) => {
    reportError(error, surroundings);
    process.exit(1);
  });
  exitCodeOf(command, args, surroundings).then((code) => {
    process.exitCode = code;
  });
}

/**
 * Runs a command and returns its exit code. It reports a mistake of the user in a sentence, and a fault of the program in a sentence and,
 * with DEBUG set, its stack trace.
 */
export async function exitCodeOf(
  command: Command,
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    return await command(args, surroundings);
  } catch (error) {
    reportError(error, surroundings);
    return 1;
  }
}

function reportError(error: unknown, { env, error: say }: Surroundings): void {
  const mark = process.stderr.isTTY && !env.NO_COLOR ? "\x1b[31m✗\x1b[39m" : "✗";
  say(`${mark} ${messageOf(error)}`);
  if (env.DEBUG && error instanceof Error) say(error.stack ?? "");
  else if (!(error instanceof DatelineError))
    say("  The published site was not touched. Set DEBUG=1 to see where this happened.");
}
