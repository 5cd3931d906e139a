import type powerbi from "powerbi-visuals-api";
import type { Kpi } from "../model/kpi";

type SelectionId = powerbi.visuals.ISelectionId;

export interface Selection {
  /**
   * Selects all rows of a KPI's own figures, so that other visuals filter on it; again to clear.
   */
  select(kpi: Kpi, multiple: boolean): Promise<void>;
  clear(): Promise<void>;
  /** Opens the host's menu on a KPI or on empty space. */
  menu(kpi: Kpi | null, place: { x: number; y: number }): void;
  /** The identity of a KPI's latest row, for tooltips. */
  idOf(kpi: Kpi): SelectionId | null;
  /** Keys of the KPIs that the host holds as selected. */
  keys(kpis: readonly Kpi[]): Set<string>;
  /** The category to take identities from; to call with each new data view. */
  use(category: powerbi.DataViewCategoryColumn | undefined): void;
}

/**
 * Binds KPIs to the host's selection. `changed` is called when a bookmark or another visual changes
 * it.
 */
export function selectionOf(
  host: powerbi.extensibility.visual.IVisualHost,
  changed: () => void,
): Selection {
  const manager = host.createSelectionManager();
  let category: powerbi.DataViewCategoryColumn | undefined;
  const idOfRow = (row: number): SelectionId | null =>
    category
      ? // Measures as rows go over the rows of the category again and again.
        host
          .createSelectionIdBuilder()
          .withCategory(category, row % category.values.length)
          .createSelectionId()
      : null;
  const idsOf = ({ rows, latest }: Kpi): SelectionId[] =>
    (rows.length > 0 ? rows : [latest.row]).flatMap((row) => idOfRow(row) ?? []);
  manager.registerOnSelectCallback(changed);
  return {
    select: async (kpi, multiple) => {
      await manager.select(idsOf(kpi), multiple);
    },
    clear: async () => {
      await manager.clear();
    },
    menu: (kpi, place) => {
      manager.showContextMenu((kpi && idOfRow(kpi.latest.row)) ?? ({} as SelectionId), place);
    },
    idOf: (kpi) => idOfRow(kpi.latest.row),
    keys: (kpis) => {
      const held = manager.getSelectionIds() as SelectionId[];
      if (held.length === 0) return new Set();
      return new Set(
        kpis
          .filter((kpi) => {
            const own = idOfRow(kpi.latest.row);
            return own !== null && held.some((id) => own.equals(id));
          })
          .map(({ key }) => key),
      );
    },
    use: (next) => {
      category = next;
    },
  };
}
