import { readFileSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { good, releaseFile, report } from "../support/content.ts";

const FILE = "releases/2018-03-04-centre.md";

describe("a mistake in one field is explained with", () => {
  test("a date as it is written at home", () => {
    expect(report({ [FILE]: releaseFile({ date: "27.01.2017" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:3:7
      “date” is “27.01.2017”, which is not a date.
      → The day in the dateline: year-month-day. Write: date: 2017-01-27
        1 | ---
        2 | title: A new centre
      > 3 | date: 27.01.2017
          |       ^
        4 | location: smarhon"
    `);
  });

  test.each([
    [{ date: "October 1, 2018" }, "Write: date: 2018-10-01"],
    [{ date: "1 октября 2018 г." }, "Write: date: 2018-10-01"],
    [{ date: "1 de octubre de 2018" }, "Write: date: 2018-10-01"],
    [{ date: "2018-3-4" }, "Write: date: 2018-03-04"],
    [{ date: "2018–03–04" }, "Write: date: 2018-03-04"],
    [{ date: "2018年3月4日" }, "Write: date: 2018-03-04"],
    [{ date: "“2018-03-04”" }, "Write: date: 2018-03-04"],
    [{ date: "5/6/2018" }, "Like this: date: 2017-01-27"],
    [{ partners: "European Union" }, "Write: partners: [european-union]"],
    [{ contacts: "“press-office”, jane-roe" }, "Write: contacts: [press-office, jane-roe]"],
    [{ sdgs: "SDG 16 and 5" }, "Write: sdgs: [16, 5]"],
    [{ image: "p.jpg" }, "Write: image: { file: p.jpg }"],
    [{ lang: "EN" }, "Write: lang: en"],
    [{ embargo: "22.12.2026 9:00" }, 'Write: embargo: "2026-12-22 09:00 +03:00"'],
    [{ embargo: "22 December 2026, 9:00" }, 'Write: embargo: "2026-12-22 09:00 +03:00"'],
    [{ embargo: "2026-12-22T09:00" }, 'Write: embargo: "2026-12-22 09:00 +03:00"'],
    [{ embargo: "22 декабря 2026 г. в 9.30" }, 'Write: embargo: "2026-12-22 09:30 +03:00"'],
    [{ embargo: "December 22, 2026 at 9 p.m." }, 'Write: embargo: "2026-12-22 21:00 +03:00"'],
    [{ embargo: "9:00, 22 December 2026" }, 'Write: embargo: "2026-12-22 09:00 +03:00"'],
    [{ embargo: "2026-12-22 09:00 UTC+6" }, 'Write: embargo: "2026-12-22 09:00 +06:00"'],
    [{ published: "٢٢ ديسمبر ٢٠٢٦، ٩:٠٠" }, 'Write: published: "2026-12-22 09:00 +03:00"'],
    [{ event: "{ start: 2026-12-22 9:00, place: Osh }" }, 'Write: start: "2026-12-22 09:00 +03:00"'],
    [{ embargo: "2026-12-22 09:00 Geneva time" }, 'Like this: embargo: "2026-03-04 09:00 +03:00"'],
    [{ embargo: "2026-12-22 29:00" }, 'Like this: embargo: "2026-03-04 09:00 +03:00"'],
    [{ draft: '"true"' }, "Write: draft: true"],
    [{ documents: "report.pdf" }, "Write: documents: [{ file: report.pdf, title: The title that readers see }]"],
    [{ gallery: "a.jpg, b.jpg" }, "Write: gallery: [{ file: a.jpg }, { file: b.jpg }]"],
    [{ video: "https://youtu.be/abc" }, 'Write: video: [{ url: "https://youtu.be/abc", title: '],
    [{ video: "[{ url: clip.mp4, title: A }]" }, "Like this: url: https://video.example.org/w/1"],
    [{ tags: "water" }, "Did you mean “topics”?"],
    [{ event: "{ date: 2026-12-22, venue: Osh }" }, "Did you mean “start”?"],
    [{ event: "{ date: 2026-12-22, venue: Osh }" }, "Did you mean “place”?"],
    [{ summary: "A line\n reference: PR/1" }, "Delete the space before it: reference: PR/1"],
    [{ summary: '"Water reaches Osh' }, 'Close it at the end of the value: summary: "Water reaches Osh"'],
    [{ partners: "[european-union, , press-office]" }, "Delete the comma: partners: [european-union, press-office]"],
    [{ partners: "[, european-union]" }, "Delete the comma: partners: [european-union]"],
    [{ notes: "- Call us" }, "Leave the hyphen out, or put it on the next line after two spaces: - Call us"],
    [{ partners: "European Union; UNICEF" }, "Write: partners: [european-union, unicef]"],
    [
      { partners: "[European Union; state-border-committee]" },
      "Write a comma between them: [european-union, state-border-committee]",
    ],
    [{ draft: "нет" }, "Write: draft: false"],
    [{ title: '"A school" opens' }, `Like this: title: '"A school" opens'`],
    [{ title: "'It's a school'" }, `Like this: title: "It's a school"`],
    [{ contacts: "[press-office" }, "Close it on its line: contacts: [press-office]"],
    [{ summary: "One line\nthat goes on" }, "If it goes on from the line above, begin it with two spaces"],
    [{ figures: "\n  - value: 5\nlabel: people" }, "It belongs to “figures”: put spaces before it"],
    [{ embargo: "22 December 2026" }, 'Write, with its time: embargo: "2026-12-22 09:00 +03:00"'],
    [{ embargo: "10:00" }, 'Write: embargo: "2018-03-04 10:00 +03:00"'],
    [{ embargo: "until 22 décembre 2026 à 10 h 30" }, 'Write: embargo: "2026-12-22 10:30 +03:00"'],
    [{ embargo: "22 December 2026, 0900 hrs GMT" }, 'Write: embargo: "2026-12-22 09:00 +00:00"'],
    [{ embargo: "2026年12月22日下午3时" }, 'Write: embargo: "2026-12-22 15:00 +03:00"'],
    [{ embargo: "\n  date: 22.12.2026\n  time: 10:00" }, 'Write: embargo: "2026-12-22 10:00 +03:00"'],
    [{ event: '{ start: "2026-12-22 10:00 +03:00", end: 12.30 }' }, 'Write: end: "2026-12-22 12:30 +03:00"'],
    [{ event: "{ start: 22.12.2026 10:00, end: 2 p.m. }" }, 'Write: end: "2026-12-22 14:00 +03:00"'],
    [{ event: "{ start: 22.12.2026 10:00–12:30 }" }, 'end: "2026-12-22 12:30 +03:00" Write: start: "2026-12-22 10:00'],
    [{ event: "{ date: 22.12.2026, time: 10:00 }" }, 'Write: start: "2026-12-22 10:00 +03:00"'],
    [{ event: "\n  - start: 2026-12-22 10:00 +03:00\n    place: Osh" }, "Write: event: { start: "],
    [{ video: "{ url: https://youtu.be/abc, title: Opening }" }, "Write: video: [{ url: "],
    [{ location: "[smarhon]" }, "Write: location: smarhon"],
    [{ documents: "[{ file: report.pdf, name: Full report }]" }, "Write: title: Full report"],
    [{ sdgs: "[SDG 5]" }, "Write: 5"],
    [
      { event: "\n  start: 22 декабря 2026 г., с 10.00 до 12.30" },
      'end: "2026-12-22 12:30 +03:00" Write: start: "2026-12-22 10:00',
    ],
    [{ event: '{ start: "2026-12-22 20:00 +03:00", end: 2 a.m. }' }, 'Write: end: "2026-12-23 02:00 +03:00"'],
    [{ date: "5-Oct-2018" }, "Write: date: 2018-10-05"],
    [{ date: "20181005" }, "Write: date: 2018-10-05"],
    [{ date: "2018-10-05T09:00" }, "Write: date: 2018-10-05"],
    [{ image: "{ file: p.jpg, focus: center }" }, "Like this: focus: [50, 30]"],
    [{ image: "{ file: p.jpg, alt: A door: open }" }, 'Like this: alt: "A door: open"'],
    [{ figures: "[{ value: %5, label: men }]" }, 'Like this: value: "%5"'],
    [{ figures: "[{ value: 5, label: ranked #1 in water }]" }, 'Like this: label: "ranked #1 in water"'],
    [{ figures: `[{ value: 5, label: "the "green" plan" }]` }, `Like this: label: 'the "green" plan'`],
    [{ figures: "[\n  { value: 5, label: men }\n]" }, "This bracket stands at the margin"],
    [{ figures: "[\n{ value: 5, label: men }\n]" }, "Begin each of them with two spaces"],
    [{ image: "{ file: p.jpg, alt: A door ]" }, "Close it on its line: image: { file: p.jpg, alt: A door }"],
    [{ image: "{file:p.jpg}" }, "Type a space there: file: p.jpg"],
    [{ partners: "[&eu]" }, 'Like this: "&eu"'],
    [{ partners: "\n  - id: undp, role: funder" }, "Put brackets around them: - { id: undp, role: funder }"],
    [{ partners: "none" }, "Write: partners: []"],
    [{ partners: "(undp, unicef)" }, "Write: partners: [undp, unicef]"],
    [{ partners: "[{ id: european-union, role: donor }]" }, "Did you mean “funder”?"],
    [{ topics: "[#water, #health]" }, "Leave it out: topics: [water, health]"],
    [{ image: "C:\\Users\\Anna\\p.jpg" }, "Write: image: { file: p.jpg }"],
    [{ status: "draft" }, "It is a field of its own. Write instead: draft: true"],
    [{ status: "Published" }, "Did you mean “live”?"],
    [{ status: "superseded" }, "Write: status: { is: superseded }"],
    [{ type: "advisory" }, "Did you mean “media-advisory”?"],
    [{ title: "@UNDP opens" }, 'Like this: title: "@UNDP opens"'],
    [{ title: "[Update] It opens" }, 'Like this: title: "[Update] It opens"'],
    [{ title: "It opens\n  in Smarhon: now" }, 'Like this, all on one line: title: "It opens in Smarhon: now"'],
    [{ summary: '"C:\\Users"' }, "Like this: summary: 'C:\\Users'"],
    [{ image: "{ file: p.jpg, alt: 'A woman's hands' }" }, `Like this: alt: "A woman's hands"`],
  ])("the line to write: %j", (fields, fix) => {
    expect(report({ [FILE]: releaseFile(fields) })).toContain(fix);
  });

  test.each([
    [{ partners: "[“european-union”]" }, "Write it without quotation marks: european-union"],
    [{ type: "Press Release" }, "“type” cannot be “Press Release”."],
    [{ documents: "[report.pdf]" }, "Write: { file: report.pdf, title: The title that readers see }"],
    [
      { changes: "The number was wrong." },
      "Like this: changes: [{ date: 2017-02-01, note: The number was corrected. }]",
    ],
    [
      { figures: "\n  value: 24" },
      'Like this: figures: [{ value: "714", label: victims of trafficking received help }]',
    ],
    [{ partners: "\n– european-union" }, "Type a hyphen and a space: - european-union"],
    [{ partners: "\n  * undp\n  * unicef" }, "Type a hyphen and a space: - undp\n"],
    [{ partners: "\n  1. undp\n  2. unicef" }, "Begin each entry with a hyphen and a space: - undp\n"],
    [{ partners: "\n  -undp\n  -unicef" }, "Begin each entry with a hyphen and a space: - undp\n"],
    [{ partners: "\n  • european-union" }, "Begin each entry with a hyphen and a space: - european-union"],
    [{ image: "\nfile: opening.jpg\nalt: A door" }, "“alt”.\n→ It belongs to “image”"],
    [{ reference: "007" }, 'Put it in quotation marks: reference: "007"'],
    [{ translation: "en" }, "Like this: translation: { from: en, by: the press office }"],
    [{ subtitle: "A\nsummary：Wide" }, "Type a plain colon and a space: summary: Wide"],
  ])("what is wrong, in plain words: %j", (fields, said) => {
    expect(report({ [FILE]: releaseFile(fields) })).toContain(said);
  });

  test.each([
    [
      "contacts/anna.yaml",
      "name: Anna\nphone: +375 17 327 48 76, +375 29 123 45 67\n",
      "another one goes into mobile.",
    ],
    ["contacts/anna.yaml", "name: Anna\nemail: anna(at)example.org\n", "Write: email: anna@example.org"],
    ["contacts/anna.yaml", "name: Anna\nlanguages: English, русский\n", "Write: languages: [en, ru]"],
    ["contacts/anna.yaml", "name: Anna\nhours: Mon – Fri 9.00–18.00\n", 'Write: hours: ["Mo-Fr 09:00-18:00"]'],
    ["contacts/anna.yaml", "name: Anna\nhours: пн-пт 9:00-18:00\n", 'Write: hours: ["Mo-Fr 09:00-18:00"]'],
    ["contacts/anna.yaml", "name: Anna\nhours: [Lun. – Ven. 9h-17h30]\n", 'Write: "Mo-Fr 09:00-17:30"'],
    ["contacts/anna.yaml", "name: Anna\nhours: Mon-Fri 9am-6.30 p.m.\n", 'Write: hours: ["Mo-Fr 09:00-18:30"]'],
    ["contacts/anna.yaml", "name: Anna\nhours: 24/7\n", 'Write: hours: ["Mo-Su 00:00-24:00"]'],
    ["contacts/anna.yaml", "name: Anna\nemail: Anna <anna@example.org>\n", "Write: email: anna@example.org"],
    ["contacts/anna.yaml", "name: Anna\nemail: anna @ example.org.\n", "Write: email: anna@example.org"],
    ["contacts/anna.yaml", "name: Anna\ntel: +375 17 327 48 76\n", "Did you mean “phone”?"],
    ["contacts/anna.yaml", "name: Anna\nposition: Head\n", "Did you mean “role”?"],
    ["contacts/anna.yaml", "name:\n  en: Anna\nru: Анна\n", "It belongs to “name”: put spaces before it"],
    [
      "contacts/anna.yaml",
      "name:\n  en:Anna\n  ru:Анна\n",
      "A space is missing after the colon.\n→ Type a space there: en: Anna",
    ],
    [
      "contacts/anna.yaml",
      "name: { EN: Anna, russian: Анна }\n",
      "“russian” is not a language code.\n→ Write its code: ru",
    ],
    ["contacts/anna.yaml", "---\nname: Anna\n---\n", "Delete this line and what stands below it."],
    ["locations/osh.yaml", "name: Osh\ncountry: Kyrgyzstan\n", "Write: country: KG"],
    ["partners/mill.yaml", "name: Mill\nurl: mill.example.org/about\n", 'Write: url: "https://mill.example.org/about"'],
    ["contacts/anna.yaml", "name: Anna\nphone: 0173274876\n", 'quotation marks: phone: "0173274876"'],
    ["partners/mill.yaml", "- name: Mill\n", "This file should have fields, but it is a list."],
    ["locations/Brest City.yaml", "name: Brest\n", "only: brest-city.yaml"],
  ])("what is wrong in a file of a name: %s, %j", (file, text, said) => {
    expect(report({ [file]: text })).toContain(said);
  });

  test("a release and a folder that nothing reads are told in warnings", () => {
    const { warnings } = good({ "2018-03-04-centre.md": releaseFile(), "release/2018-03-04-centre.md": releaseFile() });
    expect(warnings.map(({ file, fix }) => `${file}: ${fix}`)).toEqual([
      "releases: Move it into the folder.",
      "release: Rename it to releases/.",
    ]);
  });

  test("a topic where there is none yet", () => {
    const withoutTopics = (folder: string) => rmSync(`${folder}/topics`, { recursive: true });
    const said = report({ [FILE]: releaseFile({ topics: "[health]" }) }, withoutTopics);
    expect(said).toContain("→ Write the file topics/health.yaml.\n");
  });

  test.each([
    ["4.3.2018 New centre.md", "2018-03-04-new-centre.md"],
    ["31-12-2018_centre.md", "2018-12-31-centre.md"],
    ["2018-03-04-centre/EN.md", "Rename the file to en.md."],
  ])("the name of a file: %s", (name, said) => {
    expect(report({ [`releases/${name}`]: releaseFile() })).toContain(said);
  });

  test("a day that is not in the calendar", () => {
    expect(report({ [FILE]: releaseFile({ date: "2017-02-30" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:3:7
      “date” is “2017-02-30”, which is not a date.
      → The day in the dateline: year-month-day. Like this: date: 2017-01-27
        1 | ---
        2 | title: A new centre
      > 3 | date: 2017-02-30
          |       ^
        4 | location: smarhon"
    `);
  });

  test("a number for a title", () => {
    expect(report({ [FILE]: releaseFile({ title: "2030" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:8
      “title” should be text, but it is the number 2030.
      → Put it in quotation marks: title: "2030"
        1 | ---
      > 2 | title: 2030
          |        ^
        3 | date: 2018-03-04"
    `);
  });

  test("a number for a date", () => {
    expect(report({ [FILE]: releaseFile({ date: "2017" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:3:7
      “date” should be text, but it is the number 2017.
      → The day in the dateline: year-month-day. Like this: date: 2017-01-27
        1 | ---
        2 | title: A new centre
      > 3 | date: 2017
          |       ^
        4 | location: smarhon"
    `);
  });

  test("an empty entry of a list", () => {
    expect(report({ [FILE]: releaseFile({ topics: "[migration, ]" }) })).toBe("");
    expect(report({ [FILE]: releaseFile({ topics: "\n  - migration\n  -" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:9:4
      “topics, entry 2” should be text, but it is empty.
      → What it is about: names of files in \`topics/\`. Like this: topics: [migration]
         7 | topics:
         8 |   - migration
      >  9 |   -
           |    ^
        10 | ---"
    `);
  });

  test("half a focal point", () => {
    expect(report({ [FILE]: releaseFile({ image: "{ file: a.jpg, focus: [1] }" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:30
      “image, focus” has too few entries.
      → The point that must stay when the picture is cropped: per cent from the left and from the top. Like this: focus: [50, 30]
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | image: { file: a.jpg, focus: [1] }
          |                              ^
        8 | ---"
    `);
  });

  test("a second colon", () => {
    expect(report({ [FILE]: releaseFile({ title: "Water: a right: for all" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:8
      There is a second colon in this line, which makes a second field of it.
      → Put all that follows the first colon in quotation marks. Like this: title: "Water: a right: for all"
        1 | ---
      > 2 | title: Water: a right: for all
          |        ^
        3 | date: 2018-03-04"
    `);
  });

  test("a sign # after which nothing would be published", () => {
    expect(report({ [FILE]: releaseFile({ title: "Our country is now #1 in clean water" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:27
      What follows the character # counts as a remark, so only “Our country is now” would be published.
      → Put the whole value in quotation marks. Like this: title: "Our country is now #1 in clean water"
        1 | ---
      > 2 | title: Our country is now #1 in clean water
          |                           ^
        3 | date: 2018-03-04"
    `);
    expect(report({ [FILE]: releaseFile({ title: "#1 in clean water" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:8
      What follows the character # counts as a remark, so nothing would be published.
      → Put the whole value in quotation marks. Like this: title: "#1 in clean water"
        1 | ---
      > 2 | title: #1 in clean water
          |        ^
        3 | date: 2018-03-04"
    `);
    expect(report({ [FILE]: releaseFile({ summary: "The room # 4 is open" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:19
      What follows the character # counts as a remark, so only “The room” would be published.
      → Put the whole value in quotation marks. Like this: summary: "The room # 4 is open"
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | summary: The room # 4 is open
          |                   ^
        8 | ---"
    `);
    expect(report({ "pages/reuse.md": "---\ntitle: We are #1\n---\nX.\n" })).toMatchInlineSnapshot(`
      "pages/reuse.md:2:15
      What follows the character # counts as a remark, so only “We are” would be published.
      → Put the whole value in quotation marks. Like this: title: "We are #1"
        1 | ---
      > 2 | title: We are #1
          |               ^
        3 | ---"
    `);
  });

  test("a first word that would be left out", () => {
    expect(report({ [FILE]: releaseFile({ title: "&more start" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:8
      “&more” at the beginning of this value would be left out.
      → Put the whole value in quotation marks. Like this: title: "&more start"
        1 | ---
      > 2 | title: &more start
          |        ^
        3 | date: 2018-03-04"
    `);
    expect(report({ [FILE]: releaseFile({ title: "!new centre" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:8
      “!new” at the beginning of this value would be left out.
      → Put the whole value in quotation marks. Like this: title: "!new centre"
        1 | ---
      > 2 | title: !new centre
          |        ^
        3 | date: 2018-03-04"
    `);
  });

  test.each([
    [
      { image: "{ file: p.jpg, alt: Two officers, one with a flag, credit: UNDP }" },
      'only “Two officers” would be published.\n→ Put the whole value in quotation marks. Like this: alt: "Two officers, one with a flag"',
    ],
    [
      { event: "{ start: 2026-12-22 10:00 +03:00, place: Minsk, Hotel Europe }" },
      'Like this: place: "Minsk, Hotel Europe"',
    ],
    [
      { figures: "[{ value: 1,200, label: men }]" },
      'only “1” would be published.\n→ Put the whole value in quotation marks. Like this: value: "1,200"',
    ],
    [
      { figures: "\n  - value: 4.50\n    label: points" },
      '“4.50” would be published as “4.5”.\n→ Put the whole value in quotation marks. Like this: value: "4.50"',
    ],
    [{ figures: "[{ value: +5, label: men }]" }, "“+5” would be published as “5”."],
  ])("a value of which a part would be left out: %j", (fields, said) => {
    expect(report({ [FILE]: releaseFile(fields) })).toContain(said);
  });

  test("the same in the file of a name", () => {
    expect(
      report({ "partners/moh.yaml": "name: { en: Ministry of Health, Labour and Family, ru: Министерство }" }),
    ).toContain('Like this: en: "Ministry of Health, Labour and Family"');
    expect(report({ "locations/hall.yaml": "name: Hall #4\ncountry: BY # the country" })).toContain(
      'Like this: name: "Hall #4"',
    );
  });

  test("a remark where one may stand, which is none", () => {
    const fields = {
      title: '"Our country is now #1" # as the WHO says',
      date: "2018-03-04 # a Sunday",
      location: "smarhon # the town",
      partners: "[undp] # and others?",
      embargo: "2026-03-04 09:00 +03:00 # the minister’s wish",
      summary: "|\n  Room #4 is open.\n# A whole line #2",
      draft: "true # delete this line",
    };
    expect(report({ [FILE]: releaseFile(fields), "partners/undp.yaml": "name: UNDP in Belarus # ours\n" })).toBe("");
  });

  test("no blank after the colon", () => {
    expect(report({ [FILE]: releaseFile().replace("title: ", "title:") })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:7
      A space is missing after the colon.
      → Type a space there: title: A new centre
        1 | ---
      > 2 | title:A new centre
          |       ^
        3 | date: 2018-03-04"
    `);
    expect(report({ [FILE]: releaseFile({ lang: "en" }).replace("lang: ", "lang:") })).toContain(
      "A space is missing after the colon.\n→ Type a space there: lang: en\n",
    );
  });

  test("blanks and signs of Word that cannot be seen", () => {
    expect(report({ [FILE]: releaseFile().replace("location: ", "location:\u00a0") })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:4:10
      An invisible space stands after the colon: another character than the space bar types, as Word has it.
      → Type a space there: location: smarhon
        2 | title: A new centre
        3 | date: 2018-03-04
      > 4 | location: smarhon
          |          ^
        5 | partners: []"
    `);
    for (const label of ["    label: people", "\u00a0\u00a0\u00a0\u00a0label: people"]) {
      expect(report({ [FILE]: releaseFile({ figures: `\n\u00a0\u00a0- value: "24"\n${label}` }) })).toContain(
        `${FILE}:8:1\nAn invisible space stands at the beginning of this line`,
      );
    }
    expect(report({ [FILE]: releaseFile({ location: "smar\u200bhon" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:4:11
      “location” has a character in it that cannot be seen.
      → Delete the value and type it anew: smarhon
        2 | title: A new centre
        3 | date: 2018-03-04
      > 4 | location: smar​hon
          |           ^
        5 | partners: []"
    `);
    expect(
      report({
        [FILE]: releaseFile({ title: "The\u00a0centre has 5\u00a0rooms", notes: "|\n  \u00a0A note" }),
      }),
    ).toBe("");
  });

  test("an entry of a list with a blank too few", () => {
    const figures = '\n  - value: "24"\n   label: people';
    expect(report({ [FILE]: releaseFile({ figures }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:9:4
      This line does not begin where the line above it does.
      → Begin it exactly under the first field of its entry, with 4 spaces before it.
         7 | figures:
         8 |   - value: "24"
      >  9 |    label: people
           |    ^
        10 | ---"
    `);
  });

  test("a quotation mark that is not closed", () => {
    expect(report({ [FILE]: releaseFile({ title: '"Water' }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:8
      This quotation mark is not closed.
      → Close it at the end of the value: title: "Water"
        1 | ---
      > 2 | title: "Water
          |        ^
        3 | date: 2018-03-04"
    `);
  });

  test("an empty required field", () => {
    expect(report({ [FILE]: releaseFile({ title: "" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:8
      “title” is missing.
      → The headline, as a sentence, without a full stop. Like this: title: Border guards open a new training centre
        1 | ---
      > 2 | title:
          |        ^
        3 | date: 2018-03-04"
    `);
  });

  test("partners that are no list", () => {
    expect(report({ [FILE]: releaseFile({ partners: "european-union" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:5:11
      “partners” should be a list in square brackets, but it is “european-union”.
      → Who took part: names of files in \`partners/\`, with a role where it is more than partner. May be empty: []. Write: partners: [european-union]
        3 | date: 2018-03-04
        4 | location: smarhon
      > 5 | partners: european-union
          |           ^
        6 | contacts: [press-office]"
    `);
  });

  test("a role that does not exist", () => {
    expect(
      report({ [FILE]: releaseFile({ partners: "[{ id: european-union, role: fundr }]" }) }),
    ).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:5:40
      “partners, entry 1, role” cannot be “fundr”.
      → Did you mean “funder”? It can be: funder, implementer, host, partner.
        3 | date: 2018-03-04
        4 | location: smarhon
      > 5 | partners: [{ id: european-union, role: fundr }]
          |                                        ^
        6 | contacts: [press-office]"
    `);
  });

  test("a partner that does not exist", () => {
    expect(report({ [FILE]: releaseFile({ partners: "[european-unoin]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:5:12
      There is no “european-unoin” in partners/.
      → Did you mean “european-union”?
        3 | date: 2018-03-04
        4 | location: smarhon
      > 5 | partners: [european-unoin]
          |            ^
        6 | contacts: [press-office]"
    `);
  });

  test("a name for readers, or its capitals, in place of an id", () => {
    const said = (fields: Record<string, string>) =>
      report({ [FILE]: releaseFile(fields) })
        .split("\n")
        .filter((line) => /^[A-Z“→]/.test(line));
    expect(said({ partners: "[European Union]" })).toEqual([
      "There is no “European Union” in partners/.",
      "→ Did you mean “european-union”?",
    ]);
    expect(said({ partners: "[{ id: European Union, role: funder }]", location: "Smarhon" })).toEqual([
      "There is no “Smarhon” in locations/.",
      "→ Did you mean “smarhon”?",
      "There is no “European Union” in partners/.",
      "→ Did you mean “european-union”?",
    ]);
    expect(said({ location: "Минск" })).toEqual([
      "There is no “Минск” in locations/.",
      "→ Write the file locations/minsk.yaml, or use one of: smarhon.",
    ]);
  });

  test("an id whose file has a mistake of its own, told once", () => {
    expect(
      report({
        [FILE]: releaseFile({ location: "minsk", contacts: "[desk]" }),
        "locations/minsk.yaml": "nam: Minsk\ncountry: BY\n",
        "contacts/desk.yaml": "name: Desk\n",
      }),
    ).not.toMatch(/There is no “(?:minsk|desk)”/);
    expect(report({ [FILE]: releaseFile({ location: "minsk" }), "locations/minsk.yml": "name: Minsk\n" })).toBe(
      "locations/minsk.yml\nThis file's name does not end in .yaml.\n→ Rename it to minsk.yaml.",
    );
    expect(report({ "contacts/press-office.yaml": "nam: Press Office\n" })).not.toContain("There is no “press-office”");
  });

  test("a picture whose name has other capitals", () => {
    const photo = readFileSync("tests/fixtures/showcase/releases/2026-02-11-school-wells/school-well.jpg");
    expect(
      report({ [FILE]: releaseFile({ image: "{ file: opening.jpg }" }), "releases/Opening.JPG": photo }),
    ).toContain("→ Write “Opening.JPG”, as the file is called");
  });

  test("no contact at all", () => {
    expect(report({ [FILE]: releaseFile({ contacts: "[]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:6:11
      “contacts” is empty.
      → Whom a journalist calls: names of files in \`contacts/\`, at least one. Like this: contacts: [press-office]
        4 | location: smarhon
        5 | partners: []
      > 6 | contacts: []
          |           ^
        7 | ---"
    `);
  });

  test("a place that does not exist", () => {
    expect(report({ [FILE]: releaseFile({ location: "smarhoon" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:4:11
      There is no “smarhoon” in locations/.
      → Did you mean “smarhon”?
        2 | title: A new centre
        3 | date: 2018-03-04
      > 4 | location: smarhoon
          |           ^
        5 | partners: []"
    `);
  });

  test("a goal above seventeen", () => {
    expect(report({ [FILE]: releaseFile({ sdgs: "[16, 18]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:12
      “sdgs, entry 2” is the number 18, which is too large.
      → Sustainable Development Goals by number, 1 to 17. Like this: sdgs: [16]
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | sdgs: [16, 18]
          |            ^
        8 | ---"
    `);
  });

  test("yes for true", () => {
    expect(report({ [FILE]: releaseFile({ draft: "yes" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:8
      “draft” should be true or false, but it is “yes”.
      → true: not published, and may be incomplete. Write: draft: true
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | draft: yes
          |        ^
        8 | ---"
    `);
  });

  test("names of fields with a capital letter, once each", () => {
    const text = releaseFile({}).replace("title:", "Title:").replace("date:", "DATE:");
    const told = report({ [FILE]: text });
    expect(told.match(/→ .*/g)).toEqual([
      "→ Write its name in small letters: title:",
      "→ Write its name in small letters: date:",
    ]);
  });

  test.each(["—", "– – –", "***", "—-"])("three hyphens that became %s, above the fields or below", (line) => {
    const fix = `“${line}” is no line of three hyphens.\n→ Type three plain hyphens in its place: ---`;
    expect(report({ [FILE]: releaseFile({}).replace("---", line) })).toContain(fix);
    expect(report({ [FILE]: releaseFile({}).replace(/\n---/, `\n${line}`) })).toContain(fix);
  });

  test("an event that ends before it starts", () => {
    const event = (end: string) => `{ start: "2026-10-09 08:00 +06:00", end: "${end}", place: Osh }`;
    expect(report({ [FILE]: releaseFile({ event: event("2026-10-09 07:00 +06:00"), draft: "true" }) })).toContain(
      "“event, end” is “2026-10-09 07:00 +06:00”, which is not after its start, 2026-10-09 08:00 +06:00.\n→ Correct the one that is wrong.",
    );
    expect(report({ [FILE]: releaseFile({ event: event("2026-10-09 08:00 +06:00") }) })).toContain(
      "not after its start",
    );
    expect(report({ [FILE]: releaseFile({ event: event("2026-10-09 05:00 +00:00") }) })).toBe("");
  });

  test("an embargo without an offset", () => {
    expect(report({ [FILE]: releaseFile({ embargo: "2026-03-04 09:00" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:10
      “embargo” is “2026-03-04 09:00”, which is not a date and time with an offset.
      → Not public before this moment: date, time and offset from UTC. Write: embargo: "2026-03-04 09:00 +03:00"
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | embargo: 2026-03-04 09:00
          |          ^
        8 | ---"
    `);
  });

  test("a picture that is not there", () => {
    expect(report({ [FILE]: releaseFile({ image: "{ file: opening.jpg }" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:16
      The file “opening.jpg” is not there.
      → Put it into releases/, or correct its name.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | image: { file: opening.jpg }
          |                ^
        8 | ---"
    `);
  });

  test("a page that was saved in place of a document", () => {
    const files = {
      [FILE]: releaseFile({ documents: "[{ file: report.pdf, title: Report }]" }),
      "releases/report.pdf": "\n<!DOCTYPE html><title>Sign in</title>",
    };
    expect(report(files)).toContain("The file “report.pdf” is a web page, whatever its name says.");
  });

  test("a file outside of the release", () => {
    expect(report({ [FILE]: releaseFile({ image: "{ file: ../../site.yaml }" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:16
      “image, file” is “../../site.yaml”, which must be a file beside the release.
      → The picture's file, beside the release. Like this: file: opening.jpg
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | image: { file: ../../site.yaml }
          |                ^
        8 | ---"
    `);
  });

  test("a status that does not exist", () => {
    expect(report({ [FILE]: releaseFile({ status: "{ is: gone }" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:15
      “status, is” cannot be “gone”.
      → It can be: corrected, withdrawn, superseded.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | status: { is: gone }
          |               ^
        8 | ---"
    `);
  });

  test("an old address that is none", () => {
    expect(report({ [FILE]: releaseFile({ aliases: "[old/page.html]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:11
      “aliases, entry 1” is “old/page.html”, which must begin with /.
      → Old addresses that lead here. Like this: aliases: [/old/page.html]
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | aliases: [old/page.html]
          |           ^
        8 | ---"
    `);
  });

  test("a release that does not exist", () => {
    expect(report({ [FILE]: releaseFile({ related: "[2017-01-27-training-center]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:11
      There is no release “2017-01-27-training-center”.
      → Did you mean “2017-01-27-training-centre”?
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | related: [2017-01-27-training-center]
          |           ^
        8 | ---"
    `);
  });

  test("a field that does not exist", () => {
    expect(report({ [FILE]: releaseFile({ contact: "[press-office]" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:1
      There is no field “contact”.
      → Did you mean “contacts”?
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | contact: [press-office]
          | ^
        8 | ---"
    `);
  });

  test("a language that the site lacks", () => {
    expect(report({ [FILE]: releaseFile({ lang: "ru" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:7
      “ru” is not a language of this site.
      → It can be: en. Languages are added in site.yaml.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | lang: ru
          |       ^
        8 | ---"
    `);
  });

  test("a field left out", () => {
    expect(report({ [FILE]: releaseFile({ location: undefined }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:1
      “location” is missing.
      → The place in the dateline: the name of a file in \`locations/\`. Like this: location: smarhon
        1 | ---
      > 2 | title: A new centre
          | ^
        3 | date: 2018-03-04"
    `);
  });

  test("a field that is there twice", () => {
    expect(report({ [FILE]: releaseFile().replace("date:", "title: Another\ndate:") })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:3:1
      This field is there twice.
      → Keep one of the two and delete the other.
        1 | ---
        2 | title: A new centre
      > 3 | title: Another
          | ^
        4 | date: 2018-03-04"
    `);
  });

  test("a tab at the start of a line", () => {
    expect(report({ [FILE]: releaseFile({ partners: "\n\t- european-union" }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:6:1
      This line begins with a tab.
      → Replace the tab by spaces.
        4 | location: smarhon
        5 | partners:
      > 6 | 	- european-union
          | ^
        7 | contacts: [press-office]"
    `);
  });
});

describe("a picture that no reader would see is explained:", () => {
  test("one that is not there, however it is written", () => {
    expect(report({ [FILE]: releaseFile({}, "One.\n\nTwo ![a [b]](gone.jpg 'single').") })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:11:5
      The file “gone.jpg” is not there.
      → Put it into releases/, or correct its name.
         9 | One.
        10 |
      > 11 | Two ![a [b]](gone.jpg 'single').
           |     ^
        12 |"
    `);
  });

  test.each([
    "https://example.org/photos/opening.jpg?w=300",
    "C:\\Users\\Anna\\Pictures\\opening.jpg",
    "file:///home/anna/opening.jpg",
  ])("T1: one from elsewhere, with the line to write: %s", (address) => {
    expect(report({ [FILE]: releaseFile({}, `![A ribbon](${address})`) })).toContain(
      "→ Save the picture into the release's folder and write only its name: ![A ribbon](opening.jpg)",
    );
  });

  test("T9: one that stands for a video", () => {
    const thumb = "[![The opening](https://img.youtube.com/vi/dQw4w9WgXcQ/0.jpg)](https://youtu.be/dQw4w9WgXcQ)";
    expect(report({ [FILE]: releaseFile({}, thumb) })).toContain(
      'video:\n  - url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ"\n    title: "The opening"',
    );
  });

  test("one in a standing page", () => {
    expect(report({ "pages/where.md": "---\ntitle: Where\n---\n\nHere.\n\n![Map](map.jpg)\n" })).toMatchInlineSnapshot(`
      "pages/where.md:7:1
      A standing page cannot show this picture: only a release has pictures.
      → Take it out, or put it into a release and link to that.
        5 | Here.
        6 |
      > 7 | ![Map](map.jpg)
          | ^
        8 |"
    `);
    expect(report({ "pages/where.md": "---\ntitle: Where\n---\n\n`![Map](map.jpg)`\n" })).toBe("");
  });

  test("one in the notes to editors, or in the note of a change", () => {
    const fields = {
      notes: "|\n  Look:\n\n  ![Map](map.jpg)",
      changes: "\n  - { date: 2018-03-05, note: '![New](new.jpg)' }",
    };
    expect(report({ [FILE]: releaseFile(fields) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:8
      “notes” cannot show the picture map.jpg.
      → Put it into the text below the fields, or into gallery.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | notes: |
          |        ^
        8 |   Look:

      releases/2018-03-04-centre.md:12:31
      “changes, entry 1, note” cannot show the picture new.jpg.
      → Put it into the text below the fields, or into gallery.
        10 |   ![Map](map.jpg)
        11 | changes:
      > 12 |   - { date: 2018-03-05, note: '![New](new.jpg)' }
           |                               ^
        13 | ---"
    `);
  });
});

describe("a mistake in a file is explained with", () => {
  test("no fields", () => {
    expect(report({ [FILE]: "The text alone.\n" })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:1:1
      The fields at the top of the file are missing.
      → Begin the file with a line of three hyphens (---), then the fields, one a line, then three hyphens again, then the text.
      > 1 | The text alone.
          | ^
        2 |"
    `);
  });

  test("fields without an end", () => {
    expect(report({ [FILE]: "---\ntitle: A\n\nThe text.\n" })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:1:1
      The fields at the top of the file have no end.
      → Put a line of three hyphens (---) between the last field and the text.
      > 1 | ---
          | ^
        2 | title: A"
    `);
  });

  test("the marks of two versions that Git could not join", () => {
    const body = "<<<<<<< HEAD\nIn all 714 came.\n=======\nIn all 741 came.\n>>>>>>> branch";
    expect(report({ [FILE]: releaseFile({}, body) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:9:1
      Two versions of this file were never put together: this is a mark that Git left between them.
      → Keep what is right of the two, and delete the other and the lines that begin with <<<<<<<, ======= and >>>>>>>.
         7 | ---
         8 |
      >  9 | <<<<<<< HEAD
           | ^
        10 | In all 714 came."
    `);
    expect(report({ "partners/undp.yaml": "<<<<<<< HEAD\nname: UNDP\n=======\n" })).toMatchInlineSnapshot(`
      "partners/undp.yaml:1:1
      Two versions of this file were never put together: this is a mark that Git left between them.
      → Keep what is right of the two, and delete the other and the lines that begin with <<<<<<<, ======= and >>>>>>>.
      > 1 | <<<<<<< HEAD
          | ^
        2 | name: UNDP"
    `);
    expect(report({ [FILE]: releaseFile({}, "Water\n=======\n\nThe text.") })).toBe("");
  });

  test("the fields of another release, pasted with its text", () => {
    const body = "The text.\n\n---\ntitle: Another\ndate: 2018-03-05\npartners:\n  - undp\n---\n\nAnother text.";
    expect(report({ [FILE]: releaseFile({}, body) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:11:1
      A second set of fields stands in the text, where readers would see it.
      → Delete it with its lines of three hyphens, or put it and what follows into a file of its own.
         9 | The text.
        10 |
      > 11 | ---
           | ^
        12 | title: Another"
    `);
    expect(report({ [FILE]: releaseFile({}, "---\ntitle: Again\n---\n\nThe text.") })).toContain(
      "A second set of fields",
    );
    expect(report({ [FILE]: releaseFile({}, "One.\n\n---\n\nTwo.\n\ndate: now\n\n---\n\nThree.") })).toBe("");
  });

  test("no text", () => {
    expect(report({ [FILE]: releaseFile({}, "") })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:2:1
      The release has no text below its fields.
      → Write the text below the second line of three hyphens.
        1 | ---
      > 2 | title: A new centre
          | ^
        3 | date: 2018-03-04"
    `);
  });

  test("nothing at all", () => {
    expect(report({ [FILE]: "" })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md
      This file is empty.
      → Write the text into it, or delete the file."
    `);
  });

  test("a line of ten megabytes", () => {
    expect(report({ [FILE]: releaseFile({}, "x".repeat(10_000_000)) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md
      This file is 10.0 MB, too large for a text.
      → A text may have up to 1 MB. Put pictures and documents beside the file instead of pasting them into it."
    `);
  });

  test("a long line with a mistake, shown around it", () => {
    expect(report({ [FILE]: releaseFile({ topics: `[${"migration, ".repeat(60)}migrtion]` }) })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md:7:670
      There is no “migrtion” in topics/.
      → Did you mean “migration”?
        5 | …
        6 | …
      > 7 | …n, migration, migration, migration, migration, migration, migration, migrtion]
          |                                                                       ^
        8 | …"
    `);
  });

  test("an encoding that nobody can be sure of", () => {
    const cyrillic = Buffer.from(releaseFile({ title: "X" }).replace("X", "\u00cf\u00f0\u00e8"), "latin1");
    expect(report({ [FILE]: cyrillic })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md
      This file is not saved as UTF-8, so its letters cannot be told for certain.
      → Open it in your editor and save it again with the encoding UTF-8 (in Word: Save As, Plain Text, Unicode UTF-8)."
    `);
    expect(report({ [FILE]: Buffer.from(releaseFile(), "utf16le") })).toBe(report({ [FILE]: cyrillic }));
  });

  test("a name that is no address", () => {
    expect(report({ "releases/2018-03-04-Новый центр.md": releaseFile() })).toMatchInlineSnapshot(`
      "releases/2018-03-04-Новый центр.md
      The name “2018-03-04-Новый центр” cannot be used as an address.
      → Use small Latin letters, digits and hyphens: 2018-03-04-noviy-tsentr.md"
    `);
  });

  test("a name with a day that is not in the calendar", () => {
    const draft = "---\ntitle: A plan\ndraft: true\n---\n";
    expect(report({ "releases/2017-13-45-odd.md": draft })).toMatchInlineSnapshot(`
      "releases/2017-13-45-odd.md
      The name begins with “2017-13-45”, which is not a day of the calendar.
      → Begin it with the release's day, year-month-day: 2017-01-27-odd.md"
    `);
    expect(report({ "releases/2017-02-30-odd/en.md": releaseFile() })).toMatchInlineSnapshot(`
      "releases/2017-02-30-odd
      The name begins with “2017-02-30”, which is not a day of the calendar.
      → Begin it with the release's day, year-month-day: 2017-01-27-odd"
    `);
  });

  test("an ending that Windows has added", () => {
    expect(report({ "releases/2018-03-04-centre.md.txt": releaseFile() })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre.md.txt
      This file's name does not end in .md, so it is not read as a release.
      → Rename it to 2018-03-04-centre.md."
    `);
  });

  test.each(["docx", "txt", "html", "pdf", "odt", "rtf"])("a release in a form that is not read, .%s", (ending) => {
    const text = report({ [`releases/2018-03-04-centre.${ending}`]: "The text." });
    expect(text).toContain(
      `releases/2018-03-04-centre.${ending}\nThis file is not read as a release: its name does not end in .md.\n`,
    );
    const imported = /txt|html/.test(ending) ? ending : "docx";
    expect(text).toMatch(new RegExp(`npm run import -- "\\S*/releases/2018-03-04-centre\\.${imported}"`));
  });

  test("a file beside a release that is its document, or nobody's text, which is none", () => {
    const documents = "[{ file: report.docx, title: Report }]";
    expect(report({ [FILE]: releaseFile({ documents }), "releases/report.docx": "The report." })).toBe("");
    expect(
      report({
        "releases/2018-03-04-centre/en.md": releaseFile(),
        "releases/2018-03-04-centre/draft.docx": "The text.",
        "releases/~$18-03-04-centre.docx": "A lock of Word.",
        "releases/Thumbs.db": "x",
      }),
    ).toBe("");
  });

  test("the address of another release", () => {
    expect(report({ [FILE]: releaseFile(), "releases/2018-05-06-centre.md": releaseFile() })).toMatchInlineSnapshot(`
      "releases/2018-05-06-centre.md
      This release and releases/2018-03-04-centre.md would have the same address, /en/2018/centre/
      → Rename one of the two files: what follows the date in the name is the address."
    `);
  });

  test("a language of a folder that the site lacks", () => {
    expect(report({ "releases/2018-03-04-centre/fr.md": releaseFile() })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre/fr.md
      “fr” is not a language of this site.
      → A file in a release's folder is named after its language: en.md. Languages are added in site.yaml."
    `);
  });

  test("a language of a folder that is the name of something else", () => {
    expect(report({ "releases/2018-03-04-centre/constructor.md": releaseFile() })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre/constructor.md
      “constructor” is not a language of this site.
      → A file in a release's folder is named after its language: en.md. Languages are added in site.yaml."
    `);
  });

  test("a folder without a text", () => {
    expect(report({ "releases/2018-03-04-centre/photo.jpg": "" })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre
      This folder has no text in it.
      → Put the release into it as en.md, or delete the folder."
    `);
  });

  test("a phone number that nobody can call", () => {
    expect(report({ "contacts/desk.yaml": 'name: Desk\nphone: "+375 17 12"\n' })).toMatchInlineSnapshot(`
      "contacts/desk.yaml:2:8
      “+375 17 12” is not a phone number that can be called.
      → No number of that country is like this: check its digits, one too many or too few above all.
        1 | name: Desk
      > 2 | phone: "+375 17 12"
          |        ^
        3 |"
    `);
  });

  test("a phone number without its country, and a contact that nobody can reach", () => {
    expect(report({ "contacts/desk.yaml": 'name: Desk\nphone: "12"\n' })).toContain(
      '→ Write it in full with the country code: phone: "+375 17 327 48 76"',
    );
    expect(report({ "contacts/desk.yaml": "name: Desk\nrole: Spokesman\n" })).toMatchInlineSnapshot(`
      "contacts/desk.yaml:1:7
      This contact has no phone, no mobile and no email, so no journalist can reach it.
      → Add one of them, like this: phone: "+375 17 327 48 76" or email: press@example.org
      > 1 | name: Desk
          |       ^
        2 | role: Spokesman"
    `);
    expect(report({ "contacts/desk.yaml": 'name: Desk\nmobile: "+375 29 327 48 76"\n' })).toBe("");
  });

  test("a word of the interface that is none", () => {
    expect(report({ "strings/en.yaml": "skip: 1\n" })).toContain("strings/en.yaml:1:7\n");
  });

  test("opening hours in one's own words", () => {
    expect(report({ "contacts/desk.yaml": "name: Desk\nhours: [weekdays]\n" })).toMatchInlineSnapshot(`
      "contacts/desk.yaml:2:9
      “hours, entry 1” is “weekdays”, which is not a line of opening hours.
      → When somebody answers, in the time zone of the office. Like this: hours: ["Mo-Fr 09:00-18:00"]
        1 | name: Desk
      > 2 | hours: [weekdays]
          |         ^
        3 |"
    `);
  });

  test("aliases that would make a small file a huge one", () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefghi".split("").map((name, at) => `${name}: &${name} [${`*${"abcdefgh"[at]}, `.repeat(9)}]`),
    ];
    expect(report({ "topics/bomb.yaml": bomb.join("\n") })).toMatchInlineSnapshot(`
      "topics/bomb.yaml:2:9
      This line refers to another one with the character *, or is not a field at all.
      → Each line is a name, a colon, a space, and the value. Put a value that begins with such a character in quotation marks.
        1 | a: &a [x, x, x, x, x, x, x, x, x]
      > 2 | b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, ]
          |         ^
        3 | c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, ]"
    `);
  });
});

test("all mistakes of all files come at once, file by file, from the top down", () => {
  const text = report({
    [FILE]: releaseFile({ date: "yesterday", contacts: "[presse]" }),
    "releases/2018-01-01-early.md": releaseFile({ titel: "x", topics: "[]" }),
    "partners/undp.yaml": "nam: X\n",
  });
  expect(text.split("\n").filter((line) => /^[a-z]+\//.test(line))).toMatchInlineSnapshot(`
    [
      "partners/undp.yaml:1:1",
      "partners/undp.yaml:1:1",
      "releases/2018-01-01-early.md:7:1",
      "releases/2018-03-04-centre.md:3:7",
      "releases/2018-03-04-centre.md:6:12",
    ]
  `);
});

test("a file or folder in the wrong place is explained or left alone, never a crash", () => {
  expect(report({ "pages/notes.txt": "x" })).toBe("");
  expect(report({ "partners/x.yaml/y.txt": "x" })).toMatchInlineSnapshot(`
    "partners/x.yaml
    This is a folder, and a file is meant to be here.
    → Rename the folder, or put the file in its place."
  `);
  expect(report({ "partners/x.yaml": "name: { English: X }\n" })).toMatchInlineSnapshot(`
    "partners/x.yaml:1:18
    “English” is not a language code.
    → Write its code: en
    > 1 | name: { English: X }
        |                  ^
      2 |"
  `);
});

test.each([
  ["timezone: Europe/Minsk", "timezone: Minsk", "Write: timezone: Europe/Minsk"],
  ["timezone: Europe/Minsk", "timezone: Europe/Minks", "Write: timezone: Europe/Minsk"],
  ["press_office: press-office", "press_office: Press Office", "Write: press_office: press-office"],
])("site.yaml: %s written as %s", (right, wrong, said) => {
  const site = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
  expect(report({ "site.yaml": site.replace(right, wrong) })).toContain(said);
});

test("site.yaml is checked like the rest", () => {
  const site = (more: string) =>
    `name: X\ndescription: Y\norigin: https://press.example.org\ndefault_language: en\nlanguages: { en: { label: English, dir: ltr } }\ntimezone: Europe/Minsk\npress_office: press-office\n${more}`;
  expect(report({ "site.yaml": site("") })).toBe("");
  for (const origin of ["https://press.example.org/", "HTTPS://Press.Example.org", "https://press.example.org//a/"])
    expect(report({ "site.yaml": site("").replace("https://press.example.org", origin) })).toBe("");
  expect(report({ "site.yaml": site("").replace("example.org", "example.org/?page=2") })).toMatchInlineSnapshot(`
    "site.yaml:3:9
    “origin” is “https://press.example.org/?page=2”, which is more than a host and a folder.
    → The address of the published site: a host and, if the site is not at its root, a folder. Like this: origin: https://press.example.org
      1 | name: X
      2 | description: Y
    > 3 | origin: https://press.example.org/?page=2
        |         ^
      4 | default_language: en"
  `);
  for (const origin of ["https://press.example.org/#top", "https://me:secret@press.example.org", "https://a.example/?"])
    expect(report({ "site.yaml": site("").replace("https://press.example.org", origin) })).toContain(
      "which is more than a host and a folder.",
    );
  expect(
    report({ "site.yaml": site("").replace("press_office: press-office", "press_office: desk") }),
  ).toMatchInlineSnapshot(`
    "site.yaml:7:15
    There is no “desk” in contacts/.
    → It can be: press-office.
      5 | languages: { en: { label: English, dir: ltr } }
      6 | timezone: Europe/Minsk
    > 7 | press_office: desk
        |               ^
      8 |"
  `);
  expect(
    report({ "site.yaml": site("").replace("default_language: en", "default_language: ru") }),
  ).toMatchInlineSnapshot(`
    "site.yaml:4:19
    “ru” is not among the languages.
    → It can be: en.
      2 | description: Y
      3 | origin: https://press.example.org
    > 4 | default_language: ru
        |                   ^
      5 | languages: { en: { label: English, dir: ltr } }"
  `);
  expect(report({ "site.yaml": site("").replace("Europe/Minsk", "Europe/Minskk") })).toMatchInlineSnapshot(`
    "site.yaml:6:11
    “timezone” is “Europe/Minskk”, which is not a time zone.
    → The time zone of the press office: a release dated tomorrow is public when tomorrow begins there. Write: timezone: Europe/Minsk
      4 | default_language: en
      5 | languages: { en: { label: English, dir: ltr } }
    > 6 | timezone: Europe/Minskk
        |           ^
      7 | press_office: press-office"
  `);
  expect(report({ "site.yaml": site("theme: { brand: blue }") })).toMatchInlineSnapshot(`
    "site.yaml:8:17
    “theme, brand” is “blue”, which is not a colour such as #0468B1.
    → The colour of the footer and the mark. Like this: brand: "#0468B1"
      6 | timezone: Europe/Minsk
      7 | press_office: press-office
    > 8 | theme: { brand: blue }
        |                 ^"
  `);
});
