import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { rowsOnBoard } from "../../page/visual/areas.ts";
import { dataViewOf } from "../../page/visual/data-view.ts";
import { pagesHtml } from "./pages-html.mjs";
import { chosenOn, pageValues, reportPages, wellRows } from "./report-pages.mjs";

const recordsOf = (file) => parse(readFileSync(file), { columns: true, bom: true });

/** The KPI and the year that pages of one KPI, or of rows, are shown for. */
function examples(folder) {
  const names = new Map(
    recordsOf(join(folder, "star/indicator.csv")).map((row) => [
      row.indicator_id,
      row.indicator_name,
    ]),
  );
  const boards = join(folder, "star/board_kpi.csv");
  const onBoards = existsSync(boards) ? recordsOf(boards) : [];
  const isOfSeveral = new Set(onBoards.map(({ board }) => board)).size > 1;
  const board = isOfSeveral ? onBoards[0].board : null;
  const ids = new Set(onBoards.filter((kpi) => kpi.board === board).map((kpi) => kpi.indicator_id));
  const told = recordsOf(join(folder, "star/kpi_board.csv")).filter(
    ({ status, indicator_id: id }) => status === "ok" && (!isOfSeveral || ids.has(id)),
  );
  // A year that the data do not end in.
  const isYear = ({ frequency, period_label: label }) =>
    frequency === "academic_year" && /^\d{4}\/\d\d$/.test(label);
  const rated = told.find(({ target, denominator }) => target !== "" && denominator !== "");
  return {
    board,
    kpi: names.get((rated ?? told[0])?.indicator_id) ?? "",
    year: told.filter(isYear).at(-1)?.period_label ?? "",
  };
}

/**
 * Where our visual is to be drawn, over the whole board or over one KPI; with the rows that its page
 * gives it, where they were evaluated.
 */
function place(visual, held) {
  const { view, position } = visual;
  const [width, height] = [position.width, position.height].map(Math.floor);
  const given = held
    ? JSON.stringify(dataViewOf(wellRows(visual, held))).replaceAll("<", "\\u003c")
    : "null";
  return `<div data-view="${view}" data-width="${width}" data-height="${height}"><script type="application/json">${given}</script></div>`;
}

/** Draws our visual in its places. */
const SCRIPT = `<script type="module">
const [visual, { boards, beside }, one] = await Promise.all(["visual.json", "data.json", "one.json"].map((name) => fetch(name).then((answer) => answer.json())));
for (const place of document.querySelectorAll("[data-view]")) {
  const { view, width, height } = place.dataset;
  const given = JSON.parse(place.firstChild.textContent);
  const data = given ?? (view === "neighbours" || view === "trend" ? one : view === "areas" ? beside : boards[0].view);
  place.innerHTML = visual.frame.replace(/width="\\d+" height="\\d+"/, \`width="\${width}" height="\${height}"\`);
  place.querySelector("iframe").addEventListener("load", ({ target }) => {
    const metadata = { ...data.metadata, objects: { layout: { view } } };
    target.contentWindow.postMessage({ open: { ...visual.open, options: {} } }, "*");
    target.contentWindow.postMessage({ update: { dataViews: [{ ...data, metadata }], viewport: { width: Number(width), height: Number(height) } } }, "*");
  });
}
</script>`;

/**
 * The pages of the Power BI project of a build: `one`, the rows of the KPI that pages of one KPI
 * are shown for, and `html`, which gives the pages with what each visual holds. Null where the
 * build has no project.
 */
export function reportPreview(folder, rows) {
  const project = join(folder, "power-bi");
  if (!existsSync(project)) return null;
  const chosen = examples(folder);
  const ofBoard = chosen.board === null ? rows : rowsOnBoard(rows, chosen.board);
  const one = ofBoard.filter(({ indicator }) => indicator === chosen.kpi);
  return {
    one: dataViewOf(one.length > 0 ? one : ofBoard),
    html() {
      const pages = reportPages(project);
      const { why, values } = pageValues(folder, project, pages, chosen);
      return pagesHtml({
        pages,
        values,
        why,
        chosenOn: (page) => chosenOn(page, chosen),
        frame: place,
        script: SCRIPT,
      });
    },
  };
}
