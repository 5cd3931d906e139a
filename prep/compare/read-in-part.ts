import type { Finding } from "../check/finding";
import { fileFinding, fileRules } from "../extracts/file-rules";
import type { Gap } from "../indicators/gap";
import { verdictOn, type CoverageLimits, type Verdict } from "../indicators/gate";
import type { KpiValueRow } from "../star/kpi-value-row";
import { notShown } from "./one-figure-a-key";

/**
 * The figures of a KPI sheet that was read in part. A row of a sheet stands on itself, so those
 * that were read are to be read with care; where more is lost than the second limit allows, none is
 * shown.
 */
export function inDoubt(rows: readonly KpiValueRow[], verdict: Verdict | null): KpiValueRow[] {
  if (verdict === null || verdict.is === "whole") return [...rows];
  const { is, note, coverage } = verdict;
  const left = {
    rows_eligible: coverage.eligible,
    rows_left_out: coverage.leftOut,
    left_out_reason: coverage.reason,
  };
  return rows.map((row) => {
    if (row.status !== "ok") return row;
    if (is === "hidden") return { ...notShown(row, note), ...left };
    const { comparability } = row;
    if (comparability === null) return row;
    return {
      ...row,
      ...left,
      comparability: comparability === "comparable" ? "caution" : comparability,
      comparability_note: [row.comparability_note, note].filter((words) => words).join("; "),
    };
  });
}

/** A file of figures with what was lost of it. */
interface ReadFile {
  readonly file: string;
  readonly gaps?: readonly Gap[];
}

/** A finding for each file of which so little was read that none of its figures is shown. */
export const unusedFiles = (files: readonly ReadFile[], limits: CoverageLimits): Finding[] =>
  files.flatMap(({ file, gaps = [] }) => {
    const verdict = verdictOn(gaps, limits);
    return verdict?.is === "hidden"
      ? [fileFinding("F22", file, `${fileRules.F22.message} ${verdict.note}.`)]
      : [];
  });
