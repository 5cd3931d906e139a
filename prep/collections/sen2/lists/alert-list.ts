import { civilOf } from "../../../calendar/day";
import { dayLabel } from "../../../calendar/periods";
import { workingDays, type WorkingDays } from "../../../calendar/working-days";
import { daysLeft, type Alert } from "../model/alerts";
import { alertKinds } from "../model/alerts";
import { alertsAtDataEnd, type AlertsOnDay } from "./alerts-on";
import { NothingToBuild } from "../../../nothing-to-build";
import { listChunks } from "../../../publish/list";
import { listWorkbook } from "../../../publish/list-workbook";
import type {
  CaseList,
  CaseListOptions,
  CaseListResult,
  CaseSource,
} from "../../../lists/case-list";
import type { Sen2Model } from "../model/model";
import { alertColumns, type AlertRow } from "./alert-columns";
import { caseDetails } from "./case-details";

const place = new Map(alertKinds.map(({ kind }, i) => [kind, i]));
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Most urgent first: by days left, then by kind in the order of a case, then by record. */
const byUrgency = (a: AlertRow, b: AlertRow): number =>
  daysLeft(a.alert) - daysLeft(b.alert) ||
  place.get(a.alert.kind)! - place.get(b.alert.kind)! ||
  byText(a.details.file, b.details.file) ||
  byText(a.details.requestRecord, b.details.requestRecord);

/**
 * By kind: how many are overdue, how many are due within the days chosen, and how many days the
 * longest is overdue.
 */
function counts(alerts: readonly Alert[], within: number): (string | number)[][] {
  const rows = alertKinds.map(({ kind, name }): (string | number)[] => {
    const left = alerts.filter((alert) => alert.kind === kind).map(daysLeft);
    const overdue = left.filter((days) => days < 0);
    return [
      name,
      overdue.length,
      left.length - overdue.length,
      overdue.length === 0 ? 0 : -Math.min(...overdue),
    ];
  });
  return [["Alert", "Overdue", `Due within ${within} days`, "Longest overdue, days"], ...rows];
}

function notes(
  { requestsDay, plansDay, reviewsKnown, phaseTransfersKnown, openWithoutDate }: AlertsOnDay,
  { within }: CaseListOptions,
  { settings }: CaseSource,
  { years, dueLast }: { readonly years: WorkingDays["years"]; readonly dueLast: number },
): string[] {
  const later = settings.asAt !== null && settings.asAt > Math.max(requestsDay, plansDay);
  return [
    `Requests and assessments as at ${dayLabel(requestsDay)}, plans and reviews as at ${dayLabel(plansDay)}: overdue, or due within ${within} days of it. What was done later than that is not known here.`,
    ...(later
      ? ["The day asked for lies after the data: load a newer extract to look further."]
      : []),
    ...(reviewsKnown
      ? []
      : [
          "Reviews are not listed: SEN2 keeps only the latest review of each plan. They are known from the 2024 return, on 31 December and on the reference date of a return.",
        ]),
    ...(phaseTransfersKnown
      ? []
      : ["Phase transfers are not listed: SEN2 has them from the 2025 return."]),
    ...(openWithoutDate > 0
      ? [
          `Open assessments without a date received, whose due date is not known: ${openWithoutDate}.`,
        ]
      : []),
    "The last day itself is in time. Limits run in calendar days; working days leave out weekends and bank holidays of England and Wales " +
      `(known for ${years.first} to ${years.last}).`,
    ...(dueLast > years.last
      ? [
          `Working days are left empty for due dates after ${years.last}: put a newer bank-holidays.json of GOV.UK into the folder.`,
        ]
      : []),
    "SEN2 has no date for the final amended plan of a review: those are listed until their due date, whether or not the plan is out.",
  ];
}

/** Makes the list of alerts. Throws `NothingToBuild` where there is no SEN2 return. */
async function make(
  model: Sen2Model | null,
  source: CaseSource,
  options: CaseListOptions,
): Promise<CaseListResult> {
  if (model === null)
    throw new NothingToBuild("Statutory alerts need a SEN2 return: none was recognised.");
  const onDay = alertsAtDataEnd(model);
  const alerts = onDay.alerts.filter((alert) => daysLeft(alert) <= options.within);
  const calendar = workingDays({
    file: source.sources.bankHolidays?.dates ?? [],
    settings: source.settings.bankHolidays,
  });
  const dueLast = Math.max(0, ...alerts.map(({ due }) => civilOf(due).year));
  const detailsOf = caseDetails(source, model);
  const rows = alerts
    .map((alert): AlertRow => ({
      alert,
      details: detailsOf(alert.caseOf, alert.setting, alert.asAt),
    }))
    .sort(byUrgency);
  const columns = alertColumns(model.options.limits, calendar, options);
  return {
    files: [
      { path: "alerts.csv", chunks: listChunks("alerts", columns, rows) },
      { path: "alerts.xlsx", chunks: [await listWorkbook("Alerts", columns, rows)] },
    ],
    rows: rows.length,
    counts: counts(alerts, options.within),
    notes: notes(onDay, options, source, { years: calendar.years, dueLast }),
  };
}

/** `alerts`: what the law wants done by a day, overdue or due soon. */
export const alertList: CaseList<Sen2Model> = {
  name: "alerts",
  description: "statutory time limits that have passed or end soon, most urgent first",
  make,
};
