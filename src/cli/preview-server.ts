import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import sirv from "sirv";
import { reloadScript, reloadTag } from "./preview-page.ts";

export interface Preview {
  readonly server: Server;
  /** Tells every open page to load itself anew; while `instead` is given, that page is shown in place of every other. */
  show(instead?: string): void;
}

/** Serves a folder on this machine only, its pages with a script that reloads them, and a page of problems while there are any. */
export function previewServer(folder: string, prefix: string): Preview {
  const files = sirv(folder, { dev: true });
  const listeners = new Set<ServerResponse>();
  let instead: string | undefined;
  let version = 0;
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
    const inside = url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : url;
    const page = pageFile(folder, inside);
    if (instead !== undefined && (page !== undefined || !path.extname(inside)))
      return send(response, 200, "text/html", instead);
    if (page !== undefined) return send(response, 200, "text/html", withReload(page));
    request.url = inside;
    files(request, response, () => {
      const missing = path.join(folder, "404.html");
      send(response, 404, "text/html", existsSync(missing) ? withReload(missing) : "Nothing is here.");
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

function pageFile(folder: string, url: string): string | undefined {
  const whole = path.join(folder, path.normalize(url));
  if (!whole.startsWith(folder)) return undefined;
  const file = statSync(whole, { throwIfNoEntry: false })?.isDirectory() ? path.join(whole, "index.html") : whole;
  return file.endsWith(".html") && existsSync(file) ? file : undefined;
}

function withReload(file: string): string {
  return readFileSync(file, "utf8").replace("</body>", `${reloadTag}</body>`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" }).end(body);
}
