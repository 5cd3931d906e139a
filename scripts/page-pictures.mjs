import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { root } from "./ensure.mjs";
import { packageFile, packageVisual } from "./package.mjs";
import { makePage } from "./page.mjs";

/** The pictures of the page in the README and in docs/first-hour.md, with invented data. */
if (!existsSync(packageFile())) await packageVisual();
const { file } = await makePage(packageFile());
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
const picture = (name) =>
  page.screenshot({ path: join(root, `assets/pictures/page-${name}.png`), animations: "disabled" });

await page.goto(pathToFileURL(file).href);
await picture("start");
await page.click("text=Start: I have SEN2");
await picture("files");
await page.click("text=Back");
await page.click("text=Show me with invented data");
await page.waitForSelector("h1:text-is('Your scorecard')", { timeout: 300_000 });
await picture("scorecard");
await page.click("label[for=view-exceptions]");
await picture("exceptions");
for (const tab of ["findings", "downloads", "lists"]) {
  await page.click(`#tab-${tab}`);
  await picture(tab);
}
await page.click("#tab-board-file");
await page.click("button:text-is('Make the board file')");
await page.waitForSelector(".editor");
await picture("board-file");
await browser.close();
