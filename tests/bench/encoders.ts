import { readdirSync } from "node:fs";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { ssim } from "ssim.js";

/**
 * `npm run bench:pictures -- FOLDER`: what each way to encode costs and gives, on the photographs of a folder: bytes, CPU
 * seconds, and likeness to the picture (SSIM, Wang et al. 2004; 1 is the same). Prints a table in Markdown, asserts nothing.
 */
const folder = process.argv[2];
if (folder === undefined) {
  console.error("Name a folder of photographs: npm run bench:pictures -- photographs/");
  process.exit(1);
}

const WIDTH = 896;
const ways: readonly (readonly [name: string, encode: (picture: Sharp) => Sharp])[] = [
  ...[0, 1, 2, 4].flatMap((effort) =>
    [45, 50, 55].map(
      (quality) =>
        [`AVIF ${quality}, effort ${effort}`, (picture: Sharp) => picture.avif({ quality, effort })] as const,
    ),
  ),
  ...[0, 2, 4, 6].map(
    (effort) => [`WebP 74, effort ${effort}`, (picture: Sharp) => picture.webp({ quality: 74, effort })] as const,
  ),
  ...([false, true] as const).map(
    (mozjpeg) =>
      [
        `JPEG 76${mozjpeg ? ", mozjpeg" : ""}`,
        (picture: Sharp) => picture.jpeg({ quality: 76, progressive: true, mozjpeg }),
      ] as const,
  ),
];

const files = readdirSync(folder)
  .filter((name) => /\.jpe?g$/i.test(name))
  .toSorted();
const pictures = await Promise.all(
  files.map((name) =>
    sharp(path.join(folder, name))
      .autoOrient()
      .resize(WIDTH)
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true }),
  ),
);
console.log(`${files.length} photographs at ${WIDTH} pixels`);
console.log("| way | kB a picture | CPU ms a picture | SSIM mean | SSIM least |\n| --- | --- | --- | --- | --- |");
for (const [name, encode] of ways) {
  let bytes = 0;
  const before = process.cpuUsage();
  const encoded: Buffer[] = [];
  for (const { data, info } of pictures) encoded.push(await encode(sharp(data, { raw: info })).toBuffer());
  const { user, system } = process.cpuUsage(before);
  const likeness: number[] = [];
  for (const [index, file] of encoded.entries()) {
    bytes += file.length;
    const original = pictures[index];
    if (!original) continue;
    const decoded = await sharp(file).ensureAlpha().raw().toBuffer();
    const source = await sharp(original.data, { raw: original.info }).ensureAlpha().raw().toBuffer();
    const { width, height } = original.info;
    const image = (data: Buffer) => ({ data: new Uint8ClampedArray(data), width, height, colorSpace: "srgb" as const });
    likeness.push(ssim(image(source), image(decoded)).mssim);
  }
  const mean = likeness.reduce((sum, value) => sum + value, 0) / likeness.length;
  console.log(
    `| ${name} | ${(bytes / 1000 / files.length).toFixed(1)} | ${((user + system) / 1000 / files.length).toFixed(0)} | ${mean.toFixed(4)} | ${Math.min(...likeness).toFixed(4)} |`,
  );
}
