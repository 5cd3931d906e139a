import { desc, escape, op } from "arquero";
import type { ColumnTable } from "arquero";
import type { Frequency } from "../../src/kpi/frequency";
import { recordGroupsOf, recordsOf, recordTable } from "../columns/record-table";
import type { KpiValueRow } from "../star/kpi-value-row";

/** The own figures of one KPI in order of time, one a period, with the one that is read now. */
export interface KpiHistory {
  readonly rows: readonly KpiValueRow[];
  /** Place of the latest row with a figure. */
  readonly current: number;
}

/** What tells one KPI from another. */
const KPI = ["indicator_id", "area_code", "service"] as const;

/** A table of the rows of the own area as a whole. */
const ofWholeArea = (rows: readonly KpiValueRow[]): ColumnTable =>
  recordTable(
    rows.filter(({ area_role, breakdown }) => area_role === "own" && breakdown === "all"),
    [...KPI, "origin", "frequency", "period_end", "is_shown"],
  );

/** Of each group what is our own, printed or counted; what is published where there is nothing else. */
const oursFirst = (grouped: ColumnTable): ColumnTable =>
  grouped
    .derive({ is_published: escape(({ origin }: KpiValueRow) => Number(origin === "published")) })
    .derive({ wanted: op.min("is_published") })
    .filter(
      escape(
        ({ is_published, wanted }: { is_published: number; wanted: number }) =>
          is_published === wanted,
      ),
    );

/** `figureFrequencies` of a table of the whole own area. */
function frequenciesOf(
  own: ColumnTable,
  meant: ReadonlyMap<string, Frequency>,
): ReadonlyMap<string, Frequency> {
  const isMeant = ({ indicator_id, frequency }: KpiValueRow): boolean =>
    frequency === meant.get(indicator_id);
  const read = oursFirst(own.groupby("indicator_id"))
    .derive({ is_meant: escape(isMeant) })
    .orderby(desc("is_meant"), desc("period_end"), "frequency")
    .dedupe("indicator_id");
  return new Map(
    recordsOf<KpiValueRow>(read).map(({ indicator_id, frequency }) => [indicator_id, frequency]),
  );
}

/**
 * The frequency that each indicator's own figures are read at: the one it is meant to have; where
 * no figure has that
 * (a termly KPI in the monthly columns of a sheet), that of the latest. Indicators without an own
 * figure are left out.
 */
export const figureFrequencies = (
  rows: readonly KpiValueRow[],
  meant: ReadonlyMap<string, Frequency>,
): ReadonlyMap<string, Frequency> => frequenciesOf(ofWholeArea(rows), meant);

export const hasFigure = ({ status, value }: KpiValueRow): boolean =>
  status === "ok" && value !== null;

/**
 * The figure that each KPI is read by now, with its history: of the whole own area, at the
 * frequency that
 * `figureFrequencies` gives, of each period the figure that is marked as shown, the latest period
 * that has a
 * figure. The key measures of the Power BI model choose the same. A KPI without any figure is left
 * out. `meant` says
 * how often each indicator is meant to be read.
 */
export function currentFigures(
  rows: readonly KpiValueRow[],
  meant: ReadonlyMap<string, Frequency>,
): KpiHistory[] {
  const own = ofWholeArea(rows);
  const frequencies = frequenciesOf(own, meant);
  const isRead = ({ indicator_id, frequency }: KpiValueRow): boolean =>
    frequency === frequencies.get(indicator_id);
  const isShown = ({ is_shown }: KpiValueRow): boolean => is_shown === 1;
  const histories = own
    .filter(escape(isShown))
    .filter(escape(isRead))
    .groupby(...KPI)
    .orderby("period_end");
  return recordGroupsOf<KpiValueRow>(histories).flatMap((history) => {
    const current = history.map(hasFigure).lastIndexOf(true);
    return current < 0 ? [] : [{ rows: history, current }];
  });
}
