import type { Release } from "../model/release.ts";

/** What a release says of one of its pictures. */
export type NamedPicture = NonNullable<Release["image"]>;

type Shown = Pick<Release, "image" | "gallery" | "textPictures">;

/** Returns the pictures of a release's text, with what its fields say about each, so that a picture of the gallery need not be described again. */
export function textPictures(release: Shown): NamedPicture[] {
  const { image, gallery = [] } = release;
  const named = new Map([...gallery, ...(image ? [image] : [])].map((picture) => [picture.file, picture]));
  const found = new Map<string, NamedPicture>();
  for (const { file, alt, caption } of release.textPictures) {
    if (found.has(file)) continue;
    const said = named.get(file);
    found.set(file, {
      ...said,
      file,
      ...(alt === undefined ? {} : { alt }),
      ...(said?.caption === undefined && caption !== undefined ? { caption } : {}),
    });
  }
  return [...found.values()];
}

/** Returns the pictures of a release's gallery that its text does not show already. */
export function galleryOf(release: Shown): readonly NamedPicture[] {
  const inText = new Set(release.textPictures.map(({ file }) => file));
  return (release.gallery ?? []).filter(({ file }) => !inText.has(file));
}

/** Returns all pictures of a release, each once: the main one, those in the text, those of the gallery. */
export function picturesOf(release: Shown): NamedPicture[] {
  if (!release.image && !release.gallery && release.textPictures.length === 0) return [];
  const all = [...(release.image ? [release.image] : []), ...textPictures(release), ...galleryOf(release)];
  return [...new Map(all.toReversed().map((picture) => [picture.file, picture])).values()].toReversed();
}
