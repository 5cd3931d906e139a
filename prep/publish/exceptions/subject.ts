import type { Polarity } from "../../../src/kpi/polarity";
import type { Unit } from "../../../src/kpi/unit";
import type { Day } from "../../calendar/day";
import { isMissingValue, type Star } from "../../star/frame";

/** What a KPI is, and what its board says of it. */
export interface Subject {
  readonly name: string;
  readonly section: string | null;
  readonly reference: string | null;
  readonly unit: Unit;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly cumulative: boolean;
  readonly owner: string | null;
  readonly commentary: string | null;
  readonly action: string | null;
  /** Post or team that does the work. */
  readonly lead: string | null;
  /** Day by which the action is to be done. */
  readonly actionDue: Day | null;
  readonly progress: string | null;
}

/** A source of figures, in words: what it is, and with the names of its files. */
export interface SourceWords {
  readonly name: string;
  readonly files: string;
}

type Cell = Parameters<typeof isMissingValue>[0];
type Field = <T extends string | number | boolean>(column: string) => T | null;

/**
 * Each row of a table as a function of the column's name, under the value of its key column;
 * nothing where the star
 * lacks the table.
 */
function byKey<T>(
  star: Star,
  table: string,
  key: string,
  make: (field: Field) => T,
): ReadonlyMap<unknown, T> {
  const rows = (star.get(table)?.frame.objects() ?? []) as Readonly<Record<string, Cell>>[];
  return new Map(
    rows.map((row) => {
      const field: Field = <V extends string | number | boolean>(column: string) =>
        isMissingValue(row[column]) ? null : (row[column] as V);
      return [field(key), make(field)];
    }),
  );
}

/** What the indicators of a star are, by id. */
export const subjectsOf = (star: Star): ReadonlyMap<unknown, Subject> =>
  byKey(star, "indicator", "indicator_id", (field) => ({
    name: field<string>("indicator_name")!,
    section: field("section"),
    reference: field("sheet_reference"),
    unit: field<Unit>("unit")!,
    decimals: field<number>("decimals")!,
    polarity: field<Polarity>("polarity")!,
    cumulative: field<boolean>("cumulative") ?? false,
    owner: field("owner"),
    commentary: field("commentary"),
    action: field("action"),
    lead: field("lead"),
    actionDue: field("action_due"),
    progress: field("progress"),
  }));

/** The sources of a star by key, such as `SEN2 2026` or `KPI sheet board.csv`. */
export const sourcesOf = (star: Star): ReadonlyMap<unknown, SourceWords> =>
  byKey(star, "source", "source_key", (field) => {
    const [collection, year, files] = [
      field<string>("collection")!,
      field<number>("collection_year"),
      field<string>("files") ?? "",
    ];
    return { name: `${collection} ${year ?? files}`, files };
  });

/** Names of the areas of a star by code. */
export const areaNamesOf = (star: Star): ReadonlyMap<unknown, string> =>
  byKey(star, "area", "area_code", (field) => field<string>("area_name")!);
