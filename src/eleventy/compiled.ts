/** Where files are kept for the next process; what is damaged there is not read. */
interface Kept {
  sizeOf(file: string): number | undefined;
  get(file: string): Uint8Array | undefined;
  put(file: string, content: string): void;
}

interface Compiled {
  readonly files: Kept;
  readonly name: string;
  /** Template → what it was compiled to; undefined until the first is asked for. */
  sources?: Map<string, string>;
  hasMore: boolean;
}

let kept: Compiled | undefined;

/** Keeps compiled templates from here on, because to compile those of a few pages takes longer than to render them. `version` is that of the code. */
export function keepTemplates(files: Kept, version: string): void {
  kept = { files, name: `templates/${version.slice(0, 32)}.json`, hasMore: false };
  // A build that renders nothing needs them for the next one.
  files.sizeOf(kept.name);
}

/** Returns what a template is compiled to, by all that it is compiled of. */
export function compiledTemplate(template: string, compile: () => string): string {
  if (!kept) return compile();
  kept.sources ??= read(kept);
  const known = kept.sources.get(template);
  if (known !== undefined) return known;
  const made = compile();
  kept.sources.set(template, made);
  kept.hasMore = true;
  return made;
}

/** Writes down what was compiled. */
export function writeTemplates(): void {
  if (kept?.hasMore) kept.files.put(kept.name, JSON.stringify([...(kept.sources ?? [])]));
}

/** Keeps none from here on: the folder may be gone. */
export function forgetTemplates(): void {
  kept = undefined;
}

function read({ files, name }: Compiled): Map<string, string> {
  const bytes = files.get(name);
  return new Map(bytes && (JSON.parse(Buffer.from(bytes).toString()) as [string, string][]));
}
