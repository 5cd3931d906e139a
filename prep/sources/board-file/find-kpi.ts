import { indicatorIdOf } from "../../indicators/indicator-id";
import type { CatalogueEntry } from "../../indicators/catalogue-entry";
import { entryNamed, type KnownNames } from "../kpi-sheet/identity/identify";
import { nameKey } from "../kpi-sheet/identity/name-key";
import type { KpiRow } from "../kpi-sheet/kpi-row";
import { unitInName } from "../kpi-sheet/sheet-words";
import type { BoardKpi } from "./board-file";

/** What a KPI of a board is. */
export interface FoundKpi {
  readonly id: string;
  readonly entry: CatalogueEntry | null;
  readonly row: KpiRow | null;
}

/** Where KPIs are looked for. */
export interface KnownKpis {
  readonly catalogue: readonly CatalogueEntry[];
  readonly names: KnownNames;
  /** KPIs of the sheets, under their ids. */
  readonly rows: readonly KpiRow[];
}

const folded = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

/** The catalogue's indicator that a name has been given to, if it is measured alike. */
function byName(name: string, { unit }: BoardKpi, names: KnownNames): CatalogueEntry | null {
  const isShare = unit === null && unitInName(name) === "percent";
  return entryNamed(name, isShare ? "percent" : unit, names);
}

/** Finds KPIs by what a board calls them: the catalogue's id or name, that of a sheet, an alias. */
export function kpiFinder({ catalogue, names, rows }: KnownKpis): (kpi: BoardKpi) => FoundKpi {
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]));
  const exact = new Map(
    catalogue.flatMap((entry) => [
      [folded(entry.name), entry],
      [entry.id, entry],
    ]),
  );
  const firstBy = (keyOf: (row: KpiRow) => string): ReadonlyMap<string, KpiRow> =>
    new Map([...rows].reverse().map((row) => [keyOf(row), row]));
  const [byId, byText, byKey] = [
    firstBy(({ id }) => id),
    firstBy(({ name }) => folded(name)),
    firstBy(({ name }) => nameKey(name)),
  ];
  const ofEntry = (entry: CatalogueEntry): FoundKpi => ({
    id: entry.id,
    entry,
    row: byId.get(entry.id) ?? null,
  });
  const ofRow = (row: KpiRow): FoundKpi => ({
    id: row.id,
    entry: entries.get(row.id) ?? null,
    row,
  });
  return (kpi) => {
    const known = exact.get(folded(kpi.kpi));
    if (known) return ofEntry(known);
    const called = [kpi.kpi, ...(kpi.printedName === null ? [] : [kpi.printedName])];
    const said = called.flatMap((name) => byText.get(folded(name)) ?? [])[0] ?? byId.get(kpi.kpi);
    if (said) return ofRow(said);
    const entry = called.flatMap((name) => byName(name, kpi, names) ?? [])[0];
    if (entry) return ofEntry(entry);
    const like = called.flatMap((name) => byKey.get(nameKey(name)) ?? [])[0];
    if (like && (kpi.unit === null || kpi.unit === like.unit)) return ofRow(like);
    return { id: indicatorIdOf(kpi.kpi), entry: null, row: null };
  };
}
