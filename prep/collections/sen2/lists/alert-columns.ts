import type { WorkingDays } from "../../../calendar/working-days";
import { daysLeft, type Alert } from "../model/alerts";
import { alertKinds } from "../model/alerts";
import type { Sen2Limits } from "../model/limits";
import type { ListColumn } from "../../../publish/list";
import type { CaseListOptions } from "../../../lists/case-list";
import type { CaseDetails } from "./case-details";

export interface AlertRow {
  readonly alert: Alert;
  readonly details: CaseDetails;
}

const kinds = new Map(alertKinds.map((words) => [words.kind, words]));

/**
 * The columns of the list of alerts. SEN2 carries no team and no caseworker: they have no column.
 */
export function alertColumns(
  limits: Sen2Limits,
  calendar: WorkingDays,
  { names }: Pick<CaseListOptions, "names">,
): ListColumn<AlertRow>[] {
  const text = (name: string, value: (row: AlertRow) => string | null): ListColumn<AlertRow> => ({
    name,
    type: "text",
    value,
  });
  const whole = (name: string, value: (row: AlertRow) => number | null): ListColumn<AlertRow> => ({
    name,
    type: "int64",
    value,
  });
  const date = (name: string, value: (row: AlertRow) => number | null): ListColumn<AlertRow> => ({
    name,
    type: "date",
    value,
  });
  const words = ({ alert }: AlertRow) => kinds.get(alert.kind)!;
  return [
    text("alert", (row) => words(row).name),
    text("state", ({ alert }) => (daysLeft(alert) < 0 ? "overdue" : "due")),
    date("due_date", ({ alert }) => alert.due),
    whole("days_left", ({ alert }) => daysLeft(alert)),
    date("last_working_day", ({ alert }) => calendar.lastBy(alert.due)),
    whole("working_days_left", ({ alert }) => calendar.between(alert.asAt, alert.due)),
    date("clock_started", ({ alert }) => alert.since),
    text("clock_runs_from", (row) => words(row).from),
    text("limit", (row) => words(row).limit(limits)),
    text("exception", ({ alert }) =>
      alert.exception ? "the return says that an exception applies" : null,
    ),
    text("remark", ({ alert }) =>
      alert.inferred === "age" ? "by age: the return gives no due date" : null,
    ),
    text("upn", ({ details }) => details.upn),
    text("uln", ({ details }) => details.uln),
    ...(names
      ? [
          text("surname", ({ details }) => details.surname),
          text("forename", ({ details }) => details.forename),
        ]
      : []),
    whole("age", ({ details }) => details.age),
    text("school_urn", ({ details }) => details.urn),
    text("school", ({ details }) => details.school),
    text("file", ({ details }) => details.file),
    text("person_record", ({ details }) => details.personRecord),
    text("request_record", ({ details }) => details.requestRecord),
    date("as_at", ({ alert }) => alert.asAt),
    text("law", (row) => words(row).source),
  ];
}
