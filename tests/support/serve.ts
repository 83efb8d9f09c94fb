import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import sirv from "sirv";

/** A built site on a port of this machine, as a static host serves it. */
export interface Served {
  readonly origin: string;
  close(): void;
}

export async function serve(folder: string): Promise<Served> {
  const files = sirv(folder, { dev: true });
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const page = path.join(folder, decodeURI(pathname), pathname.endsWith("/") ? "index.html" : "");
    if (page.endsWith(".html") && existsSync(page)) {
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
