/** Just what Dateline uses of fontverter 2, which ships no types. */
declare module "fontverter" {
  /** Turns a font of any format into another. @throws where the bytes are no font. */
  export function convert(font: Buffer, format: "truetype"): Promise<Buffer>;
}
