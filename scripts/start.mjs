import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled, root, run } from "./ensure.mjs";
import { packageVisual } from "./package.mjs";

ensureInstalled();
await build();
console.log("Packaging the Power BI visual…");
const { file } = await packageVisual();

/** A throwaway key: the sample's people are invented. */
const env = { ...process.env, SEND_SCORECARD_KEY: randomBytes(32).toString("hex") };
const cli = (...args) => run(process.execPath, [join(root, "dist/cli.js"), ...args], { env });

rmSync(join(root, "sample"), { recursive: true, force: true });
console.log(
  "\nMaking invented extracts of five councils of one integrated care board. Each has three SEN2 returns and four school censuses; the largest has 600 people in SEN2. With them come 25 months of mental health data and a board…",
);
const code =
  cli(
    "sample",
    "sample",
    "--authorities",
    "5",
    "--people",
    "600",
    "--years",
    "3",
    "--pupils",
    "900",
    "--mental-health",
    "300",
    "--board",
    "--quiet",
  ) || cli("build", "sample", "--out", "out");
// 1 says that the checks found errors in the data, as they do in invented data too.
if (code > 1) process.exit(code);
console.log(`
Where to look:
  sample/                  the invented extracts: a folder a council, and what they share (SEN2 and school census as XML and COLLECT CSV, MHSDS, a school register, a postcode directory, a board file, a sheet kept by hand, published statistics)
  out/star/kpi_board.csv   the figures of each council and of the board that they make up by month, quarter and year, with targets and ratings
  out/star/kpi_value.csv   every figure, by group and of those compared with too
  out/star/                the star schema, as CSV and as Parquet
  out/power-bi/            a Power BI project: open SEND.pbip in Power BI Desktop, then Refresh
  out/exceptions/          missed and worsening KPIs: a list, and one page to print
  out/checks/              what the checks found: findings, work lists by record and school, the trend of errors
  out/manifest.json        what was read, what came out, and how long it took
  ${relative(root, file)}   the visual; npm run preview shows it over these figures without Power BI

Next: node dist/cli.js --help`);
