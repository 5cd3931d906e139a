import type { Unit } from "../../src/kpi/unit";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { readOnce } from "../reference/read-reference";
import { knownNames } from "../sources/kpi-sheet/identity/identify";
import { nameKey } from "../sources/kpi-sheet/identity/name-key";
import type { KpiRow } from "../sources/kpi-sheet/kpi-row";
import type { NamedIndicator, NamedIndicators } from "../sources/published/declared-figures";

interface Known {
  /** Units of all indicators, by id. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly catalogue: readonly CatalogueEntry[];
  /** KPIs of the sheets, under their ids. */
  readonly rows: readonly KpiRow[];
}

const onceEach = (all: readonly NamedIndicator[]): readonly NamedIndicator[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

/**
 * The indicators by what a row may call them: an id, a reference or name of the KPI sheets, a name
 * of the catalogue or of the lists. Of a name of a number and a share the value tells which is meant.
 */
export function namedIndicators({ units, catalogue, rows }: Known): NamedIndicators {
  const names = readOnce(() => knownNames(catalogue));
  const ofSheets = readOnce(() => {
    const found = new Map<string, NamedIndicator[]>();
    for (const { id, ref, name, unit } of rows)
      for (const key of [ref.trim().toLowerCase(), nameKey(name)])
        if (key !== "") found.set(key, [...(found.get(key) ?? []), { id, unit }]);
    return found;
  });
  const named = (words: string, isShare: boolean): readonly NamedIndicator[] => {
    const unit = units.get(words);
    if (unit !== undefined) return [{ id: words, unit }];
    const key = nameKey(words);
    const sheets = onceEach(
      ofSheets().get(words.trim().toLowerCase()) ?? ofSheets().get(key) ?? [],
    );
    if (sheets.length > 0) return sheets;
    const [plain, share] = [names().get(key) ?? [], names().get(`pct ${key}`) ?? []];
    // The catalogue's own name of a share need not say that it is one.
    const isOwnName = share.some(({ name }) => name.toLowerCase() === words.trim().toLowerCase());
    if (isShare) return onceEach([...plain, ...share].filter((entry) => entry.unit !== "count"));
    return onceEach(plain.length > 0 || !isOwnName ? plain : share);
  };
  return { units, named };
}
