import * as v from "valibot";
import { foldHeading } from "../kpi-sheet/layout";
import type { SheetRow } from "../kpi-sheet/sheet";
import type { BoardInput } from "./read-board-sheet";
import { targetHeadings } from "./columns";

const cell = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const target = v.object({ target: cell, from: v.optional(cell) });
const kpi = v.objectWithRest({ targets: v.optional(v.array(target)) }, cell);
const boardFile = v.object({
  board: v.optional(v.string(), ""),
  kpis: v.array(kpi),
  notes: v.optional(v.array(v.record(v.string(), cell)), []),
});

type Cells = Readonly<Record<string, v.InferOutput<typeof cell>>>;

const words = (value: Cells[string] | undefined): string | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
};

/** Objects as the rows of a sheet: a row of their names, then theirs. */
function rowsOf(typed: readonly Cells[]): SheetRow[] {
  const objects = typed.map((one): Cells =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [foldHeading(name), value])),
  );
  const names = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  return [names, ...objects.map((one) => names.map((name) => words(one[name])))];
}

/** A KPI with its targets in the columns that a sheet has them in, and the headings of a board. */
const flat = ({ targets = [], ...cells }: v.InferOutput<typeof kpi>, board: string): Cells => ({
  board,
  "printed name": null,
  "rating rule": null,
  ...(cells as Cells),
  ...Object.fromEntries(
    targets.flatMap((one, i) => {
      const [value, from] = targetHeadings(i + 1);
      return [
        [value, one.target],
        [from, one.from ?? null],
      ];
    }),
  ),
});

/** Whether the opening of a JSON file is that of a board. */
export const isBoardJson = (text: string): boolean =>
  /^\s*\{/.test(text) && /"kpis"\s*:\s*\[/.test(text);

/**
 * The sheets of a board in JSON: `{ "board": "", "kpis": [{ "kpi": "", "targets": [{ "target": "",
 * "from": "" }] }], "notes": [] }`, with the names of the columns in any case. What is wrong in it
 * is told in words.
 */
export function boardOfJson(file: string, text: string): BoardInput[] | string {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return "The JSON of the board file is damaged.";
  }
  const read = v.safeParse(boardFile, json);
  if (!read.success) {
    const path = v.getDotPath(read.issues[0]);
    return `The board file has no such form: ${path ?? "the whole file"} is not what a board has there.`;
  }
  const { board, kpis, notes } = read.output;
  const sheet = (name: string, objects: readonly Cells[]): BoardInput[] =>
    objects.length === 0 ? [] : [{ file, sheet: name, rows: rowsOf(objects), isList: true }];
  return [
    ...sheet(
      "kpis",
      kpis.map((one) => flat(one, board)),
    ),
    ...sheet(
      "notes",
      notes.map((one) => ({ period: null, progress: null, board, ...one })),
    ),
  ];
}
