import type { AddressInfo } from "node:net";
import { watch } from "chokidar";
import pc from "picocolors";
import { pathPrefix } from "../model/site.ts";
import { factsOf, findingsOn, newestChanged } from "../preview/facts.ts";
import { faultPage, problemPage } from "../preview/page.ts";
import { type Preview, previewServer } from "../preview/server.ts";
import { PreviewSite } from "../preview/site.ts";
import { messageOf } from "../reporting/fault.ts";
import { problemReport } from "../reporting/report.ts";
import { CONTENT, defined, misuse, now, type Options } from "./run.ts";

const SETTLE_MS = 40;

const options = {
  content: CONTENT,
  port: { type: "string", default: "8080", value: "NUMBER", help: "the port of this computer" },
  open: { type: "boolean", help: "open the browser; --no-open does not" },
  cache: { type: "string", default: ".cache/preview", value: "FOLDER", help: "where to keep what was made" },
} as const satisfies Options;

/** `start`: shows the site while it is being written, with drafts and embargoed releases, marked, and with mistakes in the browser. */
export const command = defined({ options }, async (values) => {
  const { open: wanted = hasBrowser() } = values;
  const site = new PreviewSite(values.content, values.cache, now);
  /** Returns the page that replaces all others if content/ cannot be read. */
  const read = async (touched?: ReadonlySet<string>): Promise<string | undefined> => {
    const started = performance.now();
    try {
      const problems = await site.read(touched);
      if (problems.length > 0) {
        console.error(problemReport(problems, values.content));
        return problemPage(problems, values.content);
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(2);
      console.log(`${pc.green("✓")} ${site.draft?.press.releases.length} releases, read in ${seconds} s`);
      return undefined;
    } catch (error) {
      console.error(`${pc.red("✗")} ${messageOf(error)}`);
      return faultPage(messageOf(error));
    }
  };

  let touched = new Set<string>();
  let unwatched = false;
  const watcher = watch(values.content, { ignoreInitial: true });
  watcher.on("all", (_, file) => touched.add(file));
  watcher.on("error", (error) => {
    if (!unwatched) console.error(`${pc.red("✗")} Not every save will show by itself. ${unwatchedBecause(error)}`);
    unwatched = true;
  });
  // Watches before reading, so that a file that is saved during the first reading is noticed.
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  // An office need not have these. With a folder that is not there, chokidar is ready before it watches the others.
  watcher.add(["templates", "assets"]);
  const first = await read();
  const prefix = () => (site.draft ? pathPrefix(site.draft.content.site) : "");
  const preview = previewServer(prefix, {
    at: (url) => site.at(url),
    facts: (url) => site.draft && factsOf(site.draft, values.content, url),
    findings: async (url) => site.draft && (await findingsOn(site.draft, values.content, url)),
  });
  preview.show(first);
  await listen(preview, Number(values.port)).catch(async (error: unknown) => {
    await watcher.close();
    throw error;
  });
  const { port } = preview.server.address() as AddressInfo;
  const address = `http://localhost:${port}`;
  console.log(`The preview is at ${pc.bold(`${address}${prefix()}/`)} – Ctrl+C ends it.`);
  const newest = site.draft && newestChanged(site.draft, values.content);
  if (newest) console.log(`What was changed last is at ${pc.bold(`${address}${newest}`)}`);
  if (wanted) await openBrowser(address + (newest ?? `${prefix()}/`));

  // Reads once at a time. Files that are saved meanwhile are read afterwards.
  let waiting: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const readSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const since = unwatched ? undefined : touched;
      touched = new Set();
      running = running.then(async () => preview.show(await read(since)));
    }, SETTLE_MS);
  };
  watcher.on("all", readSoon);
  if (touched.size > 0) readSoon();
  return 0;
});

/** Whether a person uses a terminal and can open a browser. */
function hasBrowser(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  return Boolean(process.stdout.isTTY && !CI && (process.platform !== "linux" || DISPLAY || WAYLAND_DISPLAY));
}

function unwatchedBecause(error: unknown): string {
  return error instanceof Error && "code" in error && error.code === "ENOSPC"
    ? "This machine watches no more files. On Linux, allow it more: sudo sysctl fs.inotify.max_user_watches=524288"
    : messageOf(error);
}

/** Opens the browser, or does nothing, because the address was printed. */
async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import("open");
  const browser = await open(url).catch(() => undefined);
  browser?.once("error", () => {});
}

async function listen({ server }: Preview, from: number): Promise<void> {
  if (!Number.isInteger(from) || from < 0 || from > 65_535)
    throw misuse("The port must be a number between 0 and 65535.", "Name another: npm start -- --port 9000");
  for (let port = from; port < from + 20; port++) {
    const free = await new Promise<boolean>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" ? resolve(false) : reject(error),
      );
      server.listen(port, "localhost", () => resolve(true));
    });
    if (free) return;
  }
  throw misuse(`The ports ${from} to ${from + 19} are all in use.`, "Name another: npm start -- --port 9000");
}
