import { csvLine } from "../write/csv-line";

/** A KPI that the invented council keeps by hand, as its paper prints it. */
interface PrintedKpi {
  readonly number: string;
  readonly direction: "▲" | "▼";
  readonly name: string;
  readonly current: string;
  readonly arrow: "▲" | "▼" | "↔" | "";
  readonly previous: string;
  readonly target: string;
  readonly lastYear: string;
  readonly national?: string;
}

const printed = (
  [number, direction, name]: readonly [string, PrintedKpi["direction"], string],
  [current, arrow, previous, lastYear]: readonly [string, PrintedKpi["arrow"], string, string],
  target: string,
  national?: string,
): PrintedKpi => ({
  number,
  direction,
  name,
  current,
  arrow,
  previous,
  lastYear,
  target,
  national,
});

const KPIS: readonly PrintedKpi[] = [
  printed(
    [
      "1",
      "▲",
      "% of requests for stat advice where health responded within 6 wks from the date of request from the LA",
    ],
    ["91%", "▲", "88%", "79%"],
    "95%",
  ),
  printed(
    ["2", "▲", "Speech and language therapy: % seen within 18 weeks"],
    ["89%", "▲", "86%", "80%"],
    "92%",
  ),
  printed(
    ["3", "▼", "Wait for the school-age neurodevelopmental pathway"],
    ["18mths", "▲", "17mths", "13mths"],
    "12",
  ),
  printed(
    ["4", "▼", "% of NEETs / Not Knowns"],
    ["4.1%", "▼", "4.4%", "4.6%"],
    "Below National",
    "5.4% (Dec 25)",
  ),
  printed(["5", "▼", "No. of complaints"], ["9", "▼", "12", "14"], "8"),
  printed(
    ["6", "▲", "% of case audits judged as good/outstanding (quarterly update)"],
    ["58%", "▲", "51%", "44%"],
    "75%",
  ),
  printed(
    ["7", "▲", "% of permanent case officers in post in the SEND Team"],
    ["84%", "▲", "79%", "71%"],
    "90%",
  ),
  printed(
    ["8", "▼", "No. of permanent vacancies in the EP Team (FTE)"],
    ["2.5", "▼", "3", "4"],
    "1",
  ),
  printed(
    ["9", "▲", "% SEND Service workforce attended IPSEA Level 1 and 2 SEND Law"],
    ["awaiting data", "", "72%", "40%"],
    "100%",
  ),
];

/** The sheet that is kept by hand, in the layout that a board prints. */
export function* handKeptSheet(): Generator<string> {
  yield csvLine(["SEND Improvement Board: KPIs kept by hand (invented)"]);
  yield csvLine([
    "KPI No",
    "Required direction of travel",
    "KPIs",
    "Current Month Performance - Jan 26",
    "Actual Direction of Travel",
    "Previous Month Performance - Dec 25",
    "Target",
    "Jan 25",
    "National",
  ]);
  for (const {
    number,
    direction,
    name,
    current,
    arrow,
    previous,
    target,
    lastYear,
    national,
  } of KPIS)
    yield csvLine([
      number,
      direction,
      name,
      current,
      arrow,
      previous,
      target,
      lastYear,
      national ?? "N/A",
    ]);
}
