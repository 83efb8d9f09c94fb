import path from "node:path";
import { pathToFileURL } from "node:url";

/** The address that opens a file of content/ in Visual Studio Code, at a line and column (both from 1). */
export function editorUrl(contentDir: string, file: string, line = 1, column = 1): string {
  return `vscode://file${pathToFileURL(path.resolve(contentDir, file)).pathname}:${line}:${column}`;
}
