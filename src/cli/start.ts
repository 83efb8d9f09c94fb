import type { AddressInfo } from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";
import { watch } from "chokidar";
import pc from "picocolors";
import { pathPrefix } from "../model/site.ts";
import { type Built, buildSite } from "./build-site.ts";
import { now } from "./clock.ts";
import { factsOf, findingsOn, newestChanged } from "./preview-facts.ts";
import { faultPage, problemPage } from "./preview-page.ts";
import { type Preview, previewServer } from "./preview-server.ts";
import { problemReport } from "./report.ts";
import { messageOf, run } from "./run.ts";
import { UserError } from "./user-error.ts";

const SETTLE_MS = 40;

/** Shows the site while it is being written: drafts and embargoed releases included and marked, mistakes in the browser. */
run(async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      content: { type: "string", default: "content" },
      cache: { type: "string", default: path.join(".cache", "preview") },
      port: { type: "string", default: "8080" },
    },
  });
  const output = path.resolve(values.cache, "site");
  let prefix: string | undefined;
  let last: Built | undefined;

  const build = async (preview?: Preview): Promise<string | undefined> => {
    const started = performance.now();
    try {
      const built = await buildSite({
        content: values.content,
        output,
        cache: values.cache,
        now: now(),
        audience: "preview",
      });
      if (!("pages" in built)) {
        console.error(problemReport(built.problems, values.content));
        return problemPage(built.problems, values.content);
      }
      last = built;
      prefix ??= pathPrefix(built.content.site);
      const seconds = ((performance.now() - started) / 1000).toFixed(2);
      if (preview === undefined || built.written + built.removed > 0) {
        console.log(
          `${pc.green("✓")} ${built.rendered.length} of ${built.pages.length} pages made anew in ${seconds} s`,
        );
      }
      return undefined;
    } catch (error) {
      console.error(`${pc.red("✗")} ${messageOf(error)}`);
      return faultPage(messageOf(error));
    }
  };

  const first = await build();
  const preview = previewServer(output, prefix ?? "", {
    facts: (url) => last && factsOf(last, values.content, url),
    findings: async (url) => last && (await findingsOn(last, values.content, url)),
  });
  preview.show(first);
  await listen(preview, Number(values.port));
  const { port } = preview.server.address() as AddressInfo;
  const address = `http://localhost:${port}`;
  console.log(`The preview is at ${pc.bold(`${address}${prefix ?? ""}/`)} – Ctrl+C ends it.`);
  const newest = last && newestChanged(last, values.content);
  if (newest) console.log(`What was changed last is at ${pc.bold(`${address}${newest}`)}`);

  // One build at a time; what is saved meanwhile is built right after.
  let waiting: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watch([values.content, "templates", "assets"], { ignoreInitial: true }).on("all", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      running = running.then(async () => preview.show(await build(preview)));
    }, SETTLE_MS);
  });
  return 0;
});

async function listen({ server }: Preview, from: number): Promise<void> {
  if (!Number.isInteger(from) || from < 0 || from > 65_535)
    throw new UserError("The port must be a number between 0 and 65535.");
  for (let port = from; port < from + 20; port++) {
    const free = await new Promise<boolean>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" ? resolve(false) : reject(error),
      );
      server.listen(port, "localhost", () => resolve(true));
    });
    if (free) return;
  }
  throw new UserError(`The ports ${from} to ${from + 19} are all in use. Name another: npm start -- --port 9000`);
}
