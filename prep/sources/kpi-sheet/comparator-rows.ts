import type { ComparatorKind } from "../../../src/kpi/target";
import { ENGLAND } from "../../reference/authorities";
import { kpiValueRow, type AreaRole, type KpiValueRow } from "../../star/kpi-value-row";
import { about, figure } from "./about-figure";
import { comparatorNote } from "./comparators";
import type { KpiSheet } from "./read-kpi-sheet";
import type { KpiPoint, KpiRow } from "./kpi-row";

/** Whose sheet it is. */
export interface SheetOfAuthority {
  /** Three-digit number. */
  readonly authority: string;
  /** GSS code of its region; empty where it has none. */
  readonly regionCode: string;
  readonly sourceKey: number;
}

const areasOf = ({
  authority,
  regionCode,
}: SheetOfAuthority): Record<ComparatorKind, readonly [string, AreaRole]> => ({
  england: [ENGLAND, "england"],
  region: [regionCode, "region"],
  neighbours: [authority, "neighbour_average"],
});

/** The figures of a sheet that is England's, a region's or the neighbours', as comparators. */
export function comparedRows(
  { kind, rows }: NonNullable<KpiSheet["compared"]>,
  whose: SheetOfAuthority,
): KpiValueRow[] {
  const [area, role] = areasOf(whose)[kind];
  const { authority, sourceKey } = whose;
  const shown = { area, role, authority, sourceKey };
  const pointsOf = ({ earlier, priorYear, previous, current }: KpiRow): readonly KpiPoint[] =>
    [...earlier, priorYear, previous, current].filter((point) => point !== null);
  if (area === "") return [];
  return rows.flatMap((row) =>
    row.place
      ? []
      : pointsOf(row)
          .filter(({ cell }) => cell.status === "ok" && cell.value !== null)
          .map(({ cell, period }) => {
            const { comparability, note } = comparatorNote(row, { kind, cell });
            return kpiValueRow({
              ...about(row, shown, { cell, period }),
              ...figure(cell),
              method: "published",
              status: "ok",
              // The row is the comparator itself: nothing of ours stands in it to differ from.
              comparability: row.unit === "count" ? comparability : "comparable",
              comparability_note: row.unit === "count" ? note : null,
            });
          }),
  );
}

/**
 * Comparators as the sheet prints them, of the period that their own cell names, else of the figure
 * they stand beside.
 */
export function comparatorRows(row: KpiRow, whose: SheetOfAuthority): KpiValueRow[] {
  const { authority, sourceKey } = whose;
  const areas = areasOf(whose);
  const written = new Set<string>();
  return [...row.earlier, row.previous, row.current].flatMap((point) =>
    (point?.beside?.comparators ?? []).flatMap((comparator): KpiValueRow[] => {
      const { kind, cell } = comparator;
      const [area, role] = areas[kind];
      const period = cell.asAt ?? point!.period;
      const key = `${kind} ${period.frequency} ${period.end}`;
      if (cell.status !== "ok" || area === "" || written.has(key)) return [];
      written.add(key);
      const { comparability, note } = comparatorNote(row, comparator);
      return [
        kpiValueRow({
          ...about(row, { area, role, authority, sourceKey }, { cell, period }),
          ...figure(cell),
          method: "published",
          status: "ok",
          comparability,
          comparability_note: note,
        }),
      ];
    }),
  );
}
