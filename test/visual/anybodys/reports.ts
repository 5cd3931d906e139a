import type { Row } from "../../../page/visual/data-view";
import type { Case } from "./cases";

/** A public report of another visual, tried with rows like those of the report. */
export interface Report extends Case {
  /** Repository and number of the thread. */
  readonly thread: string;
}

const months = (values: readonly (number | null)[], more: (index: number) => Row): Row[] =>
  values.map((value, i) => ({
    indicator: "A",
    period: new Date(2023, i, 1),
    value,
    polarity: "higher",
    ...more(i),
  }));

const PERFECT = months(Array<number>(14).fill(1), () => ({ target: 0.95 }));

/** Reports that rows can try; docs/known-limits.md tells of all. */
export const REPORTS: readonly Report[] = [
  {
    thread: "AUS-DOH-Safety-and-Quality/PowerBI-SPC#547",
    name: "the target is on the scale of a percentage",
    rows: [{ indicator: "A", value: 0.82, target: 0.9, polarity: "higher" }],
    view: { formats: { value: "0.0%" } },
    drawn: { value: "82.0%", target: "90.0%", status: "Missed" },
  },
  {
    thread: "AUS-DOH-Safety-and-Quality/PowerBI-SPC#257",
    name: "the latest figure is rated by the latest target",
    rows: months([0.6, 0.6, 0.6], (i) => ({ target: i < 2 ? 0.75 : 0.5 })),
    view: { formats: { value: "0%", target: "0%" } },
    drawn: { value: "60%", target: "50%", status: "Met" },
  },
  {
    thread: "AUS-DOH-Safety-and-Quality/PowerBI-SPC#203",
    name: "a share with a per cent format is printed times 100",
    rows: [{ indicator: "A", value: 0.08, target: 0.1, polarity: "lower" }],
    view: { formats: { value: "0.0%", target: "0.0%" } },
    drawn: { value: "8.0%", target: "10.0%", status: "Met" },
  },
  {
    thread: "AUS-DOH-Safety-and-Quality/PowerBI-SPC#463",
    name: "figures that are always 100 per cent meet their target and are no cause for concern",
    rows: PERFECT,
    view: { formats: { value: "0%", target: "0%" } },
    drawn: {
      value: "100%",
      status: "Met",
      direction: "no change, steady",
    },
  },
  {
    thread: "AUS-DOH-Safety-and-Quality/PowerBI-SPC#164",
    name: "a blank takes the place of the figure that was drawn before it",
    rows: [{ indicator: "A", value: null, target: 0.9, polarity: "higher" }],
    drawn: { value: "no data", status: "Not rated", direction: "" },
  },
  {
    thread: "AUS-DOH-Safety-and-Quality/PowerBI-SPC#213",
    name: "targets of months to come are no figures",
    rows: months([60, 62, null, null], (i) => ({ target: 60 + i })),
    drawn: { value: "62", target: "61", status: "Met", asAt: "Feb 23" },
  },
  {
    thread: "MicrosoftDocs/powerbi-docs#1795",
    name: "value and target are printed by the format of the measure",
    rows: [{ indicator: "A", value: 0.674, target: 0.7, polarity: "higher" }],
    view: { formats: { value: "0.00%", target: "0.00%" } },
    drawn: { value: "67.40%", target: "70.00%", status: "Missed" },
  },
  {
    thread: "okviz/free-visuals#370",
    name: "thousands are parted",
    rows: [{ indicator: "A", value: 1_234_567, target: 1_000_000, polarity: "higher" }],
    view: { formats: { value: "#,0" } },
    drawn: { value: "1,234,567", target: "1,000,000" },
  },
  {
    thread: "okviz/free-visuals#222",
    name: "a KPI with a target and no figure stays in its place",
    rows: [
      { indicator: "A", value: null, target: 5, polarity: "lower" },
      { indicator: "B", value: 4, target: 5, polarity: "lower" },
    ],
    drawn: { name: "A", value: "no data" },
  },
  {
    thread: "okviz/Sparkline#22",
    name: "a blank month is no nought",
    rows: months([4, null, 6], () => ({ target: 5 })),
    drawn: { value: "6", status: "Met", direction: "" },
  },
  {
    thread: "okviz/free-visuals#209",
    name: "a date is printed as one",
    rows: [
      { indicator: "A", period: new Date(2020, 9, 29), value: 4 },
      { indicator: "A", period: new Date(2020, 9, 30), value: 5 },
    ],
    drawn: { asAt: "30 Oct 20", value: "5" },
  },
  {
    thread: "microsoft/charticulator#754",
    name: "names of months follow the calendar, not the alphabet",
    rows: ["April", "June", "May"].map((period, i) => ({ indicator: "A", period, value: 10 * i })),
    drawn: { asAt: "June", value: "10" },
  },
  {
    thread: "liprec/azurebi-docs#167",
    name: "numbers of months without a year have no latest",
    rows: ["01", "03", "02"].map((period, i) => ({ indicator: "A", period, value: 10 * i })),
    drawn: {
      value: "not sure which is latest: “01” has no known place in time",
      status: "Not rated",
    },
  },
  {
    thread: "Profitbase/PowerBI-visuals-FinancialReportingMatrix#94",
    name: "rows stand by the field Sort, not by the alphabet",
    rows: [
      { indicator: "A", sort: 2, value: 1 },
      { indicator: "B", sort: 1, value: 2 },
    ],
    drawn: { name: "B" },
  },
];
