import { monthEnd, monthStart, type MonthIndex } from "../../calendar/periods";
import type { History } from "../history";
import { csvLine } from "../write/csv-line";
import { encodeText } from "../write/encode-text";
import type { SampleFile } from "../write/sample-file";
import { linkageTable } from "./linkage";
import { makePatients } from "./make-patients";
import type { Patient } from "./person";
import type { PlantedHealthError } from "./planted-errors";
import { submissionsOf, type Submission } from "./submissions";
import { writeMhsds, type MhsdsForm } from "./write-mhsds";

export interface MhsdsOptions {
  readonly seed: number;
  /** About how many people are known to mental health services, those of an anonymous service apart. */
  readonly people: number;
  /** First and last month; by default January 2024 (version 5 of the data set) to January 2026. */
  readonly first?: MonthIndex;
  readonly last?: MonthIndex;
}

/** What the sample's mental health providers know and have sent. */
export interface MhsdsSample {
  readonly seed: number;
  readonly history: History;
  readonly first: MonthIndex;
  readonly last: MonthIndex;
  readonly patients: readonly Patient[];
  readonly submissions: readonly Submission[];
}

/** Makes the mental health side of a sample; the same options give the same people and files. */
export function makeMhsds(
  history: History,
  { seed, people, first = 2024 * 12, last = 2026 * 12 }: MhsdsOptions,
): MhsdsSample {
  const patients = [
    ...makePatients(history, { seed, people, first: monthStart(first), last: monthEnd(last) }),
  ];
  return {
    seed,
    history,
    first,
    last,
    patients,
    submissions: submissionsOf(patients, first, last),
  };
}

/** Mistakes that were planted, as a CSV file. */
const plantedFile = (planted: readonly PlantedHealthError[]): Iterable<Uint8Array> =>
  encodeText([
    csvLine(["rule", "table", "field", "submission", "row"]),
    ...planted.map(({ rule, table, field, submission, row }) =>
      csvLine([rule, table, field, submission, String(row)]),
    ),
  ]);

/** The extract under `mhsds/` in a form, the linkage table that goes with it, and under `answers/` the mistakes that were planted, where any were. */
export function mhsdsFiles(
  { submissions, first, history, seed }: MhsdsSample,
  form: MhsdsForm = {},
): SampleFile[] {
  const { files, planted } = writeMhsds(submissions, first, form);
  return [
    ...files,
    {
      name: "mhsds/linkage.csv",
      chunks: linkageTable(history, seed, form.identified ? "NHSNumber" : "Person_ID"),
    },
    ...(planted.length > 0
      ? [{ name: "answers/planted-errors-mhsds.csv", chunks: plantedFile(planted) }]
      : []),
  ];
}
