import { DatelineError } from "../model/dateline-error.ts";
import { importPackages, installLine } from "../office/optional-packages.ts";

/** Loads the importer, or says which packages are missing, because an office that never imports does not install them. */
export async function withImportTools<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) throw error;
    throw new DatelineError(
      "installation",
      "The packages that read web pages, Word documents and emails are not installed here.",
      `Install them: ${installLine(importPackages())}`,
    );
  }
}
