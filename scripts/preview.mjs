import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { frameHtml } from "./host/open-visual.mjs";
import { packageFile, packageVisual } from "./package.mjs";
import { reportPreview } from "./preview/report-preview.mjs";
import { buildRows } from "./preview/build-rows.mjs";
import { readPackage } from "./read-package.mjs";
import { boardPaper } from "../test/src/support/board-paper.ts";
import { areasIn, besideEachOther, boardOf, boardsIn, rowsOnBoard } from "../page/visual/areas.ts";
import { dataViewOf } from "../page/visual/data-view.ts";

const PORT = 8321;
const HERE = new URL("./", import.meta.url);

/** Each of several boards, else the board of each area, and all areas beside each other where there are several. */
function viewsOf(rows) {
  const areas = areasIn(rows);
  const several = boardsIn(rows);
  if (several.length > 1)
    return {
      boards: several.map((name) => ({
        ...{ area: "", name },
        view: dataViewOf(rowsOnBoard(rows, name)),
      })),
      beside: null,
    };
  if (areas.length < 2) return { boards: [{ area: "", view: dataViewOf(rows) }], beside: null };
  return {
    boards: areas.map((area) => ({ area, view: dataViewOf(boardOf(rows, area)) })),
    beside: dataViewOf(besideEachOther(rows)),
  };
}

/**
 * Shows the packaged visual in a page on this machine: over an invented board paper, or over a
 * build folder given on the command line.
 */
const folder = process.argv[2];
try {
  const rows = folder ? buildRows(resolve(folder)) : boardPaper();
  if (!existsSync(packageFile())) await packageVisual();
  const { content, visual, stringResources } = readPackage(packageFile());
  const frameScript = readFileSync(new URL("host/frame.js", HERE), "utf8");
  // The frame loads what stands in for Power BI with its document; the visual itself comes by
  // message, as its policy allows no network.
  const frame = frameHtml(1280, 720).replace(
    "&lt;/head>",
    `&lt;script>${frameScript.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;")}&lt;/script>&lt;/head>`,
  );
  const answers = {
    "/": ["text/html; charset=utf-8", readFileSync(new URL("preview/page.html", HERE), "utf8")],
    "/visual.json": [
      "application/json",
      JSON.stringify({
        frame,
        title: folder ? "" : "SEND Improvement Board (invented figures)",
        open: {
          script: content.js,
          style: content.css,
          guid: visual.guid,
          strings: stringResources,
        },
      }),
    ],
    "/data.json": ["application/json", JSON.stringify(viewsOf(rows))],
  };
  const report = folder ? reportPreview(resolve(folder), rows) : null;
  if (report) answers["/one.json"] = ["application/json", JSON.stringify(report.one)];
  const server = createServer(({ url }, response) => {
    // The pages are evaluated when somebody first looks at them: it takes a minute.
    if (url === "/pages" && report) answers[url] ??= ["text/html; charset=utf-8", report.html()];
    const answer = answers[url ?? ""];
    response.writeHead(answer ? 200 : 404, {
      "content-type": answer ? answer[0] : "text/plain",
      "cache-control": "no-store",
    });
    response.end(answer ? answer[1] : "Not found");
  });
  server.on("error", ({ code, message }) => {
    console.error(
      code === "EADDRINUSE" ? `Port ${PORT} is in use: is another preview open?` : message,
    );
    process.exit(1);
  });
  server.listen(PORT, "127.0.0.1", () =>
    console.log(
      `Preview: http://localhost:${PORT}  (Ctrl+C ends it)${report ? `\nPages of the Power BI project: http://localhost:${PORT}/pages` : ""}`,
    ),
  );
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
