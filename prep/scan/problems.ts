import type { ScanProblem } from "./scan-result";

const LISTED_PER_CODE = 100;

export interface ProblemList {
  /** Notes a problem. After the hundredth of one code the rest are only counted. */
  add(
    code: string,
    severity: ScanProblem["severity"],
    message: string,
    line: number | null,
    offset?: number | null,
    rowsRejected?: number,
  ): void;
  /**
   * All problems in the order they were met, then one line for each code that had more than a
   * hundred.
   */
  finish(): ScanProblem[];
}

/** Collects what a scanner could not read, with at most a hundred entries a code. */
export function problemList(): ProblemList {
  const listed: ScanProblem[] = [];
  const counts = new Map<
    string,
    { seen: number; unlistedRows: number; severity: ScanProblem["severity"] }
  >();
  return {
    add(code, severity, message, line, offset = null, rowsRejected = 0) {
      const count = counts.get(code) ?? { seen: 0, unlistedRows: 0, severity };
      counts.set(code, count);
      count.seen++;
      if (count.seen <= LISTED_PER_CODE)
        listed.push({ code, severity, message, line, offset, rowsRejected });
      else count.unlistedRows += rowsRejected;
    },
    finish() {
      const more: ScanProblem[] = [];
      for (const [code, { seen, unlistedRows, severity }] of counts) {
        if (seen <= LISTED_PER_CODE) continue;
        const message = `${seen - LISTED_PER_CODE} more problems of this kind are not listed one by one. Mend the ones above first: they often share a cause.`;
        more.push({
          code,
          severity,
          message,
          line: null,
          offset: null,
          rowsRejected: unlistedRows,
        });
      }
      return [...listed, ...more];
    },
  };
}
