import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { newKeys } from "../../src/genuine/key.ts";
import { partOf } from "../../src/genuine/manifest.ts";
import { dateline } from "../support/command.ts";
import { madeOnce, type TestSite, testSite } from "../support/site.ts";
import { verify } from "../support/verify.ts";

const FILE = "releases/2017-01-28-wells.md";
const words = (number: number) =>
  `The wells of ${number} schools give clean water to all who drink there, says the office that has built them since the spring of last year.`;
const release = (body: string, more = "") =>
  `---\ntitle: Wells for schools\ndate: 2017-01-28\nlocation: smarhon\npartners: []\ncontacts: [press-office]\n${more}---\n\n${body}\n`;

const { secret, key } = newKeys();

/** A site with a key, which was built. */
const signedSite = madeOnce(async (day: string = "2026-01-01") => {
  const site = testSite();
  site.write(`keys/${day}-${key.id}.pem`, key.pem);
  site.write(FILE, release(words(112)));
  expect(await signed(site)).toMatchObject({ code: 0, stderr: "" });
  return site;
});
const signed = (site: TestSite) => site.build({ DATELINE_KEY: secret });

const openssl = (site: TestSite, id: string, name: string) =>
  execFileSync(
    "openssl",
    ["pkeyutl", "-verify", "-pubin", "-inkey", `${id}.pem`, "-rawin", "-in", `${name}.txt`, "-sigfile", `${name}.sig`],
    { cwd: path.join(site.output, "genuine"), encoding: "utf8" },
  );

test("standard tools check what is issued: OpenSSL the signature, sha256sum the files", async () => {
  const site = await signedSite();
  for (const name of ["2017", "files"]) {
    expect(openssl(site, key.id, name)).toContain("Signature Verified Successfully");
    const listed = partOf(site.read(`genuine/${name}.txt`))?.rows.length;
    const checked =
      listed === 0
        ? ""
        : execFileSync("sha256sum", ["--check", `genuine/${name}.txt`], { cwd: site.output, encoding: "utf8" });
    expect(checked.match(/: OK$/gm)?.length ?? 0).toBe(listed);
  }
  const page = site.read("en/genuine/index.html");
  expect(page).toContain(key.pem.split("\n")[1]);
  expect(page).toContain(`-inkey ${key.id}.pem -rawin -in 2017.txt`);
});

test("the same content has the same signature, and a build without a key signs nothing and says so", async () => {
  const site = await signedSite();
  const signature = readFileSync(path.join(site.output, "genuine/2017.sig"));
  rmSync(site.output, { recursive: true });
  expect(await signed(site)).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(site.output, "genuine/2017.sig"))).toEqual(signature);
  const { stdout } = await site.build();
  expect(stdout).toContain("Nothing is signed");
  expect(site.files().filter((file) => file.endsWith(".sig"))).toEqual([]);
  expect(site.read("en/genuine/index.html")).toContain("Nothing on this site is signed yet");
});

test("after a change of keys, a list that somebody kept is still checked with the old key", async () => {
  const site = await signedSite("2025-01-01");
  const kept = new Map(
    ["2017.txt", "2017.sig"].map((name) => [name, readFileSync(path.join(site.output, "genuine", name))]),
  );
  const next = newKeys();
  site.write(`keys/2026-02-01-${next.key.id}.pem`, next.key.pem);
  expect(await site.build({ DATELINE_KEY: next.secret })).toMatchObject({ code: 0 });
  expect(openssl(site, next.key.id, "2017")).toContain("Verified");
  for (const [name, bytes] of kept) writeFileSync(path.join(site.output, "genuine", name), bytes);
  expect(openssl(site, key.id, "2017")).toContain("Verified");
  const text = site.read("en/2017/wells/wells.txt");
  expect(await verify(site, text)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("The signature of the manifest is right"),
  });
});

describe("npm run verify", () => {
  test("tells what was issued, changed, withdrawn and never issued, without a network", async () => {
    const site = await signedSite();
    const text = site.read("en/2017/wells/wells.txt");
    expect(await verify(site, text)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("✓ Issued on 2017-01-28, unchanged"),
    });
    expect(await verify(site, text.replace("112", "113"))).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/changed here[\s\S]*Not issued: 113[\s\S]*Left out: 112/),
    });
    expect(await verify(site, "A dam is about to break. ".repeat(9))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("✗ Never issued"),
    });
    expect(await verify(site, "A dam")).toMatchObject({ code: 1, stdout: expect.stringContaining("Too short") });
    site.write(FILE, release(words(112), "status: withdrawn\n"));
    await signed(site);
    expect(await verify(site, text)).toMatchObject({ code: 1, stdout: expect.stringContaining("withdrawn since") });
    expect(site.read("genuine/2017.txt")).not.toContain("schools");
  });

  test("believes no key but the one that is named, and no text that does not fit the list", async () => {
    const site = await signedSite();
    const text = site.read("en/2017/wells/wells.txt");
    const [own, other] = [key.pem, newKeys().key.pem].map((pem, index) => {
      const file = path.join(path.dirname(site.output), `${index}.pem`);
      writeFileSync(file, pem);
      return file;
    });
    expect(await verify(site, text, "--key", own ?? "")).toMatchObject({ code: 0 });
    expect(await verify(site, text, "--key", other ?? "")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("WRONG"),
    });
    const list = path.join(site.output, "genuine/2017.txt");
    writeFileSync(list, readFileSync(list, "utf8").replace("2017-01-28", "2017-01-29"));
    expect(await verify(site, text)).toMatchObject({ code: 1, stdout: expect.stringContaining("WRONG") });
    writeFileSync(path.join(site.output, "en/2017/wells/wells.txt"), text.replace("112", "113"));
    expect(await verify(site, text)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is not the file that the manifest names"),
    });
  });
});

