import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** Runs a script of package.json; returns its name where it fails. */
function failed(script: string, stdio: "inherit" | "pipe"): Promise<string | undefined> {
  const child = spawn("npm", ["run", "--silent", script], {
    stdio: ["ignore", stdio, stdio],
    shell: process.platform === "win32",
  });
  const said = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : "")));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", async (code) => {
      if (code !== 0) console.log(`\n✗ npm run ${script}\n${(await said).join("")}`);
      resolve(code === 0 ? undefined : script);
    });
  });
}

/** What needs no tests is looked at one after the other, beside them: each says in one piece what is wrong. */
async function beside(): Promise<(string | undefined)[]> {
  const all = [];
  for (const script of ["lint", "typecheck", "unused"]) all.push(await failed(script, "pipe"));
  return all;
}

// `npm test`: everything. With one fault the whole fails.
const faults = (await Promise.all([failed("test:all", "inherit"), beside()]))
  .flat()
  .filter((fault) => fault !== undefined);
if (faults.length > 0) {
  console.error(`✗ ${faults.join(", ")}: see above.`);
  process.exitCode = 1;
}
