import dax from "./dax-functions.csv";
import m from "./m-functions.csv";
import visuals from "./native-visuals.csv";
import { readOnce, reference } from "./read-reference";

/** A function of DAX. */
interface DaxFunction {
  readonly name: string;
  /** Least and most arguments; null where there is no limit, or none is stated. */
  readonly least: number | null;
  readonly most: number | null;
  readonly givesTable: boolean;
}

const count = (cell: string): number | null => (cell === "" ? null : Number(cell));

const daxList = reference({
  file: "dax-functions.csv",
  text: dax,
  columns: ["name", "least", "most", "gives_table"],
  row: ({ name, least, most, gives_table }): DaxFunction => ({
    name,
    least: count(least),
    most: count(most),
    givesTable: gives_table === "yes",
  }),
});

/** Functions of DAX by their name in capitals. */
export const daxFunctions = readOnce(
  (): ReadonlyMap<string, DaxFunction> =>
    new Map(daxList().rows.map((entry) => [entry.name, entry])),
);

const mList = reference({
  file: "m-functions.csv",
  text: m,
  columns: ["name"],
  row: ({ name }) => name,
});

/** Functions and values of Power Query's standard library. */
export const mFunctions = readOnce((): ReadonlySet<string> => new Set(mList().rows));

const visualList = reference({
  file: "native-visuals.csv",
  text: visuals,
  columns: ["visual", "well"],
  row: (entry) => entry,
});

/** Field wells of Power BI's own visuals, by type. */
export const nativeVisuals = readOnce((): ReadonlyMap<string, ReadonlySet<string>> => {
  const wells = new Map<string, Set<string>>();
  for (const { visual, well } of visualList().rows) {
    const found = wells.get(visual) ?? new Set();
    wells.set(visual, found);
    if (well !== "") found.add(well);
  }
  return wells;
});
