import type { Finding, RowCount } from "../check/finding";
import { findingOf } from "../check/run";
import type { Census } from "../collections/school-census/census";
import { readingRules } from "../collections/school-census/rules/reading-rules";
import { returnPeriod } from "../collections/sen2/periods";
import { withoutRepeats } from "../collections/sen2/repeated-returns";
import type { Sen2Return } from "../collections/sen2/return";
import { fileFinding } from "../extracts/file-rules";
import type { Extracts } from "../extracts/extracts";
import { NothingToBuild } from "../nothing-to-build";
import type { Settings } from "../settings";

export interface Chosen {
  /** The settings', else the extracts' own; null where neither says one. */
  readonly authority: string | null;
  /** In the order of their reference dates, one for each. */
  readonly returns: readonly Sen2Return[];
  /** In the order of their terms, one for each. */
  readonly censuses: readonly Census[];
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

const rejectedRows = (rows: readonly RowCount[], files: ReadonlySet<string>): RowCount[] =>
  rows.map((row) => (files.has(row.file) ? { ...row, rowsOut: 0, rowsRejected: row.rowsIn } : row));

const censusFinding = (id: "H05" | "H06", { files }: Census): Finding =>
  findingOf(readingRules[id], "schoolcensus", {
    file: files[0],
    record: "",
    line: null,
    field: null,
  });

/** Picks the returns and censuses of one authority, once each, that speak of days up to the date the build stops at. Throws `NothingToBuild` when it cannot tell which authority. */
export function chooseExtracts({ returns, censuses, rows }: Extracts, settings: Settings): Chosen {
  const all = returns.map(({ ret }) => ret);
  const given = [
    ...new Set([...all, ...censuses].flatMap(({ authority }) => authority ?? [])),
  ].sort();
  if (settings.authority === null && given.length > 1)
    throw new NothingToBuild(
      `The extracts are of several authorities (${given.join(", ")}). Say which one to build with --authority.`,
    );
  const authority = settings.authority ?? given[0] ?? null;
  const isOther = (of: { readonly authority: string | null }): boolean =>
    of.authority !== null && of.authority !== authority;
  const { kept, rejected, findings: repeats } = withoutRepeats(all);
  const others = kept.filter(isOther);
  const late = kept.filter(
    (ret) =>
      !isOther(ret) &&
      settings.asAt !== null &&
      returnPeriod(ret, settings.asAt).start > settings.asAt,
  );
  const otherCensuses = censuses.filter(isOther);
  const lateCensuses = censuses.filter(
    (census) => !isOther(census) && settings.asAt !== null && census.referenceDate > settings.asAt,
  );
  const left = new Set(
    [...rejected, ...others, ...late, ...otherCensuses, ...lateCensuses].flatMap(
      ({ files }) => files,
    ),
  );
  return {
    authority,
    returns: kept
      .filter((ret) => !others.includes(ret) && !late.includes(ret))
      .sort((a, b) => a.referenceDate - b.referenceDate || a.year - b.year),
    censuses: censuses.filter(
      (census) => !otherCensuses.includes(census) && !lateCensuses.includes(census),
    ),
    findings: [
      ...repeats,
      ...others.map(({ files }) => fileFinding("F05", files[0])),
      ...late.map(({ files }) => fileFinding("F07", files[0])),
      ...otherCensuses.map((census) => censusFinding("H05", census)),
      ...lateCensuses.map((census) => censusFinding("H06", census)),
    ],
    rows: rejectedRows(rows, left),
  };
}
