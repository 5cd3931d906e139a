import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { openVisual } from "./host/open-visual.mjs";
import { packageVisual } from "./package.mjs";
import { readPackage } from "./read-package.mjs";
import { boardPaper } from "../test/src/support/board-paper.ts";
import { dataViewOf } from "../page/visual/data-view.ts";

/** The size that the marketplace takes, in pixels, and the most bytes of a picture. */
const SIZE = { width: 1366, height: 768 };
const MOST_BYTES = 1024 * 1024;
const LOGO = 300;

const PICTURES = [
  { name: "1-scorecard", objects: { layout: { title: "SEND Improvement Board scorecard" } } },
  { name: "2-detail", objects: {}, open: true },
  { name: "3-cards", objects: { layout: { view: "cards", title: "Headlines" } } },
  { name: "4-neighbours", objects: { layout: { view: "neighbours" } } },
  {
    name: "5-trend",
    objects: { layout: { view: "trend" }, trend: { chart: "xmr" } },
    rows: withMark(boardPaper(30)),
  },
];

/** A board paper whose first KPI says from when its process is another. */
function withMark(rows) {
  const [{ indicator }] = rows;
  const own = rows.filter((row) => row.indicator === indicator && row.areaRole === "own");
  const step = own.at(-15);
  return rows.map((row) => (row === step ? { ...row, mark: "Step: backlog team" } : row));
}

const fileOf = (name) => fileURLToPath(new URL(`../appsource/${name}`, import.meta.url));

/** Writes a picture for the marketplace; throws where it would be refused there. */
function write(name, bytes) {
  if (bytes.length > MOST_BYTES) throw new Error(`${name} has more than 1,024 KB.`);
  writeFileSync(fileOf(name), bytes);
}

const { file } = await packageVisual();
const visual = readPackage(file);
const browser = await launch();
for (const { name, objects, open, rows = boardPaper() } of PICTURES) {
  const page = await browser.newPage();
  const opened = await openVisual(page, visual, SIZE);
  await opened.update({ dataViews: [dataViewOf(rows, { objects })] });
  if (open) await opened.frame.click("tr.kpi .disclosure >> nth=0");
  await page.mouse.move(0, 0);
  write(`screenshots/${name}.png`, await page.screenshot({ clip: { x: 0, y: 0, ...SIZE } }));
  await page.close();
}
const page = await browser.newPage({ viewport: { width: LOGO, height: LOGO } });
const svg = readFileSync(fileOf("logo.svg")).toString("base64");
await page.setContent(
  `<style>body{margin:0}</style><img src="data:image/svg+xml;base64,${svg}" width="${LOGO}">`,
);
await page.locator("img").evaluate((image) => image.decode());
write("logo.png", await page.screenshot());
await browser.close();
