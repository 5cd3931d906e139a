import type { ModelTable, Perspective } from "./model";
import { KEY_MEASURES } from "./key-measures";

/** Tables without cases or findings. */
const figures = [
  "Date",
  "Area",
  "Indicator",
  "Board KPIs",
  "Source",
  "KPI period",
  "Board figures",
  "Breakdown figures",
  "KPI exceptions",
  "Comparator figures",
  "Compared area",
];

/**
 * What each audience works with. A perspective is a selection for authors, not a protection: roles
 * and publishing are.
 */
export function perspectivesOf(tables: readonly ModelTable[]): Perspective[] {
  const measures = tables
    .find(({ name }) => name === KEY_MEASURES)!
    .measures.filter(({ hidden }) => !hidden);
  const named = (keep: (folder: string) => boolean): string[] =>
    measures.filter(({ folder }) => keep(folder)).map(({ name }) => name);
  const there = (names: readonly string[]): string[] =>
    names.filter((name) => tables.some((table) => table.name === name));
  const everything = tables
    .filter(({ name, hidden }) => !hidden && name !== KEY_MEASURES)
    .map(({ name }) => name);
  return [
    {
      name: "Board",
      tables: there(figures),
      measures: { [KEY_MEASURES]: named((folder) => !folder.startsWith("Rows")) },
    },
    { name: "Operational", tables: everything, measures: { [KEY_MEASURES]: named(() => true) } },
    {
      name: "Public",
      tables: there([
        "Date",
        "Area",
        "Indicator",
        "Board figures",
        "Breakdown figures",
        "Compared area",
      ]),
      measures: {
        [KEY_MEASURES]: named((folder) =>
          ["Value", "Period", "Target", "Change", "Comparison"].includes(folder),
        ),
      },
    },
  ];
}
