import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dateline } from "./command.ts";
import { type FixtureName, fixture } from "./fixtures.ts";

export const servers = ["nginx", "caddy"] as const;
export type ServerName = (typeof servers)[number];

/** A real server that publishes the site of a fixture by what `dateline host` made for it. */
export interface RunningServer {
  /** Where the root of the host is: `http://localhost:18123`. */
  readonly address: string;
  close(): void;
}

/** Starts a server for a built site in a folder of its host, on a free port. */
export async function started(server: ServerName, name: FixtureName, prefix: string): Promise<RunningServer> {
  const program = programOf(server);
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-server-"));
  const built = await fixture(name);
  const root = path.join(folder, "root");
  mkdirSync(path.dirname(path.join(root, prefix)), { recursive: true });
  symlinkSync(path.join(built, "_site"), path.join(root, prefix));
  const port = await freePort();
  const { stdout } = await dateline("host", [
    ...[server, "--root", root, "--port", String(port)],
    ...["--output", path.join(built, "_site"), "--content", path.join(built, "content")],
  ]);
  const child = run[server](program, folder, stdout);
  let said = "";
  child.stderr?.on("data", (part: Buffer) => {
    said += part;
  });
  const address = `http://localhost:${port}`;
  for (let tries = 0; !(await answers(address)); tries++) {
    if (tries > 100 || child.exitCode !== null) throw new Error(`${server} does not start: ${said}`);
    await sleep(100);
  }
  return {
    address,
    close: () => {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const run: Readonly<Record<ServerName, (program: string, folder: string, config: string) => ChildProcess>> = {
  nginx: (program, folder, config) => {
    writeFileSync(path.join(folder, "site.conf"), config);
    const user = process.getuid?.() === 0 ? "user root;\n" : "";
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (use) => `${use}_temp_path ${folder}/${use};`,
    );
    writeFileSync(
      path.join(folder, "nginx.conf"),
      `${user}daemon off;\nworker_processes 1;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${temporary.join("\n")}\ninclude ${folder}/site.conf;\n}\n`,
    );
    return spawn(program, ["-p", folder, "-c", path.join(folder, "nginx.conf")]);
  },
  caddy: (program, folder, config) => {
    // A site by its name alone answers to no other; here it is asked for on this machine.
    writeFileSync(
      path.join(folder, "Caddyfile"),
      `{\n\tadmin off\n}\n${config.replace(/^http:\/\/[^:\s]+:/m, "http://localhost:")}\n`,
    );
    return spawn(program, ["run", "--config", path.join(folder, "Caddyfile"), "--adapter", "caddyfile"], {
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    });
  },
};

/** Debian's packages of the servers. */
const packages: Readonly<Record<ServerName, string>> = { nginx: "nginx-light", caddy: "caddy" };

/** The server's program, installed where that can be done without asking; a test never skips itself for want of it. */
function programOf(server: ServerName): string {
  const found = () =>
    [`/usr/sbin/${server}`, `/usr/bin/${server}`, `/usr/local/bin/${server}`].find((file) => existsSync(file));
  if (!found() && process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", packages[server]], {
      stdio: "ignore",
      // The test starts it; the machine must not.
      env: { ...process.env, RUNLEVEL: "1", DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const program = found();
  if (!program)
    throw new Error(
      `The tests of servers need ${server} and found none. Install it (Debian, Ubuntu: sudo apt-get install ${packages[server]}).`,
    );
  return program;
}

async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "localhost", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
