import type { ComparatorKind } from "../../../src/kpi/target";
import { ENGLAND } from "../../reference/authorities";
import { kpiValueRow, type AreaRole, type KpiValueRow } from "../../star/kpi-value-row";
import { about, figure } from "./about-figure";
import { comparatorNote } from "./comparators";
import type { KpiRow } from "./kpi-row";

/** Whose sheet it is. */
export interface SheetOfAuthority {
  /** Three-digit number. */
  readonly authority: string;
  /** GSS code of its region; empty where it has none. */
  readonly regionCode: string;
  readonly sourceKey: number;
}

/**
 * Comparators as the sheet prints them, of the period that their own cell names, else of the figure
 * they stand beside.
 */
export function comparatorRows(
  row: KpiRow,
  { authority, regionCode, sourceKey }: SheetOfAuthority,
): KpiValueRow[] {
  const areas: Record<ComparatorKind, readonly [string, AreaRole]> = {
    england: [ENGLAND, "england"],
    region: [regionCode, "region"],
    neighbours: [authority, "neighbour_average"],
  };
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
