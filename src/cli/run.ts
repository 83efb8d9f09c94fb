import pc from "picocolors";
import { UserError } from "./user-error.ts";

/**
 * Runs a command and ends the process with its exit code. A mistake of the user is a sentence; a fault of the program is
 * a sentence and, with DEBUG set, its stack trace.
 */
export function run(command: (args: string[]) => Promise<number>): void {
  // Who has read enough of what a command says (`| head`) does not stop it.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  command(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(`${pc.red("✗")} ${messageOf(error)}`);
      if (process.env.DEBUG && error instanceof Error) console.error(error.stack);
      else if (!(error instanceof UserError) && !isUsage(error)) {
        console.error("  The published site was not touched. Set DEBUG=1 to see where this happened.");
      }
      process.exitCode = 1;
    },
  );
}

function isUsage(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

/** What an error says, and what the errors inside it say. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = "originalError" in error ? messageOf(error.originalError) : "";
  return inner ? `${error.message}\n  ${inner}` : error.message;
}
