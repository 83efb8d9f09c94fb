import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** A built site on a port of this machine, as a static host serves it. */
export interface Served {
  readonly origin: string;
  close(): void;
}

export async function serve(folder: string): Promise<Served> {
  const files = sirv(folder, { dev: true });
  const server: Server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404).end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}
