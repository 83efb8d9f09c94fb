import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { lookup } from "mrmime";
import { attempt } from "../model/attempt.ts";
import { messageOf } from "../reporting/fault.ts";
import { barScript, barTag, faultPage, phonePage, reloadScript, reloadTag } from "./page.ts";
import type { Facts, Told } from "./told.ts";

const HOST = "http://localhost";

/** The names of this machine. A request with another name comes from a foreign page, which could then read drafts (DNS rebinding). */
const HERE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Headers of every response: no other site may frame a draft, load it, or guess its type. */
const OWN = {
  "content-security-policy": "frame-ancestors 'self'",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
} as const;

export interface Preview {
  readonly server: Server;
  /** Reloads every open page. While `instead` is given, it replaces every page. */
  show(instead?: string): void;
}

/** The responses of a preview by address; undefined for an unknown address. */
export interface Answers {
  /** A page or another file, by its address without the site's prefix. */
  at(url: string): Promise<{ readonly file: string; readonly bytes: string | Uint8Array } | undefined>;
  /** The answers for the bar under a page. */
  facts(url: string): Facts | undefined;
  findings(url: string): Promise<readonly Told[] | undefined>;
}

/** Serves a site on this machine only, its pages with a bar and a script that reloads them, and a page of problems while there are any. */
export function previewServer(prefix: () => string, answers: Answers): Preview {
  const listeners = new Set<ServerResponse>();
  let instead: string | undefined;
  let version = 0;
  const bar = barScript();
  const current = () => `${process.pid}.${version}`;
  const event = () => `data: ${current()}\n\n`;

  /** `reload` is the tag for the state of the site at the time of the request, so that a page that is outdated when it is sent reloads. */
  const answer = async (request: IncomingMessage, response: ServerResponse, reload: string): Promise<void> => {
    if (!HERE.test(request.headers.host ?? "")) return send(response, 403, "text/plain", "Ask for localhost.");
    const url = pathOf(request);
    const asked = url?.startsWith("/__preview/") ? pageAsked(request) : "/";
    if (url === undefined || asked === undefined)
      return send(response, 400, "text/plain", "This is no address of a page of this site.");
    if (url === "/__preview/events") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write(event());
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
      return;
    }
    if (url === "/__preview/reload.js") return send(response, 200, "text/javascript", reloadScript);
    if (url === "/__preview/bar.js") return send(response, 200, "text/javascript", bar);
    if (url === "/__preview/phone") return send(response, 200, "text/html", phonePage(asked));
    if (url === "/__preview/facts") return sendJson(response, answers.facts(asked));
    // A file that is being saved or removed cannot be read. The page will reload soon.
    if (url === "/__preview/findings") return sendJson(response, await answers.findings(asked).catch(() => undefined));
    const folder = decodeURI(prefix());
    const inside = url.startsWith(`${folder}/`) ? url.slice(folder.length) : url;
    const isPage = /^(?:\.html?)?$/.test(path.posix.extname(inside));
    if (instead !== undefined && isPage) return send(response, 200, "text/html", withTags(instead, reload));
    const found = await answers.at(inside);
    const shown = found ?? (await answers.at("/404.html"));
    if (!shown) return send(response, 404, "text/plain", "Nothing is here.");
    const type = lookup(shown.file) ?? "application/octet-stream";
    const bytes = type === "text/html" ? withTags(String(shown.bytes), reload + barTag) : shown.bytes;
    send(response, found ? 200 : 404, type, bytes);
  };

  const server = createServer((request, response) => {
    response.setHeaders(new Headers(OWN));
    const reload = reloadTag(current());
    answer(request, response, reload).catch((error: unknown) => {
      console.error(`✗ ${messageOf(error)}`);
      send(response, 500, "text/html", withTags(faultPage(messageOf(error)), reload));
    });
  });
  return {
    server,
    show(page) {
      instead = page;
      version++;
      for (const listener of listeners) listener.write(event());
    },
  };
}

/** Returns the requested path, decoded; undefined if it cannot be decoded, or if no file can have it. */
function pathOf(request: IncomingMessage): string | undefined {
  const path = attempt(() => decodeURI(addressAsked(request).pathname));
  return path?.includes("\0") ? undefined : path;
}

/** Returns the page that the bar asks about: a path of this server, as a browser reads it; undefined for any other address. */
function pageAsked(request: IncomingMessage): string | undefined {
  const asked = addressAsked(request).searchParams.get("page") ?? "/";
  if (!asked.startsWith("/") || !URL.canParse(asked, HOST)) return undefined;
  const { origin, pathname, search } = new URL(asked, HOST);
  // After two slashes, a browser would read a host.
  return origin === HOST && !pathname.startsWith("//") ? pathname + search : undefined;
}

function addressAsked(request: IncomingMessage): URL {
  return new URL(request.url ?? "/", HOST);
}

/** Adds tags to a page. A built site never has them. */
function withTags(page: string, tags: string): string {
  return page.replace("</body>", `${tags}</body>`);
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, "application/json", JSON.stringify(value ?? null));
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  const charset = typeof body === "string" ? "; charset=utf-8" : "";
  response.writeHead(status, { "content-type": `${type}${charset}`, "cache-control": "no-store" }).end(body);
}
