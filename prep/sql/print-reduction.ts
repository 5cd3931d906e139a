import type { UnitReduction } from "../indicators/reduction";
import type { View } from "../indicators/view";
import { printExpression, type Printing } from "./print-expression";

/** Rows that are reduced: a query with the columns of the view, and what says their unit. */
interface Reduced {
  readonly view: View;
  /** Names of reductions of the view: all of one unit. */
  readonly names: readonly string[];
  /** Columns of that unit. */
  readonly by: readonly string[];
  /** A table or a query in brackets. */
  readonly from: string;
  readonly printing: Printing;
  /** What is taken of rows that are found, by the name of the reduction. */
  readonly takes?: Readonly<Record<string, string>>;
  /** The order of rows, where one is to be found. */
  readonly order?: string;
}

/** Flags that a reduction asks for. */
function flagsOf(reduction: UnitReduction): readonly string[] {
  switch (reduction.find) {
    case "any":
    case "first":
    case "second":
      return [reduction.where];
    case "most":
      return [reduction.of, reduction.where];
    case "row":
      return reduction.prefer;
    case "last_of_all":
      return [];
  }
}

const daysOf = (reduction: UnitReduction): readonly string[] =>
  "day" in reduction ? [reduction.day] : [];

/** The place of a row among those of its unit, where what is found hangs on an order. */
function placeOf(reduction: UnitReduction, by: string, order: string): string | null {
  if (reduction.find === "second") {
    const isOne = `f_${reduction.where} AND d_${reduction.day} IS NOT NULL`;
    return `row_number() OVER (PARTITION BY ${by}, ${isOne} ORDER BY d_${reduction.day})`;
  }
  if (reduction.find !== "row") return null;
  const ranks = reduction.prefer.map((flag, rank) => `WHEN f_${flag} THEN ${rank}`).join(" ");
  return `row_number() OVER (PARTITION BY ${by} ORDER BY CASE ${ranks} ELSE ${reduction.prefer.length} END, ${order})`;
}

function aggregate(name: string, reduction: UnitReduction, takes: Reduced["takes"]): string {
  switch (reduction.find) {
    case "any":
      return `bool_or(f_${reduction.where})`;
    case "most": {
      const [all, some] = [`f_${reduction.of}`, `f_${reduction.of} AND f_${reduction.where}`].map(
        (flag) => `sum(CASE WHEN ${flag} THEN 1 ELSE 0 END)`,
      );
      return `2 * ${some} > ${all}`;
    }
    case "first":
      return `min(CASE WHEN f_${reduction.where} THEN d_${reduction.day} END)`;
    case "second":
      return `min(CASE WHEN f_${reduction.where} AND n_${name} = 2 THEN d_${reduction.day} END)`;
    case "last_of_all":
      return `CASE WHEN bool_or(d_${reduction.day} IS NULL) THEN NULL ELSE max(d_${reduction.day}) END`;
    case "row": {
      const isOne = reduction.prefer.map((flag) => `f_${flag}`).join(" OR ");
      return `max(CASE WHEN n_${name} = 1 AND (${isOne}) THEN ${takes![name]} END)`;
    }
  }
}

/** Rows without any of the flags that are looked for say nothing of a unit. */
const sayNothing: ReadonlySet<UnitReduction["find"]> = new Set(["first", "second"]);

/**
 * What reductions of a view find of each unit, as a query: the columns of the unit, then each
 * reduction under its name. It means what `reduceRows` works out.
 */
export function printReductions(reduced: Reduced): string {
  const { view, names, by, from, printing, takes = {}, order = "" } = reduced;
  const all = names.map((name) => view.reductions![name]);
  const flags = [...new Set(all.flatMap(flagsOf))];
  const days = [...new Set(all.flatMap(daysOf))];
  const unit = by.map((column) => `v.${column}`).join(", ");
  const values = [
    ...flags.map((name) => `${printExpression(view.flags[name], printing)} AS f_${name}`),
    ...days.map((name) => `${printExpression(view.dates![name], printing)} AS d_${name}`),
  ];
  const carried = order === "" ? unit : "v.*";
  const places = all.flatMap((reduction, i) => {
    const place = placeOf(reduction, unit, order);
    return place === null ? [] : [`${place} AS n_${names[i]}`];
  });
  const rows = `SELECT ${carried},\n    ${values.join(",\n    ")}\n  FROM ${from} v`;
  const asked = all.every(({ find }) => sayNothing.has(find))
    ? `\n  WHERE ${flags.map((flag) => `f_${flag}`).join(" OR ")}`
    : "";
  const placed =
    places.length === 0 && asked === ""
      ? rows
      : `SELECT ${["v.*", ...places].join(",\n    ")}\n  FROM (\n  ${rows}\n  ) v${asked}`;
  const found = all.map(
    (reduction, i) => `${aggregate(names[i], reduction, takes)} AS ${names[i]}`,
  );
  return `SELECT ${unit},\n  ${found.join(",\n  ")}\nFROM (\n  ${placed}\n) v GROUP BY ${unit}`;
}
