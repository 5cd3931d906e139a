import type { Finding, RowCount } from "../check/finding";
import { returnPeriod } from "../collections/sen2/periods";
import { withoutRepeats } from "../collections/sen2/repeated-returns";
import type { Sen2Return } from "../collections/sen2/return";
import { fileFinding } from "../extracts/file-rules";
import type { Extracts } from "../extracts/extracts";
import { NothingToBuild, type Settings } from "../pipeline-contract";

export interface Chosen {
  /** The settings', else the returns' own; null where neither says one. */
  readonly authority: string | null;
  /** In the order of their reference dates, one for each. */
  readonly returns: readonly Sen2Return[];
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

const rejected = (rows: readonly RowCount[], files: ReadonlySet<string>): RowCount[] => rows.map((row) => (files.has(row.file) ? { ...row, rowsOut: 0, rowsRejected: row.rowsIn } : row));

/** Picks the returns of one authority, once each, that speak of days up to the date the build stops at. Throws `NothingToBuild` when it cannot tell which authority. */
export function chooseReturns({ returns, rows }: Extracts, settings: Settings): Chosen {
  const all = returns.map(({ ret }) => ret);
  const given = [...new Set(all.flatMap(({ authority }) => authority ?? []))].sort();
  if (settings.authority === null && given.length > 1) throw new NothingToBuild(`The returns are of several authorities (${given.join(", ")}). Say which one to build with --authority.`);
  const authority = settings.authority ?? given[0] ?? null;
  const { kept, rejected: repeats, findings } = withoutRepeats(all);
  const others = kept.filter((ret) => ret.authority !== null && ret.authority !== authority);
  const late = kept.filter((ret) => !others.includes(ret) && settings.asAt !== null && returnPeriod(ret, settings.asAt).start > settings.asAt);
  const left = new Set([...repeats, ...others, ...late].flatMap(({ files }) => files));
  return {
    authority,
    returns: kept.filter((ret) => !others.includes(ret) && !late.includes(ret)).sort((a, b) => a.referenceDate - b.referenceDate || a.year - b.year),
    findings: [...findings, ...others.map(({ files }) => fileFinding("F05", files[0])), ...late.map(({ files }) => fileFinding("F07", files[0]))],
    rows: rejected(rows, left),
  };
}