/** A built site with a key, and a copy of its manifest that can be damaged. */
describe("a manifest that somebody has changed", () => {
  test.each<[name: string, change: (genuine: string) => void, said: RegExp, trusted?: boolean]>([
    ["without the name of its key, where a key is trusted", edit("2017.txt", /^# key .*\n/m, ""), /WRONG/, true],
    ["with the list of another year under its name", edit("2017.txt", /^# part 2017$/m, "# part 2016"), /WRONG/],
    ["with a signature that was cut off", edit("2017.sig", /[\s\S]{40}$/, ""), /WRONG/],
    ["with a key that is none", edit("index.json", /"keys":\{("\w+"):"[^"]*"/, '"keys":{$1:"AAAA"'), /WRONG/],
    ["with half of its index", edit("index.json", /.{20}$/s, ""), /index\.json .*cannot be read/],
    ["without its index", edit("index.json", /^.*$/s, "null"), /index\.json .*cannot be read/],
    ["with a list that is none", edit("2017.txt", /^.*$/s, "\0"), /is no manifest/],
  ])("%s, is not believed", async (_, change, said, trusted = false) => {
    const site = await signedSite();
    const own = path.join(path.dirname(site.output), "own.pem");
    writeFileSync(own, key.pem);
    const text = site.read("en/2017/wells/wells.txt");
    change(path.join(site.output, "genuine"));
    const { code, stdout, stderr } = await verify(site, text, ...(trusted ? ["--key", own] : []));
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(said);
    expect(stdout + stderr).not.toContain("DEBUG");
  });

  function edit(name: string, from: RegExp, to: string) {
    return (genuine: string) => {
      const file = path.join(genuine, name);
      const before = readFileSync(file, "latin1");
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      writeFileSync(file, after, "latin1");
    };
  }
});

test("files in UTF-16, press kits and share images are known; a web page and what follows the release are told", async () => {
  const site = await signedSite();
  const ru = "  ru: { label: Русский, dir: ltr }\n";
  site.write("site.yaml", site.source("site.yaml").replace("languages:\n", `languages:\n${ru}`));
  site.remove(FILE);
  for (const lang of ["en", "ru"]) site.write(`releases/2017-01-28-wells/${lang}.md`, release(words(112)));
  expect(await signed(site)).toMatchObject({ code: 0, stderr: "" });
  const text = site.read("en/2017/wells/wells.txt");
  const ask = (bytes: Buffer) => {
    const file = path.join(path.dirname(site.output), "asked");
    writeFileSync(file, bytes);
    return dateline("verify", [file, "--site", site.output]);
  };
  const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
  for (const bytes of [utf16, Buffer.from(utf16).swap16()]) expect(await ask(bytes)).toMatchObject({ code: 0 });
  const files = site.files().filter((file) => /\.zip$|^share\//.test(file));
  expect(new Set(files.map((file) => path.extname(file)))).toEqual(new Set([".zip", ".png"]));
  for (const file of files)
    expect(await ask(readFileSync(path.join(site.output, file))), file).toMatchObject({ code: 0 });
  expect((await ask(readFileSync(path.join(site.output, "en/2017/wells/index.html")))).stderr).toContain("a web page");
  const longer = await ask(Buffer.from(`${text}\nCite this release\nSend money to account 7.`));
  expect(longer.stdout).toContain("Not part of the release: “Cite this release Send money to account 7.”");
});

test("a key that nobody could check, a wrong one, and a private one among the public ones are told", async () => {
  const site = await signedSite();
  expect(await site.build({ DATELINE_KEY: newKeys().secret })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("is not in"),
  });
  for (const wrong of ["x", "-----BEGIN PRIVATE KEY-----", "TUM0Q0FRQXc="])
    expect(await site.build({ DATELINE_KEY: wrong })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("DATELINE_KEY is no private key"),
    });
  const pem = `-----BEGIN PRIVATE KEY-----\n${newKeys().secret}\n-----END PRIVATE KEY-----\n`;
  site.write("keys/secret.pem", pem);
  expect(await signed(site)).toMatchObject({ code: 1, stderr: expect.stringContaining("This is a private key") });
  site.write("keys/secret.pem", "What is this?");
  expect(await signed(site)).toMatchObject({ code: 1, stderr: expect.stringContaining("This is no public key") });
});

test("npm run key makes a pair of which the private part is shown once, and kept nowhere", async () => {
  const site = testSite();
  const { code, stdout } = await dateline("key", ["--content", site.content]);
  const secret = stdout.trim().split("\n").at(-1) ?? "";
  const made = readdirSync(path.join(site.content, "keys"));
  expect({ code, made }).toEqual({ code: 0, made: [expect.stringMatching(/^\d{4}-\d\d-\d\d-[0-9a-f]{16}\.pem$/)] });
  expect(readFileSync(path.join(site.content, "keys", made[0] ?? ""), "utf8")).not.toContain(secret);
  expect(await site.build({ DATELINE_KEY: secret })).toMatchObject({ code: 0 });
});
