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

type Said = Omit<Subject, "name" | "reference" | "unit" | "decimals">;

/** A source of figures, in words: what it is, and with the names of its files. */
export interface SourceWords {
  readonly name: string;
  readonly files: string;
}

type Cell = Parameters<typeof isMissingValue>[0];
type Field = <T extends string | number | boolean>(column: string) => T | null;

/**
 * What is made of each row of a table, a function of the column's name, under the value of its key
 * column, without rows that null is made of; nothing where the star lacks the table.
 */
function byKey<T>(
  star: Star,
  table: string,
  key: string,
  make: (field: Field) => T | null,
): ReadonlyMap<unknown, T> {
  const rows = (star.get(table)?.frame.objects() ?? []) as Readonly<Record<string, Cell>>[];
  return new Map(
    rows.flatMap((row) => {
      const field: Field = <V extends string | number | boolean>(column: string) =>
        isMissingValue(row[column]) ? null : (row[column] as V);
      const made = make(field);
      return made === null ? [] : [[field(key), made] as const];
    }),
  );
}

/** What a board says of a KPI. */
const saidOf = (field: Field): Said => ({
  section: field("section"),
  polarity: field<Polarity>("polarity")!,
  cumulative: field<boolean>("cumulative") ?? false,
  owner: field("owner"),
  commentary: field("commentary"),
  action: field("action"),
  lead: field("lead"),
  actionDue: field("action_due"),
  progress: field("progress"),
});

/** What the indicators of a star are, by id. */
export const subjectsOf = (star: Star): ReadonlyMap<unknown, Subject> =>
  byKey(star, "indicator", "indicator_id", (field) => ({
    name: field<string>("indicator_name")!,
    reference: field("sheet_reference"),
    unit: field<Unit>("unit")!,
    decimals: field<number>("decimals")!,
    ...saidOf(field),
  }));

/** What a board says of its KPIs, by id. */
export const subjectsOnBoard = (
  star: Star,
  board: string,
): ReadonlyMap<unknown, Omit<Subject, "unit" | "decimals">> =>
  byKey(star, "board_kpi", "indicator_id", (field) =>
    field("board") === board
      ? {
          name: field<string>("printed_name")!,
          reference: field("number"),
          ...saidOf(field),
        }
      : null,
  );

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
