type Row = Readonly<Record<string, unknown>>;

/** Parts of the star that `kpi_value` is apart in, each with what its rows need not say. */
const PARTS: Readonly<Record<string, (row: Row) => Row>> = {
  kpi_board: ({ area_code }) => ({
    area_role: "own",
    for_area_code: area_code,
    breakdown: "all",
    breakdown_value: "all",
  }),
  kpi_breakdown: ({ area_code }) => ({ area_role: "own", for_area_code: area_code }),
  kpi_comparator: () => ({}),
};
const KEY = [
  "indicator_id",
  "area_code",
  "area_role",
  "for_area_code",
  "period_end",
  "frequency",
  "breakdown",
  "breakdown_value",
  "service",
  "method",
  "origin",
];
const isBlank = (value: unknown): boolean => value === null || value === "";

/**
 * In what the tables of the board, of breakdowns and of comparators differ from `kpi_value`: rows
 * that are in none or in two, values that are others, and columns that a table leaves out though
 * its rows of `kpi_value` say something in them. Nothing where they are the same figures.
 */
export function partsThatDiffer(rowsOf: (table: string) => readonly Row[]): string[] {
  const keyOf = (row: Row): string => JSON.stringify(KEY.map((name) => row[name]));
  const left = new Map(rowsOf("kpi_value").map((row) => [keyOf(row), row]));
  const wrong = new Set<string>();
  for (const [table, said] of Object.entries(PARTS))
    for (const part of rowsOf(table)) {
      const whole: Row = { ...said(part), ...part };
      const key = keyOf(whole);
      const row = left.get(key);
      left.delete(key);
      if (row === undefined)
        wrong.add(`${table}: ${key} is no row of kpi_value, or is there twice`);
      else
        for (const [column, value] of Object.entries(row)) {
          const isSame = column in whole ? value === whole[column] : isBlank(value);
          // The kind of code stands in the area dimension.
          if (!isSame && column !== "area_code_type")
            wrong.add(`${table}.${column}: ${String(whole[column])} for ${String(value)}`);
        }
    }
  for (const key of left.keys()) wrong.add(`${key} is in none`);
  return [...wrong];
}
