interface Text {
  readonly lang?: string | undefined;
  readonly translation?: unknown;
}

/** Returns the text that the others of a group translate: the default language's, else the first that is no translation. */
export function originalOf<T extends Text>(group: readonly T[], defaultLanguage: string): T | undefined {
  return (
    group.find(({ lang, translation }) => lang === defaultLanguage && !translation) ??
    group.find(({ translation }) => !translation) ??
    group[0]
  );
}
