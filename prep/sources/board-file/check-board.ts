import type { KpiSheet } from "../kpi-sheet/read-kpi-sheet";
import type { Boards, PlacedKpi } from "./placed";

/** What a KPI of a board was taken for. */
export interface CheckedKpi {
  /** File, sheet and row of it. */
  readonly place: string;
  readonly kpi: string;
  readonly id: string;
  readonly matched: string;
  /** Where its figures come from; `none` where nothing has any. */
  readonly figures: string;
}

interface ToCheck {
  readonly boards: Pick<Boards, "kpis">;
  readonly kpiSheets: readonly KpiSheet[];
  /** Ids of indicators that the extracts count. */
  readonly counted: readonly string[];
  /** Ids of indicators that are in the published statistics. */
  readonly published: readonly string[];
}

const placeOf = ({ file, sheet, line }: PlacedKpi): string =>
  `${file}${sheet === "" ? "" : ` "${sheet}"`} ${line}`;

const matchedTo = ({ entry, row, id }: PlacedKpi): string => {
  if (entry !== null) return `catalogue: ${entry.name}`;
  return row === null ? `nothing known; its own id ${id}` : `KPI of a sheet: ${row.name}`;
};

/** What each KPI of the boards was matched to, and where its figures come from. */
export function checkedBoard({ boards, kpiSheets, counted, published }: ToCheck): CheckedKpi[] {
  const sources: readonly (readonly [ids: ReadonlySet<string>, name: string])[] = [
    [new Set(counted), "counted"],
    ...kpiSheets.map(
      ({ rows, file }) => [new Set(rows.map(({ id }) => id)), `sheet ${file}`] as const,
    ),
    [new Set(published), "published"],
  ];
  return boards.kpis.map((kpi) => {
    const from = sources.filter(([ids]) => ids.has(kpi.id)).map(([, name]) => name);
    const figures = from.length > 0 ? [...new Set(from)].join(", ") : "none";
    return {
      place: placeOf(kpi),
      kpi: kpi.name,
      id: kpi.id,
      matched: matchedTo(kpi),
      figures: figures === "none" && kpi.words !== null ? "words" : figures,
    };
  });
}
