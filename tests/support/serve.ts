import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import sirv from "sirv";

/** A built site on a port of this machine, as a static host that reads `_headers` serves it. */
export interface Served {
  readonly origin: string;
  close(): void;
}

/** `prefix`: the folder of the host that the site stands in; what is asked for outside of it is not there. */
export async function serve(folder: string, prefix = ""): Promise<Served> {
  const files = sirv(folder, { dev: true });
  const headersOf = readHeaders(path.join(folder, "_headers"));
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    for (const [name, value] of headersOf(pathname)) response.setHeader(name, value);
    const isInside = pathname.startsWith(`${prefix}/`);
    request.url = request.url?.slice(prefix.length);
    const page = path.join(
      folder,
      decodeURI(pathname.slice(prefix.length)),
      pathname.endsWith("/") ? "index.html" : "",
    );
    if (!isInside) {
      response.writeHead(404).end();
    } else if (page.endsWith(".html") && existsSync(page)) {
      // As hosts do: a page reaches the browser in one piece.
      const headers = { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" };
      response.writeHead(200, headers).end(gzipSync(readFileSync(page)));
    } else {
      files(request, response, () => {
        response.writeHead(404).end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}

/** What a host sends with each address: blocks of a pattern, in which `*` is anything, and its headers, each indented. */
function readHeaders(file: string): (pathname: string) => [name: string, value: string][] {
  const blocks = existsSync(file) ? readFileSync(file, "utf8").split("\n\n") : [];
  const rules = blocks.map((block) => {
    const [pattern = "", ...lines] = block.trim().split("\n");
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    const headers = lines.map((line): [string, string] => {
      const [name = "", ...value] = line.split(":");
      return [name.trim(), value.join(":").trim()];
    });
    return { matches: new RegExp(`^${parts.join(".*")}$`), headers };
  });
  return (pathname) => rules.filter(({ matches }) => matches.test(pathname)).flatMap(({ headers }) => headers);
}
