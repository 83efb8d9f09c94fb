import { expect, test } from "vitest";
import { ownPaths } from "../../src/model/content.ts";
import { taxonomies } from "../../src/pages/taxonomies.ts";

test("no standing page can take the address of a taxonomy", () => {
  for (const { name } of taxonomies) expect(ownPaths).toContain(name);
});
