import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { openVisual } from "./host/open-visual.mjs";
import { packageVisual } from "./package.mjs";
import { readPackage } from "./read-package.mjs";
import { buildRows } from "./preview/build-rows.mjs";
import { areasIn, besideEachOther, boardOf } from "../page/visual/areas.ts";
import { dataViewOf } from "../page/visual/data-view.ts";

/** The KPI that pictures of one KPI are of. */
const KPI = "New plans within 20 weeks";
/** The one that the picture of all councils is of: each has a figure of every month. */
const OF_ALL = "Plans in independent and non-maintained special schools";

/** The council whose board the pictures show. */
const OWN = "Sampleshire (invented)";

/** The pictures of the README: the packaged visual over what `npm start` builds. */
const PICTURES = [
  {
    name: "scorecard",
    width: 1400,
    height: 560,
    objects: { layout: { title: "SEND Improvement Board scorecard" } },
  },
  { name: "detail", width: 1280, height: 620, objects: {}, of: KPI, open: true },
  {
    name: "cards",
    width: 1280,
    height: 440,
    objects: { layout: { view: "cards", title: "Headlines" } },
  },
  {
    name: "neighbours",
    width: 760,
    height: 400,
    objects: { layout: { view: "neighbours" } },
    of: KPI,
  },
  {
    name: "areas",
    width: 760,
    height: 300,
    objects: { layout: { view: "areas" }, comparators: { ownName: OWN } },
    of: OF_ALL,
    beside: true,
  },
  { name: "trend", width: 760, height: 400, objects: { layout: { view: "trend" } }, of: KPI },
  { name: "high-contrast", width: 1100, height: 480, objects: {}, options: { highContrast: true } },
];

const all = buildRows(process.argv[2] ?? "out");
if (!areasIn(all).includes(OWN))
  throw new Error(`${OWN} is not in the build: run npm start first.`);
const board = boardOf(all, OWN);
const { file } = await packageVisual();
const visual = readPackage(file);
const browser = await launch();
for (const { name, width, height, objects, of, open, beside, options } of PICTURES) {
  const rows = beside ? besideEachOther(all) : board;
  const shown = of === undefined ? rows : rows.filter(({ indicator }) => indicator === of);
  const page = await browser.newPage();
  const opened = await openVisual(page, visual, { width, height, options });
  await opened.update({ dataViews: [dataViewOf(shown, { objects })] });
  if (open) await opened.frame.click("tr.kpi .disclosure >> nth=0");
  await page.mouse.move(0, 0);
  writeFileSync(
    fileURLToPath(new URL(`../assets/pictures/${name}.png`, import.meta.url)),
    await page.screenshot(),
  );
  await page.close();
}
await browser.close();
