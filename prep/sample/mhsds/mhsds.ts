import { monthEnd, monthStart, type MonthIndex } from "../../calendar/periods";
import type { SampleCouncil } from "../councils";
import type { History } from "../history";
import type { SampleFile } from "../write/sample-file";
import { linkageTable } from "./linkage";
import { makePatients } from "./make-patients";
import type { Patient } from "./person";
import { submissionsOf, type SampleSubmission } from "./submissions";
import { writeMhsds, type MhsdsForm } from "./write-mhsds";

interface MhsdsOptions {
  readonly seed: number;
  /**
   * About how many people are known to mental health services, those of an anonymous service apart.
   */
  readonly people: number;
  /** First and last month; by default January 2024 (version 5 of the data set) to January 2026. */
  readonly first?: MonthIndex;
  readonly last?: MonthIndex;
  /** Whose people they are; Sampleshire's unless said otherwise. */
  readonly councils?: readonly SampleCouncil[];
}

/** What the sample's mental health providers know and have sent. */
interface MhsdsSample {
  readonly seed: number;
  readonly history: History;
  readonly first: MonthIndex;
  readonly last: MonthIndex;
  readonly patients: readonly Patient[];
  readonly submissions: readonly SampleSubmission[];
}

/** Makes the mental health side of a sample; the same options give the same people and files. */
export function makeMhsds(
  history: History,
  { seed, people, first = 2024 * 12, last = 2026 * 12, councils }: MhsdsOptions,
): MhsdsSample {
  const patients = [
    ...makePatients(history, {
      seed,
      people,
      first: monthStart(first),
      last: monthEnd(last),
      councils,
    }),
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

/** The extract under `mhsds/` in a form, and the linkage table that goes with it. */
export const mhsdsFiles = (
  { submissions, first, history, seed }: MhsdsSample,
  form: MhsdsForm = {},
): SampleFile[] => [
  ...writeMhsds(submissions, first, form).files,
  {
    name: "mhsds/linkage.csv",
    chunks: linkageTable(history, seed, form.identified ? "NHSNumber" : "Person_ID"),
  },
];
