import { describe, expect, test } from "vitest";
import { aliasOf } from "../../src/model/alias.ts";
import { load, releaseFile, report } from "../support/content.ts";

const FILE = "releases/2018-03-04-centre.md";

describe("an old address", () => {
  test.each([
    ["/old/page.html", "old/page.html"],
    ["/news/1811", "news/1811/index.html"],
    ["/news/1811/", "news/1811/index.html"],
    ["/News/Show.aspx", "News/Show.aspx/index.html"],
    ["/новости/центр", "новости/центр/index.html"],
    ["/%D0%BD%D0%BE/a%20b#top", "но/a b/index.html"],
    ["/v1.0/x.htm", "v1.0/x.htm"],
  ])("%s has its page in %s", (written, file) => {
    expect(aliasOf(written)?.file).toBe(file);
  });

  test.each([["/index.php?id=3"], ["/?p=12"], ["/a:b"], ["/a*"], ["/dots..."], [`/${"long".repeat(60)}`]])(
    "%s has none: only a host can tell it apart",
    (written) => {
      expect(aliasOf(written)).toBeDefined();
      expect(aliasOf(written)?.file).toBeUndefined();
    },
  );

  test.each([
    ["//host/x"],
    ["/a/../../x"],
    ["/a/%2e%2e/x"],
    ["/a%2Fb"],
    ["/a\\b"],
    ["/%E0%A4%A"],
    ["/a//b"],
    ["/a%00"],
    ["/.nojekyll"],
    ["/.git/config"],
    ["/.well-known/security.txt"],
    ["/%2enojekyll"],
    ["/old/.htaccess"],
    ["/%2e%2e/"],
    ["/%252e%252e/x"],
    ["/a%5C..%5Cb"],
    ["/CNAME"],
    ["/cname/x"],
    ["/_headers"],
    ["/_Redirects"],
    ["/_worker.js"],
    ["/vercel.json"],
    ["/\ud800"],
  ])("S4: %s is none", (written) => {
    expect(aliasOf(written)).toBeUndefined();
  });

  test("that leads out of the site is explained", () => {
    expect(report({ [FILE]: releaseFile({ aliases: "[/old.html, /old/../../etc/passwd]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:22
      “/old/../../etc/passwd” cannot be an old address.
      → Write what stood after the name of the host, as it stands in the browser: /old/page.html
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | aliases: [/old.html, /old/../../etc/passwd]
          |                      ^
        8 | ---"
    `);
  });

  test("at which the site has a page is explained", () => {
    expect(report({ [FILE]: releaseFile({ aliases: "[/en/topics/migration/]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:11
      “/en/topics/migration/” is the address of a page of this site.
      → Delete it: only an address that leads nowhere now can lead here.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | aliases: [/en/topics/migration/]
          |           ^
        8 | ---"
    `);
    for (const own of [
      "/",
      "/en/",
      "/en/2018/",
      "/en/2018/centre/",
      "/en/2017/training-centre",
      "/robots.txt",
      "/EN/../x",
    ])
      expect(report({ [FILE]: releaseFile({ aliases: `["${own}"]` }) })).toMatch(
        /is the address of a page|cannot be an old/,
      );
  });

  test("that two releases name is explained", () => {
    expect(
      report({
        [FILE]: releaseFile({ aliases: "[/news/18]" }),
        "releases/2018-03-05-other.md": releaseFile({ aliases: "[/old/other.html, /news/18/]" }),
      }),
    ).toMatchInlineSnapshot(`
      "releases/2018-03-05-other.md:7:28
      “/news/18/” is an old address of releases/2018-03-04-centre.md as well.
      → An old address leads to one release: delete it in one of the two.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | aliases: [/old/other.html, /news/18/]
          |                            ^
        8 | ---"
    `);
  });

  test("S4: under which no page can be stored is explained", () => {
    expect(report({ [FILE]: releaseFile({ aliases: "[/old.html, /news/con]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:22
      “/news/con” cannot be an old address: no page can be stored under this name on every computer.
      → Delete it. Names that end in a dot or a space, very long ones, and con, nul, aux and the like cannot be stored.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | aliases: [/old.html, /news/con]
          |                      ^
        8 | ---"
    `);
    for (const address of [
      "/NUL",
      "/aux.html",
      "/com1/x",
      "/old/lpt9.txt",
      "/old.",
      "/old./x",
      "/old%20",
      "/old%20/x",
      `/${"long".repeat(60)}`,
      `/${"новости".repeat(20)}`,
      "/a".repeat(600),
    ])
      expect(report({ [FILE]: releaseFile({ aliases: JSON.stringify([address]) }) })).toContain(
        "no page can be stored under this name on every computer",
      );
  });

  test("S4: at which a computer that tells no capitals from small letters has a page is explained", () => {
    for (const own of [
      "/EN/2026/x",
      "/En/old.html",
      "/EN/",
      "/en/Topics/migration/",
      "/en/2018/Centre/",
      "/en/2018/CENTRE/old",
      "/Robots.txt",
      "/FILES/x",
      "/INDEX.HTML",
      "/en/ABOUT/",
    ])
      expect(
        report({
          [FILE]: releaseFile({ aliases: `["${own}"]` }),
          "pages/about.md": "---\ntitle: About\n---\n\nText.\n",
        }),
        own,
      ).toContain("is the address of a page of this site");
  });

  test("S4: that differs from another in its capitals only is explained", () => {
    expect(report({ [FILE]: releaseFile({ aliases: "[/News/1, /news/1]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:20
      “/news/1” differs from another old address in capital and small letters only, and some computers take the two for one.
      → Write both with the same letters, or delete one of them.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | aliases: [/News/1, /news/1]
          |                    ^
        8 | ---"
    `);
    for (const aliases of ["[/News/1, /news/2]", "[/old.html, /OLD.html]", "[/caf\u00e9/a, /CAF\u00c9/b]"])
      expect(report({ [FILE]: releaseFile({ aliases }) })).toContain("differs from another old address in capital");
    expect(
      report({
        [FILE]: releaseFile({ aliases: "[/News/1]" }),
        "releases/2018-03-05-other.md": releaseFile({ aliases: "[/news/1]" }),
      }),
    ).toContain("is an old address of releases/2018-03-04-centre.md as well");
    // The same address in other forms is one.
    expect(load({ [FILE]: releaseFile({ aliases: '["/caf\u00e9", "/cafe\u0301/", "/caf%C3%A9"]' }) }).problems).toEqual(
      [],
    );
  });

  test("that is right is taken as it is", () => {
    expect(
      load({ [FILE]: releaseFile({ aliases: "[/en/2018/old-name/, /index.php?id=3, /en/news/1.html]" }) }).problems,
    ).toEqual([]);
  });
});
