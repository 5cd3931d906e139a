import { isoOf } from "../calendar/day";
import type { Sample } from "./make-sample";
import { samplePostcodes } from "./postcode-directory";
import { MOST_COUNCILS, SAMPLE_BOARD, SAMPLESHIRE, type SampleCouncil } from "./councils";
import { schoolLinks, schoolRegister } from "./register-files";
import type { SampleReturn } from "./return-record";
import { writeBladeCsv } from "./write/blade-csv";
import { encodeText } from "./write/encode-text";
import type { SampleFile } from "./write/sample-file";
import { writeSen2Xml } from "./write/sen2-xml";

type ReturnForm = "xml" | "blade-csv";
const FORMS: readonly ReturnForm[] = ["xml", "blade-csv"];

function returnFiles(ret: SampleReturn, form: ReturnForm): SampleFile[] {
  if (form === "blade-csv")
    return writeBladeCsv(ret).map(({ name, chunks }) => ({
      name: `sen2/${ret.year}/${name}`,
      chunks,
    }));
  return [{ name: `sen2/SEN2_${ret.year}.xml`, chunks: writeSen2Xml(ret) }];
}

/** Targets that the invented board has set: indicator, target, tolerance. */
export const TARGETS: readonly (readonly [
  indicator: string,
  target: string,
  tolerance: string | null,
])[] = [
  ["ehc_request_decisions_within_6_weeks_pct", "90", "5 points"],
  ["ehc_plans_within_20_weeks_pct", "60", "5 points"],
  ["ehc_assessments_open_over_20_weeks", "20", "5"],
  ["annual_review_held_12_months_pct", "90", "5 points"],
  ["annual_review_decision_within_4_weeks_pct", "80", "5 points"],
  ["annual_reviews_overdue", "100", "20"],
  ["phase_transfer_on_time_pct", "95", "3 points"],
  ["ehc_inmss_pct", "8", "1 points"],
  ["ehc_out_of_area_pct", "12", null],
  ["ehc_16_18_in_education_pct", "92", "2 points"],
  ["ehc_neet", "15", "3"],
];

/** The settings of the sample: its authority, several, or the board of all, and its targets. */
function settingsFile(
  councils: readonly SampleCouncil[],
  set: typeof TARGETS,
): Iterable<Uint8Array> {
  const authorities = councils.map(({ authority }) => authority);
  const whose =
    councils.length === 1
      ? { authority: authorities[0] }
      : councils.length === MOST_COUNCILS
        ? { allOf: SAMPLE_BOARD }
        : { authorities };
  const targets = set.map(([indicator, target, tolerance]) => ({
    indicator,
    target,
    tolerance,
  }));
  return encodeText([`${JSON.stringify({ ...whose, targets }, null, 2)}\n`]);
}

/** The returns of a sample, by turns in the forms given, the oldest first. */
export function* sen2Files(
  { returns }: Sample,
  forms: readonly ReturnForm[] = FORMS,
): Generator<SampleFile> {
  for (const [index, ret] of returns.entries())
    yield* returnFiles(ret, forms[index % forms.length]);
}

/** What the councils of a sample share: school register, postcode directory, and settings. */
export function* sharedFiles(
  { history: { returns } }: Sample,
  {
    targets = TARGETS,
    councils = [SAMPLESHIRE],
  }: {
    readonly targets?: typeof TARGETS;
    readonly councils?: readonly SampleCouncil[];
  } = {},
): Generator<SampleFile> {
  const stamp = isoOf(returns[returns.length - 1].reference).replace(/-/g, "");
  yield { name: `school-register/edubasealldata${stamp}.csv`, chunks: schoolRegister(councils) };
  yield { name: `school-register/links_edubasealldata${stamp}.csv`, chunks: schoolLinks(councils) };
  yield { name: "postcodes/postcode-directory.csv", chunks: samplePostcodes(councils) };
  yield { name: "send-scorecard.json", chunks: settingsFile(councils, targets) };
}

/**
 * All files of a sample of one council, for a folder: the returns under `sen2/` (by turns in the forms given, the
 * oldest return first), the
 * school register and its links, the postcode directory, and the settings with the targets of its
 * board.
 */
export function* sampleFiles(
  sample: Sample,
  {
    forms = FORMS,
    targets = TARGETS,
  }: { readonly forms?: readonly ReturnForm[]; readonly targets?: typeof TARGETS } = {},
): Generator<SampleFile> {
  yield* sen2Files(sample, forms);
  yield* sharedFiles(sample, { targets });
}
