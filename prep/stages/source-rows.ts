import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import type { PublishedFile } from "../sources/published/published";
import { termStart } from "../calendar/terms";
import { censusForms, type Census, type CensusLags } from "../collections/school-census/census";
import type { Mhsds } from "../collections/mhsds/extract";
import { formNames } from "../collections/sen2/form-names";
import type { ReturnPeriod } from "../collections/sen2/periods";
import type { Sen2Return } from "../collections/sen2/return";
import { sourceDimension } from "../star/dimensions";
import type { StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";

export interface Sources {
  readonly returns: readonly Sen2Return[];
  readonly periods: readonly ReturnPeriod[];
  readonly censuses: readonly Census[];
  readonly lags: CensusLags;
  readonly mhsds: Mhsds | null;
  readonly kpiSheets: readonly KpiSheet[];
  /** With their final source keys. */
  readonly published: readonly PublishedFile[];
}

/** Names of files; of hundreds, the first and how many more. */
const fileNames = (files: readonly string[]): string =>
  files.length <= 12 ? files.join("; ") : `${files[0]} and ${files.length - 1} more`;

/** `version 5 and 6`. */
const versionsOf = ({ submissions }: Mhsds): string =>
  `version ${[...new Set(submissions.map(({ version }) => version))].sort().join(" and ")}`;

/** The loaded sources in the order of their keys: returns, censuses, mental health data, KPI sheets, published statistics (one source a release). */
export function sourceRows({
  returns,
  periods,
  censuses,
  lags,
  mhsds,
  kpiSheets,
  published,
}: Sources): StarData {
  const releases = new Map<number, PublishedFile[]>();
  for (const file of published)
    releases.set(file.sourceKey, [...(releases.get(file.sourceKey) ?? []), file]);
  return rowsTable(sourceDimension, [
    ...returns.map((ret, r) => [
      r + 1,
      "SEN2",
      formNames[ret.form],
      ret.files.join("; "),
      ret.year,
      periods[r].start,
      periods[r].plansEnd,
      ret.referenceDate,
    ]),
    ...censuses.map(({ forms, files, year, term, referenceDate }, c) => [
      returns.length + c + 1,
      "School census",
      forms.map((form) => censusForms[form]).join(", "),
      fileNames(files),
      year,
      termStart(term - Math.max(lags.attendance, lags.suspension)),
      referenceDate,
      referenceDate,
    ]),
    ...(mhsds === null
      ? []
      : [
          [
            returns.length + censuses.length + 1,
            "MHSDS",
            versionsOf(mhsds),
            fileNames(mhsds.files),
            null,
            mhsds.start,
            mhsds.end,
            null,
          ],
        ]),
    ...kpiSheets.map(({ file, sheet }, i) => [
      returns.length + censuses.length + (mhsds === null ? 0 : 1) + i + 1,
      "KPI sheet",
      sheet,
      file,
      null,
      null,
      null,
      null,
    ]),
    ...[...releases].map(([key, files]) => [
      key,
      "Published statistics",
      `release ${files[0].release}`,
      files.map(({ file }) => file).join("; "),
      null,
      null,
      null,
      null,
    ]),
  ]);
}
