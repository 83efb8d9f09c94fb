import { expect, test } from "vitest";
import { licenceAddress, withLicenceNames } from "../../src/model/licence.ts";

test.each([
  ["https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"],
  ["http://creativecommons.org/licenses/by-nc-nd/3.0/igo/", "CC BY-NC-ND 3.0 IGO"],
  ["https://www.creativecommons.org/licenses/by-sa/4.0/deed.ru", "CC BY-SA 4.0"],
  ["https://creativecommons.org/licenses/by-sa/4.0/legalcode", "CC BY-SA 4.0"],
  ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"],
  ["https://creativecommons.org/publicdomain/mark/1.0/", "Public Domain Mark 1.0"],
  ["Free under https://creativecommons.org/licenses/by/4.0/, with credit", "Free under CC BY 4.0, with credit"],
  ["https://example.org/terms", "https://example.org/terms"],
  ["CC BY 4.0", "CC BY 4.0"],
])("a licence is called by its name: %s", (terms, name) => {
  expect(withLicenceNames(terms)).toBe(name);
});

test.each(["by/4.0", "by-nc-nd/3.0/igo", "by-sa/4.0"])("and the name leads back to its address: %s", (kind) => {
  const address = `https://creativecommons.org/licenses/${kind}/`;
  expect(licenceAddress(withLicenceNames(address))).toBe(address);
});
