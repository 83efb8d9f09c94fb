import { DatelineError } from "../model/dateline-error.ts";
import { importPackages, installLine, loadedOr } from "../office/optional-packages.ts";

/** Loads the importer, or says which packages are missing, because an office that never imports does not install them. */
export function withImportTools<T>(load: () => Promise<T>): Promise<T> {
  return loadedOr(
    load,
    () =>
      new DatelineError(
        "installation",
        "The packages that read web pages, Word documents and emails are not installed here.",
        `Install them: ${installLine(importPackages())}`,
      ),
  );
}
