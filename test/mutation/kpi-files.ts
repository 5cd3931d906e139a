import type { Random } from "../../prep/sample/random";
import { madeWorkbook } from "../prep/scan/workbook/made";
import { bytesOfText, csvText } from "./csv-table";

const BOARD_PAPER = [
  "board",
  "section",
  "kpi_no",
  "priority",
  "required_direction",
  "kpi",
  "current_value_text",
  "current_period",
  "actual_direction",
  "previous_value_text",
  "previous_period",
  "target_text",
  "prior_year_text",
  "national_text",
];

const PAPER_KPIS: readonly (readonly [
  name: string,
  unit: "" | "%",
  better: string,
  most: number,
])[] = [
  ["Number of cases open to the team", "", "\u25bc", 900],
  ["% of new plans issued in time", "%", "\u25b2", 99],
  ["% of decisions made in six weeks", "%", "\u25b2", 99],
  ["Mean weeks from request to plan", "", "\u25bc", 40],
  ["Number of complaints received", "", "\u25bc", 60],
  ["Spend on independent places", "", "\u25bc", 9000],
];

/** A KPI sheet as a board prints it, as CSV: a row a KPI, with its current and previous figure. */
export function boardPaperFile(random: Random): Uint8Array {
  const rows = PAPER_KPIS.map(([name, unit, better, most], at) => {
    const value = (): string => `${random.int(1, most)}${unit}`;
    return [
      "Sampleshire board",
      at < 3 ? "Plans" : "Service",
      String(at + 1),
      "1",
      better,
      name,
      value(),
      "Sep 25",
      "",
      value(),
      "Aug 25",
      value(),
      value(),
      at === 1 ? "46.4% (2024)" : "N/A",
    ];
  });
  return bytesOfText(csvText([BOARD_PAPER, ...rows]));
}

const MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];
const TWELVE_MONTHS = [
  "Section",
  "Indicator Name",
  "Metric",
  "What does good performance look like?",
  "Reporting Period",
  "Reporting Frequency",
  "Target/Plan",
  ...MONTHS,
];

const TWELVE_KPIS: readonly (readonly [name: string, metric: string, most: number])[] = [
  ["Audits judged good", "%", 99],
  ["Reviews held by the service", "Number", 300],
  ["Young people in supported internships", "Number", 80],
  ["Parents who rate the service good", "%", 99],
];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
/** Letter of a column, from 0; a sheet here has fewer than 26. */
export const letter = (column: number): string => String.fromCharCode(65 + column);

/** A cell of a worksheet part: words, or a number. */
export const sheetCell = (column: number, row: number, value: string | number): string =>
  typeof value === "number"
    ? `<c r="${letter(column)}${row}"><v>${value}</v></c>`
    : `<c r="${letter(column)}${row}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;

export const sheetRow = (row: number, cells: readonly (string | number)[]): string =>
  `<row r="${row}">${cells.map((value, column) => sheetCell(column, row, value)).join("")}</row>`;

/** Two styles: none, and per cent with a decimal place. */
export const STYLES =
  '<fonts count="1"><font/></fonts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs>';

/** A KPI sheet of twelve months, as a workbook: a row a KPI, April to September filled in. */
export function twelveMonthsFile(random: Random): Uint8Array {
  const rows = TWELVE_KPIS.map(([name, metric, most]) => [
    "Quality",
    name,
    metric,
    "Higher is better",
    "2025/26",
    "Monthly",
    random.int(1, most),
    ...Array.from({ length: 6 }, () => random.int(1, most)),
  ]);
  const sheet = [TWELVE_MONTHS, ...rows].map((cells, at) => sheetRow(at + 1, cells)).join("");
  return madeWorkbook({ sheets: { Scorecard: sheet }, styles: STYLES });
}

const PLACES: readonly (readonly string[])[] = [
  ["National", "", "", "", "", ""],
  ["Local authority", "", "", "E06009999", "999", "Sampleshire (invented)"],
  ["Local authority", "E12000009", "South West", "E06000058", "839", "Somewhere"],
  ["Local authority", "E12000006", "East of England", "E06000055", "822", "Elsewhere"],
];

/**
 * A published data set of the open data standard: plans issued in 20 weeks, two years, four places.
 */
export function timelinessFile(random: Random): Uint8Array {
  const headings = [
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code",
    "region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown",
    "plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks",
    "plans_issued_20_weeks_ex,pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex",
  ].flatMap((part) => part.split(","));
  const rows = ["2023", "2024"].flatMap((year) =>
    PLACES.map(([level, ...place]) => {
      const all = random.int(50, 2000);
      const ex = all - random.int(0, 20);
      const [inTime, inTimeEx] = [random.int(1, ex), random.int(1, ex)];
      return [
        ...[year, "Calendar year", level, "E92000001", "England", ...place],
        ...["All EHC plans issued", "All EHC plans issued"],
        ...[all, ex, inTime, inTimeEx].map(String),
        ...[(100 * inTime) / all, (100 * inTimeEx) / ex].map((share) => share.toFixed(1)),
      ];
    }),
  );
  return bytesOfText(csvText([headings, ...rows]));
}
