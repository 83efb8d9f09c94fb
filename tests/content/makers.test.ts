import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { inspectFiles } from "../../src/content/inspect.ts";

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Agency &amp; Sons"><dc:creator><rdf:Seq><rdf:li>Anna Kavalenka</rdf:li><rdf:li>Ivan Ivanou</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang="ru">© Офис</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>`;

test.each(["jpeg", "webp", "avif"] as const)("what the maker wrote into a picture is read: %s", async (format) => {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-makers-"));
  const name = `opening.${format}`;
  const file = path.join(folder, name);
  const picture = sharp({ create: { width: 90, height: 90, channels: 3, background: "#888" } }).withXmp(XMP);
  writeFileSync(file, await picture.toFormat(format).toBuffer());
  const source = { file: name, path: file, size: 1, sha256: format, pixels: { width: 90, height: 90 } };
  const { files } = await inspectFiles(new Map([[name, source]]), path.join(folder, "cache"));
  expect(files.get(name)?.seen).toMatchObject({
    creator: "Anna Kavalenka, Ivan Ivanou",
    credit: "Agency & Sons",
    copyright: "© Офис",
  });
  rmSync(folder, { recursive: true });
});
