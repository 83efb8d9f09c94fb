import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import sharp from "sharp";
import { existing } from "../support/chromium.ts";
import { guideExamples, guideLanguages, guideSite } from "../support/guide.ts";

/** `npm run guide`: makes the pictures of the editor's guide anew, of the preview of its own first example. */
const SIZE = { width: 960, height: 640 };
const EXAMPLE = "releases/2017-01-27-training-centre";

/** A slip of the pen for the check to find. */
const slips = { en: ["who\nneed help", "who\nneed hlep"], ru: ["нужна помощь", "нужна помошь"] } as const;

const folder = mkdtempSync(path.join(tmpdir(), "dateline-guide-"));
const content = path.join(folder, "content");
cpSync("tests/fixtures/minimal", content, { recursive: true });
const site = path.join(content, "site.yaml");
writeFileSync(site, guideSite(readFileSync(site, "utf8"), "en"));
rmSync(path.join(content, "releases"), { recursive: true });

function write(lang: "en" | "ru", change: readonly [string, string]): void {
  const text = guideExamples(lang)[`${EXAMPLE}.md`] ?? "";
  writeFileSync(path.join(content, EXAMPLE, `${lang}.md`), text.replace(...change));
}

async function picture(page: Page, name: string): Promise<void> {
  const png = await page.screenshot({ animations: "disabled" });
  await sharp(png).png({ palette: true, colours: 32, effort: 10 }).toFile(`docs/guide/${name}.png`);
}

mkdirSync(path.join(content, EXAMPLE), { recursive: true });
for (const lang of guideLanguages) write(lang, slips[lang]);
const args = ["src/cli/command.mjs", "start", "--content", content, "--cache", path.join(folder, "cache")];
const preview = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
const browser = await chromium.launch({ executablePath: existing() ?? "", args: ["--no-sandbox"] });
try {
  const origin = await new Promise<string>((resolve) => {
    let said = "";
    preview.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      const found = /(http:\/\/localhost:\d+)[\s\S]*changed last/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  const page = await browser.newPage({ viewport: SIZE });
  for (const lang of guideLanguages) {
    await page.goto(`${origin}/${lang}/2017/training-centre/`);
    const check = page.locator("dateline-preview summary", { hasText: "Check" });
    await check.waitFor();
    if (!(await page.locator("dateline-preview .panel:visible").count())) await check.click();
    await page.locator("dateline-preview .panel:visible").waitFor();
    await picture(page, `preview.${lang}`);
  }
  write("en", ["location: smarhon", "location: smarhoon"]);
  await page.getByText("Did you mean “smarhon”?").waitFor();
  // In an office's own folder content/ is content/.
  await page.locator("h2 a").evaluate((place, here) => {
    place.textContent = (place.textContent ?? "").replace(here, "content");
  }, content);
  await picture(page, "mistake");
  console.log("The pictures in docs/guide/ are up to date.");
} finally {
  await browser.close();
  preview.kill();
  rmSync(folder, { recursive: true, force: true });
}
