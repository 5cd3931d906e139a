import type { Column } from "./columns";
import type { TableArea } from "./table-area";
import { textAt, type Grid } from "./grid";
import type { Label } from "./label-words";
import { isBlank } from "./row-kinds";

/** Labels whose words hold for the rows below where they stand left of the names of KPIs. */
const LEADING: ReadonlySet<Label> = new Set(["section", "group", "area", "period", "metric"]);

/** Words of leading columns by column and row, as the rows above give them. */
export type FilledDown = ReadonlyMap<number, ReadonlyMap<number, string>>;

/**
 * Columns left of the names of KPIs whose words stand once for the rows below, as merged cells have
 * them: service, place, month. A word further left ends those right of it.
 */
export function fillDown(grid: Grid, area: TableArea, columns: readonly Column[]): FilledDown {
  const name = columns.find(({ label }) => label === "name");
  if (name === undefined) return new Map();
  const first = area.headings + 1;
  const leading = columns.filter(
    ({ at, label, kind }) =>
      at < name.at &&
      label !== null &&
      LEADING.has(label) &&
      kind === null &&
      textAt(grid, first, at) !== "",
  );
  const filled = new Map(leading.map(({ at }) => [at, new Map<number, string>()]));
  const held = new Map<number, string>();
  for (let row = first; row < area.end; row++) {
    if (isBlank(grid, row, area)) continue;
    let isNew = false;
    for (const { at } of leading) {
      const own = textAt(grid, row, at);
      if (own !== "") held.set(at, own);
      else if (isNew) held.delete(at);
      isNew ||= own !== "";
      const words = held.get(at);
      if (words !== undefined) filled.get(at)!.set(row, words);
    }
  }
  return filled;
}
