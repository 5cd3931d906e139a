import { expect } from "chai";
import { boardPaper, type BoardPaperRow } from "../../../board-paper";
import { bookOf, type BoardSheet } from "../../../board-book";
import { publishedCsv } from "../../../published-file";
import { boardOfStar } from "../../../../page/worker/board-of-star";
import { build, rowsOf, text } from "../../pipeline/run";

type Row = BoardSheet["rows"][number];
type Cell = Row[number];

/** A cell as Excel keeps it: a percentage is a fraction with a format. */
function cell(text: string | undefined): Cell {
  if (text === undefined) return "";
  const share = /^(\d+)(\.\d+)?%$/.exec(text);
  if (share) {
    const decimals = (share[2] ?? ".").length - 1;
    const stored = Number((Number(text.slice(0, -1)) / 100).toFixed(decimals + 2));
    return { v: stored, f: decimals === 0 ? "0%" : `0.${"0".repeat(decimals)}%` };
  }
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

const COLUMNS = [
  "current_value",
  "actual_direction",
  "previous_value",
  "target",
  "prior_year",
  "national",
  "region",
  "neighbours",
] as const;

const ABOUT = ["KPI No", "SEND Imp Plan Priority KPIs - section", "Required direction of travel"];
/** The headings of the paper, which carry the periods. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  "Mar 24": [
    "Current Month Performance - Mar 24",
    "Actual Direction of Travel",
    "Current Month Performance - Feb 23",
    "Target",
    "March 23",
    "National",
  ],
  "Autumn 23": [
    "Current Term Performance Autumn 23",
    "Actual Direction of Travel",
    "Prev. Term Performance Summer 23",
    "Target",
    "Annual benchmark Academic Yr 22/23",
    "National AY 21/22",
  ],
  "HT3 23/24": [
    "Current Half Term Performance HT3 23/24",
    "Actual Direction of Travel",
    "Prev. Half Term Performance HT2 23/24",
    "Target",
    "Annual benchmark Academic Yr 22/23",
    "National AY 21/22",
  ],
};

/** Rows of one board: a heading row for each set of periods, sections as rows of one text. */
function rowsOfBoard(rows: readonly BoardPaperRow[]): Row[] {
  let [period, section] = ["", ""];
  return rows.flatMap((row): Row[] => {
    const printed: Row[] = [];
    if (row.printed.current_period !== period) {
      period = row.printed.current_period;
      printed.push([...ABOUT, "KPIs", ...HEADINGS[period], "South West", "Statistical Neighbours"]);
    }
    if (row.section !== section) printed.push([(section = row.section)]);
    const { priority, required_direction: required } = row.printed;
    printed.push([
      Number(row.number),
      priority ?? "",
      required ?? "",
      row.name,
      ...COLUMNS.map((column) => cell(row.printed[column])),
    ]);
    return printed;
  });
}

const KEY: Row[] = [
  [],
  ["RAG Key:"],
  ["Red", "Below tolerance level"],
  ["Yellow", "Within tolerance and target"],
  ["Green", "At or above target level"],
];

const paper = (): BoardSheet[] =>
  (["A", "B"] as const).map((board) => ({
    name: board === "A" ? "Monthly" : "Strategic",
    rows: [
      ...(board === "A"
        ? [[], []]
        : [
            ["SEND Improvement Board Strategic Key Performance Indicators"],
            [],
            ["Meeting date: 17.04.2024"],
          ]),
      ...rowsOfBoard(boardPaper().filter((row) => row.board === board)),
      ...KEY,
    ],
  }));

const ROLES = { national: "england", region: "region", neighbours: "neighbour_average" } as const;

describe("a real board paper as a workbook with its printed headings", () => {
  it("loads 98 of 98 KPIs without a map, each cell under its period, A29 not rated", async () => {
    const { star, findings } = await build(
      [{ name: "SEND Improvement Board KPIs April 2024.xlsx", chunks: [bookOf(paper())] }],
      { authority: "839" },
    );
    const kpis = rowsOf(star, "indicator");
    const read = boardPaper();
    expect(kpis.map((row) => [row.indicator_name, row.section])).to.deep.equal(
      read.map(({ name, section }) => [name, section]),
    );
    const figures = rowsOf(star, "kpi_value");
    const targets = new Map(rowsOf(star, "kpi_target").map((row) => [row.indicator_id, row]));
    const lost = read.flatMap(({ board, number, cells }, i) => {
      const { indicator_id: id } = kpis[i];
      const of = figures.filter(({ indicator_id }) => indicator_id === id);
      const has = (role: string, column: keyof typeof cells): boolean => {
        const { value, second } = cells[column];
        if (value === undefined) return true;
        return of.some(
          (row) =>
            row.area_role === role &&
            Math.abs(Number(row.value) - value) < 1e-6 &&
            // "47.7% (2022)" has the year of the figure behind it.
            (second === undefined || second === 2022 || row.secondary_value === second),
        );
      };
      const { target } = cells;
      return [
        ...(["current", "previous", "prior_year"] as const).filter((one) => !has("own", one)),
        ...(["national", "region", "neighbours"] as const).filter((one) => !has(ROLES[one], one)),
        ...(target.status === "value" && targets.get(id)?.target !== target.value
          ? ["target"]
          : []),
      ].map((column) => `${board}${number} ${column}`);
    });
    expect(lost).to.deep.equal([]);
    const contrary = figures.filter(
      ({ indicator_id: id, area_role }) => id === kpis[28].indicator_id && area_role === "own",
    );
    expect(contrary.map(({ rating }) => rating)).to.deep.equal(Array(3).fill("not_rated"));
    const rules = findings.map(({ rule, record }) => `${rule} ${record}`);
    expect(rules).to.include("B56 29");
    // The key of the paper speaks of the tolerance of each KPI: nothing of it is left open.
    expect(findings.filter(({ rule }) => rule === "B93")).to.deep.equal([]);
  });

  it("has six published years of neighbours on the line of a KPI that it prints by month", async () => {
    const { star } = await build(
      [
        { name: "board.xlsx", chunks: [bookOf(paper())] },
        text("timeliness_20_week.csv", publishedCsv("timeliness_20_week").text),
      ],
      { authority: "839" },
    );
    const timely = rowsOf(star, "kpi_value").filter(
      ({ indicator_id: id, breakdown }) =>
        id === "ehc_plans_within_20_weeks_pct" && breakdown === "all",
    );
    const of = (role: string, method: string): unknown[] =>
      timely
        .filter((row) => row.area_role === role && row.method === method)
        .map((row) => `${row.period_label} ${Number(row.value).toFixed(1)}`);
    expect(of("neighbour_average", "mean")).to.deep.equal([
      "2019 62.1",
      "2020 58.7",
      "2021 62.9",
      "2022 53.8",
      "2023 39.7",
      "2024 39.6",
    ]);
    // What the paper prints of them stands beside it, with its year.
    expect(of("neighbour_average", "published")).to.deep.equal(["2022 36.4"]);
    expect(of("own", "kpi_sheet")).to.include("Mar 2024 67.0");
    expect(of("own", "published")).to.have.length(6);
    // The preview and the page draw all six on the line of the monthly figures.
    const { indicator_name: name } = rowsOf(star, "indicator").find(
      (row) => row.indicator_id === "ehc_plans_within_20_weeks_pct",
    )!;
    expect(
      boardOfStar(star)
        .filter(
          (row) =>
            row.indicator === name && row.areaRole === "neighbour_average" && row.method === "mean",
        )
        .map(({ period }) => period),
    ).to.deep.equal(["2019", "2020", "2021", "2022", "2023", "2024"]);
  });

  it("is read by headings that the settings name once, whatever the month", async () => {
    const board = (month: string): BoardSheet => ({
      name: "KPIs",
      rows: [
        ["Kennzahl", `Result for ${month} of the council`, "Wanted"],
        ["Parents content (%)", "61%", "70%"],
      ],
    });
    const columns = {
      Kennzahl: "name",
      "Result for * of the council": "current",
      "Want*": "target",
    };
    for (const month of ["Mar 2025", "Apr 2025"]) {
      const { star } = await build([{ name: "board.xlsx", chunks: [bookOf([board(month)])] }], {
        authority: "839",
        kpiSheets: { shown: "printed_first", columns, corrections: [] } as never,
      });
      expect(
        rowsOf(star, "kpi_value").map((row) => [row.period_label, row.value, row.target]),
      ).to.deep.equal([[month, 61, 70]]);
    }
  });
});
