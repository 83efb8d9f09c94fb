import { expect } from "vitest";

/** Expects lines as RFC 5545 and RFC 2426 have them: CRLF after each, none of more than 75 octets, no character cut in two. */
export function expectContentLines(text: string): void {
  expect(text).toMatch(/\r\n$/);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lines = text.split("\r\n");
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(text).not.toContain("\ufffd");
}
