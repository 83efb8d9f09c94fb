import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import sirv from "sirv";
import { barScript, phonePage, previewTags, reloadScript } from "./preview-page.ts";
import type { Facts, Told } from "./preview-told.ts";

export interface Preview {
  readonly server: Server;
  /** Tells every open page to load itself anew; while `instead` is given, that page is shown in place of every other. */
  show(instead?: string): void;
}

/** What the bar under a page asks, by the page's address; undefined where nothing is known. */
export interface Answers {
  facts(url: string): Facts | undefined;
  findings(url: string): Promise<readonly Told[] | undefined>;
}

/**
 * Serves a folder on this machine only, its pages with a bar and a script that reloads them, and a page of problems while
 * there are any.
 */
export function previewServer(folder: string, prefix: string, answers: Answers): Preview {
  const files = sirv(folder, { dev: true });
  const listeners = new Set<ServerResponse>();
  let instead: string | undefined;
  let version = 0;
  const bar = barScript();
  const current = () => `data: ${process.pid}.${version}\n\n`;

  const server = createServer((request, response) => {
    const url = pathOf(request);
    if (url === "/__preview/events") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write(current());
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
      return;
    }
    if (url === "/__preview/reload.js") return send(response, 200, "text/javascript", reloadScript);
    if (url === "/__preview/bar.js") return send(response, 200, "text/javascript", bar);
    const asked = url.startsWith("/__preview/") ? pageAsked(request) : "/";
    if (url === "/__preview/phone") return send(response, 200, "text/html", phonePage(asked));
    if (url === "/__preview/facts") return sendJson(response, answers.facts(asked));
    if (url === "/__preview/findings") {
      // A file that is being saved or removed cannot be read: the page is about to be loaded anew.
      answers.findings(asked).then(
        (found) => sendJson(response, found),
        () => sendJson(response, undefined),
      );
      return;
    }
    const inside = url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : url;
    const page = pageFile(folder, inside);
    if (instead !== undefined && (page !== undefined || !path.extname(inside)))
      return send(response, 200, "text/html", instead);
    if (page !== undefined) return send(response, 200, "text/html", withTags(page));
    request.url = inside;
    files(request, response, () => {
      const missing = path.join(folder, "404.html");
      send(response, 404, "text/html", existsSync(missing) ? withTags(missing) : "Nothing is here.");
    });
  });
  return {
    server,
    show(page) {
      instead = page;
      version++;
      for (const listener of listeners) listener.write(current());
    },
  };
}

/** The path asked for, decoded; one that cannot be decoded is nothing's address. */
function pathOf(request: IncomingMessage): string {
  try {
    return decodeURI(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch {
    return "/404.html";
  }
}

/** The page that a question of the bar is about: a path of this server, and nobody else's address. */
function pageAsked(request: IncomingMessage): string {
  const asked = new URL(request.url ?? "/", "http://localhost").searchParams.get("page") ?? "/";
  return /^\/(?![/\\])/.test(asked) ? asked : "/";
}

function pageFile(folder: string, url: string): string | undefined {
  const whole = path.join(folder, path.normalize(url));
  if (!whole.startsWith(folder)) return undefined;
  const file = statSync(whole, { throwIfNoEntry: false })?.isDirectory() ? path.join(whole, "index.html") : whole;
  return file.endsWith(".html") && existsSync(file) ? file : undefined;
}

function withTags(file: string): string {
  return readFileSync(file, "utf8").replace("</body>", `${previewTags}</body>`);
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, "application/json", JSON.stringify(value ?? null));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" }).end(body);
}
