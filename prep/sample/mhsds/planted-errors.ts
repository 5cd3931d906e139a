import { addMonths, dayFromIso, isoOf } from "../../calendar/day";
import type { SampleSubmission } from "./submissions";
import { tablesOf, type Row, type RowOptions } from "./table-rows";

/**
 * A kind of mistake in one row of a table. None changes a figure: it is in what no measure asks
 * for, or in a row that must be left out.
 */
interface HealthErrorKind {
  /** The check that must find it. */
  readonly rule: string;
  /** Number of the table. */
  readonly table: string;
  readonly field: string;
  readonly fits: (row: Row, version: 5 | 6) => boolean;
  /** What stands in the file in place of the row. */
  readonly plant: (row: Row) => readonly Row[];
}

const always = (): boolean => true;

/** A value that a field gets in a row that fits, in any unless it says. */
interface Change {
  readonly field: string;
  readonly value: string;
  readonly fits?: HealthErrorKind["fits"];
}
const set = (
  rule: string,
  table: string,
  { field, value, fits = always }: Change,
): HealthErrorKind => ({ rule, table, field, fits, plant: (row) => [{ ...row, [field]: value }] });
const isOpen = ({ ServDischDate, ReferRejectionDate }: Row): boolean =>
  ServDischDate === "" && ReferRejectionDate === "";
const isKnown = ({ OrgIDProv }: Row): boolean => OrgIDProv !== "DFC";
const sixth = (_: Row, version: 5 | 6): boolean => version === 6;

const HEALTH_ERROR_KINDS: readonly HealthErrorKind[] = [
  set("MH10", "101", { field: "ClinRespPriorityType", value: "9" }),
  set("MH10", "005", { field: "LDStatus", value: "9", fits: sixth }),
  set("MH11", "002", { field: "StartDateGMPRegistration", value: "2024-02-31" }),
  set("MH11", "201", { field: "ClinContDurOfCareCont", value: "half an hour" }),
  set("MH12", "001", { field: "OrgIDEduEstab", value: "The school" }),
  set("MH13", "101", { field: "AgeServReferDischDate", value: "140", fits: isOpen }),
  set("MH14", "101", { field: "OrgIDComm", value: "", fits: isKnown }),
  {
    // A discharge that has not happened yet does not end the referral.
    rule: "MH15",
    table: "101",
    field: "ServDischDate",
    fits: isOpen,
    plant: (row) => [{ ...row, ServDischDate: isoOf(addMonths(dayFromIso(row.InactTimeRef)!, 1)) }],
  },
  { rule: "MH05", table: "201", field: "", fits: always, plant: (row) => [row, row] },
  {
    rule: "MH04",
    table: "201",
    field: "",
    fits: always,
    plant: (row) => [
      row,
      {
        ...row,
        CareContactID: `${row.CareContactID}9`.slice(1),
        UniqCareContID: `${row.UniqCareContID}9`,
        RecordNumber: `${row.RecordNumber}9`,
      },
    ],
  },
  {
    rule: "MH02",
    table: "204",
    field: "",
    fits: always,
    plant: (row) => [
      row,
      {
        ...row,
        UniqSubmissionID: "99999999",
        RecordNumber: `99999999${row.RecordNumber.slice(8)}`,
      },
    ],
  },
  {
    rule: "MH03",
    table: "101",
    field: "",
    fits: always,
    plant: (row) => [row, { ...row, ServiceRequestID: "", UniqServReqID: "" }],
  },
];

interface PlantedHealthError {
  readonly rule: string;
  readonly table: string;
  readonly field: string;
  /** Submission, and number of the row in it from 1, where nothing were planted. */
  readonly submission: string;
  readonly row: number;
}

export interface HealthPlanting {
  readonly planted: readonly PlantedHealthError[];
  /** The rows of a table in a submission as the file has them. */
  readonly withErrors: (
    table: string,
    submission: SampleSubmission,
    rows: readonly Row[],
  ) => readonly Row[];
}

/**
 * Chooses where to plant so many mistakes: kind after kind, spread over the submissions that count.
 * Of a kind that too few rows fit there are fewer.
 */
export function plantHealthErrors(
  submissions: readonly SampleSubmission[],
  errors: number,
  versionOf: (submission: SampleSubmission) => 5 | 6,
  options: RowOptions,
): HealthPlanting {
  const latest = submissions.filter(({ superseded }) => !superseded);
  const places = new Map<string, HealthErrorKind>();
  const planted: PlantedHealthError[] = [];
  for (const [k, kind] of HEALTH_ERROR_KINDS.entries()) {
    const asked =
      Math.floor(errors / HEALTH_ERROR_KINDS.length) +
      (k < errors % HEALTH_ERROR_KINDS.length ? 1 : 0);
    if (asked === 0) continue;
    const fitting = latest.flatMap((submission) => {
      const version = versionOf(submission);
      const rows = tablesOf(version)[kind.table](submission, options);
      return rows.flatMap((row, i) =>
        kind.fits(row, version) && !places.has(`${kind.table} ${submission.id} ${i}`)
          ? [{ submission: submission.id, row: i + 1 }]
          : [],
      );
    });
    const wanted = Math.min(asked, fitting.length);
    for (let n = 0; n < wanted; n++) {
      const { submission, row } = fitting[Math.floor((n * fitting.length) / wanted)];
      places.set(`${kind.table} ${submission} ${row - 1}`, kind);
      planted.push({
        rule: kind.rule,
        table: `MHS${kind.table}`,
        field: kind.field,
        submission,
        row,
      });
    }
  }
  return {
    planted,
    withErrors: (table, { id }, rows) =>
      rows.flatMap((row, i) => places.get(`${table} ${id} ${i}`)?.plant(row) ?? [row]),
  };
}
