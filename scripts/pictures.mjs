import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { openVisual } from "./host/open-visual.mjs";
import { packageVisual } from "./package.mjs";
import { readPackage } from "./read-package.mjs";
import { boardPaper } from "../test/src/support/board-paper.ts";
import { dataViewOf } from "../page/visual/data-view.ts";

/** The pictures of the README: the packaged visual over the invented board paper. */
const PICTURES = [
  {
    name: "scorecard",
    width: 1400,
    height: 560,
    objects: { layout: { title: "SEND Improvement Board scorecard" } },
  },
  { name: "detail", width: 1280, height: 620, objects: {}, open: true },
  {
    name: "cards",
    width: 1280,
    height: 440,
    objects: { layout: { view: "cards", title: "Headlines" } },
  },
  { name: "neighbours", width: 760, height: 400, objects: { layout: { view: "neighbours" } } },
  { name: "trend", width: 760, height: 400, objects: { layout: { view: "trend" } } },
  { name: "high-contrast", width: 1100, height: 480, objects: {}, options: { highContrast: true } },
];

const { file } = await packageVisual();
const visual = readPackage(file);
const browser = await launch();
for (const { name, width, height, objects, open, options } of PICTURES) {
  const page = await browser.newPage();
  const opened = await openVisual(page, visual, { width, height, options });
  await opened.update({ dataViews: [dataViewOf(boardPaper(), { objects })] });
  if (open) await opened.frame.click("tr.kpi .disclosure >> nth=0");
  await page.mouse.move(0, 0);
  writeFileSync(
    fileURLToPath(new URL(`../assets/pictures/${name}.png`, import.meta.url)),
    await page.screenshot(),
  );
  await page.close();
}
await browser.close();
