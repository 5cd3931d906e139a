import { exceptionReport, type ExceptionReport } from "../../../../prep/publish/exceptions/report";
import { build, text } from "../../pipeline/run";

const HEADINGS = [
  "Indicator",
  "Section",
  "Better when",
  "Unit",
  "Frequency",
  "Cumulative from",
  "Period",
  "Value",
  "Target",
  "Tolerance",
  "Owner",
  "Commentary",
  "Action",
] as const;

interface Kpi {
  readonly name: string;
  readonly section: string;
  readonly better: "higher" | "lower" | "neutral";
  readonly unit: string;
  readonly target?: string;
  readonly tolerance?: string;
  readonly values: readonly string[];
  readonly cumulative?: string;
  readonly frequency?: string;
  readonly owner?: string;
  readonly commentary?: string;
  readonly action?: string;
}

const MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A KPI sheet in the long layout, April 2025 on, as CSV. */
const sheetOf = (kpis: readonly Kpi[]): string =>
  [
    HEADINGS.join(","),
    ...kpis.flatMap((kpi) =>
      kpi.values.map((value, i) =>
        [
          kpi.name,
          kpi.section,
          kpi.better,
          kpi.unit,
          kpi.frequency ?? "monthly",
          kpi.cumulative ?? "",
          `${MONTHS[i]} 25`,
          value,
          kpi.target ?? "",
          kpi.tolerance ?? "",
          kpi.owner ?? "",
          kpi.commentary ?? "",
          kpi.action ?? "",
        ]
          .map(quoted)
          .join(","),
      ),
    ),
    "",
  ].join("\r\n");

/** What is reported of a sheet of these KPIs, read and rated by the pipeline. */
export async function reportOf(kpis: readonly Kpi[]): Promise<ExceptionReport> {
  const { star, exceptions } = await build([text("board.csv", sheetOf(kpis))], {
    authority: "839",
  });
  return exceptionReport(star, exceptions)!;
}

/** An invented board's KPIs; what makes each an exception, and since when, is written beside it. */
export const boardKpis: readonly Kpi[] = [
  // 61 is 34 points short of 95, 6.8 tolerances of 5; below 90 from June.
  {
    name: "New plans issued within 20 weeks",
    section: "Timeliness",
    better: "higher",
    unit: "per cent",
    target: "95%",
    tolerance: "5 points",
    values: ["96%", "91%", "80%", "71%", "55%", "61%"],
    owner: "Head of SEND",
    commentary:
      "Educational psychology advice arrives late in four of ten cases; two locum psychologists began in August.",
    action:
      "Second weekly panel from October: service manager. Backlog plan to the board in November.",
  },
  // No scale: target 0 without a tolerance; never at 0.
  {
    name: "Cases waiting over 20 weeks",
    section: "Timeliness",
    better: "lower",
    unit: "number",
    target: "0",
    values: ["140", "133", "120", "104", "91", "77"],
    owner: "Head of SEND",
    commentary: "Falling every month since April.",
    action: "Weekly case conference until there are none.",
  },
  // 88 of 100: 12 per cent of the target; not known for July.
  {
    name: "Health advice within six weeks",
    section: "Health",
    better: "higher",
    unit: "per cent",
    target: "100%",
    values: ["97%", "95%", "93%", "awaiting data", "90%", "88%"],
    owner: "Designated clinical officer",
  },
  // 25.5 against 20, a tenth of it is the tolerance: 2.75 tolerances beyond.
  {
    name: "Average wait for speech and language therapy",
    section: "Health",
    better: "lower",
    unit: "weeks",
    target: "20",
    tolerance: "10% of target",
    values: ["19", "21", "23", "24", "25", "25.5"],
    owner: "Children's therapies manager",
    commentary: "Two posts are vacant.",
    action: "",
  },
  // Met, but falling for two months.
  {
    name: "Annual health checks done",
    section: "Health",
    better: "higher",
    unit: "per cent",
    target: "75%",
    tolerance: "5 points",
    values: ["70%", "75%", "79%", "84%", "82%", "80%"],
    owner: "GP lead",
  },
  // Near: 2 of 5 points short, and falling.
  {
    name: "Parents who feel listened to",
    section: "Experience",
    better: "higher",
    unit: "per cent",
    target: "80%",
    tolerance: "5 points",
    values: ["82%", "83%", "81%", "81%", "80%", "78%"],
    owner: "Parent carer forum",
    commentary: "214 answers in September.",
  },
  // Exactly on the bound of the tolerance, and improving: near, no exception.
  {
    name: "Reviews held on time",
    section: "Reviews",
    better: "higher",
    unit: "per cent",
    target: "90%",
    tolerance: "5 points",
    values: ["80%", "81%", "82%", "83%", "84%", "85%"],
  },
  // Worsening without a target.
  {
    name: "Complaints",
    section: "Experience",
    better: "lower",
    unit: "number",
    values: ["4", "5", "6", "6", "8", "9"],
  },
  // Neither end is better.
  {
    name: "Plans maintained",
    section: "Plans",
    better: "neutral",
    unit: "number",
    values: ["2000", "2010", "2025", "2040", "2050", "2061"],
  },
  // A word in place of the last figure; August missed.
  {
    name: "Decisions within six weeks",
    section: "Timeliness",
    better: "higher",
    unit: "per cent",
    target: "100%",
    tolerance: "2 points",
    values: ["99%", "99%", "98%", "97%", "96%", "awaiting data"],
    owner: "Assessment team manager",
  },
];

const missed = {
  section: "Plans",
  better: "higher",
  unit: "per cent",
  target: "95%",
  tolerance: "5 points",
} as const;

/** KPIs that all miss their target, each by a little more than the next, with long texts. */
export const manyKpis = (
  count: number,
  words = "Long words of the board about what was done and what will be done by whom and when. ",
  times = 8,
): readonly Kpi[] =>
  Array.from({ length: count }, (_, i) => ({
    ...missed,
    name: `KPI ${i + 1} of many`,
    values: ["80%", `${(20 + i).toFixed(0)}%`],
    owner: "Head of SEND",
    commentary: words.repeat(times),
    action: words.repeat(times),
  }));

/** Texts that a page must not take for markup, in every field that a board writes itself. */
export const hostileKpis: readonly Kpi[] = [
  {
    ...missed,
    name: `"><svg onload=alert(1)>`,
    section: `<iframe src=//example.org>`,
    values: ["80%", "70%"],
    owner: `</style><script>alert(1)</script>`,
    commentary: `<script>alert(1)</script><img src=x onerror=alert(1)>`,
    action: `' onmouseover='alert(1)' & <b>&lt;i&gt;`,
  },
  {
    ...missed,
    name: `<a href="javascript:alert(1)">`,
    target: "",
    tolerance: "",
    values: ["80%", "70%"],
    commentary: `<meta http-equiv=refresh content=0>`,
  },
  {
    ...missed,
    name: "Waiting",
    section: "<!--",
    values: ["80%", `awaiting <script>alert(2)</script>`],
    owner: "]]>",
    commentary: "--><plaintext>",
  },
];
