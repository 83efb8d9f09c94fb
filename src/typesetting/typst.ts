/**
 * Whether Typst is installed. It is an optional peer of Dateline, because it is a third of all that an office installs. Without it, PDFs are
 * published only as long as the cache has them, and share images have no words.
 */
export const isTypstInstalled = isInstalled("@myriaddreamin/typst-ts-node-compiler");

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}
