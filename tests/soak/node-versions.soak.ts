import { expect, test } from "vitest";
import { builtBy, differingFiles } from "../support/node.ts";

test.each(["content", "tests/fixtures/showcase"])("%s has the same bytes on every supported Node", (content) => {
  const oldest = builtBy("20.19.0", content);
  expect(oldest.size).toBeGreaterThan(5);
  for (const version of ["20", "22", "24"])
    expect({ version, differ: differingFiles(oldest, builtBy(version, content)) }).toEqual({ version, differ: [] });
});
