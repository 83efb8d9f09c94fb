import { expect, test } from "vitest";
import { momentOf } from "../../src/model/moment.ts";

test.each([
  ["2017-01-27", "Europe/Minsk", "2017-01-27T00:00:00+03:00"],
  ["2017-01-27", "America/Los_Angeles", "2017-01-27T00:00:00-08:00"],
  ["2017-01-27", "Pacific/Kiritimati", "2017-01-27T00:00:00+14:00"],
  ["2017-01-27", "UTC", "2017-01-27T00:00:00+00:00"],
  ["2024-03-31", "Europe/Berlin", "2024-03-31T00:00:00+01:00"],
  ["2024-04-01", "Europe/Berlin", "2024-04-01T00:00:00+02:00"],
  ["2024-11-03", "America/New_York", "2024-11-03T00:00:00-04:00"],
  // Clocks go from 24:00 to 1:00 …
  ["2024-09-08", "America/Santiago", "2024-09-08T01:00:00-03:00"],
  ["2017-10-15", "America/Sao_Paulo", "2017-10-15T01:00:00-02:00"],
  ["2021-03-28", "Asia/Beirut", "2021-03-28T01:00:00+03:00"],
  // … or back from 24:00 to 23:00.
  ["2024-04-07", "America/Santiago", "2024-04-07T00:00:00-04:00"],
])("%s begins in %s at %s", (day, timezone, expected) => {
  expect(momentOf(day, timezone)).toBe(expected);
});
