import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { openVisual } from "./host/open-visual.mjs";
import { packageVisual } from "./package.mjs";
import { readPackage } from "./read-package.mjs";
import { longTable, measuresOnRows, oneRowAKpi } from "../test/src/support/strangers-tables.ts";

/** The pictures of the pages on layouts: the packaged visual over invented tables, no setting made. */
const PICTURES = [
  { name: "visual-one-row", view: oneRowAKpi(), width: 900, height: 720 },
  { name: "visual-long-table", view: longTable(), width: 1100, height: 360 },
  { name: "visual-measures", view: measuresOnRows(), width: 900, height: 230 },
];

const { file } = await packageVisual();
const visual = readPackage(file);
const browser = await launch();
for (const { name, view, width, height } of PICTURES) {
  const page = await browser.newPage();
  const opened = await openVisual(page, visual, { width, height });
  await opened.update({ dataViews: [view] });
  await page.mouse.move(0, 0);
  writeFileSync(
    fileURLToPath(new URL(`../assets/pictures/${name}.png`, import.meta.url)),
    await page.screenshot(),
  );
  await page.close();
}
await browser.close();
