import type { Finding, RowCount } from "../../check/finding";
import { authorities, authorityEverOfGss } from "../../reference/authorities";
import { closenessOf } from "../../reference/neighbours";
import { readOnce } from "../../reference/read-reference";
import type { PrintedCell } from "../../scan/workbook/printed-rows";
import type { Neighbour, NeighbourModel } from "./neighbour-models";

type Cell = PrintedCell;

interface ModelInput {
  readonly file: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly version: string;
  readonly name: string;
}

const text = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();
const NEIGHBOUR = /neighbour.*(code|number)/;
const OWN = /^(old_)?la[ _](code|num|number)$/;

const byName = readOnce(
  () => new Map(authorities().map(({ name, code }) => [name.toLowerCase(), code])),
);
const codeOf = (given: string): string =>
  /^\d{3}$/.test(given)
    ? given
    : (authorityEverOfGss(given) ?? byName().get(given.toLowerCase()) ?? "");

/** Rows at the top in which the headings are looked for. */
const SEARCHED = 10;
const foldedRow = (row: readonly Cell[]): string[] => row.map((cell) => text(cell).toLowerCase());

/**
 * The heading row of a table of neighbours, and whether it is the wide one; null where the table is
 * none.
 */
function headerOf(
  rows: ModelInput["rows"],
): { readonly row: number; readonly wide: boolean } | null {
  for (let row = 0; row < Math.min(rows.length, SEARCHED); row++) {
    const headings = foldedRow(rows[row]);
    const wide = headings.some((heading) => /^sn[ _]?1$/.test(heading));
    if (
      wide ||
      (headings.some((heading) => NEIGHBOUR.test(heading)) &&
        headings.some((heading) => OWN.test(heading)))
    )
      return { row, wide };
  }
  return null;
}

/** Whether a table is a model of neighbours, by its headings. */
export const isNeighbourTable = (rows: ModelInput["rows"]): boolean => headerOf(rows) !== null;

interface Pair {
  readonly code: string;
  readonly neighbour: Neighbour;
  readonly line: number;
}

/**
 * Reads a model that a council supplies: a tidy table (`la_code, neighbour_code, rank`, as CIPFA's
 * may be written), or
 * the wide table of the official tool with ten pairs of neighbour and label after `SN1`. Codes are
 * three-digit numbers,
 * GSS codes or names. An authority that is not known is left out with a finding.
 */
export function readNeighbourModel({ file, rows, version, name }: ModelInput): {
  model: NeighbourModel;
  findings: Finding[];
  count: RowCount;
} {
  const findings: Finding[] = [];
  const used = new Set<number>();
  const report = (line: number | null, message: string): void =>
    void findings.push({
      rule: "N01",
      severity: "error",
      file,
      table: "",
      record: line === null ? "" : `row ${line}`,
      line,
      field: null,
      message,
      action: "Give three-digit numbers or GSS codes of English authorities.",
    });
  const header = headerOf(rows);
  const headings = header ? foldedRow(rows[header.row]) : [];
  const pairs =
    header === null
      ? null
      : header.wide
        ? widePairs(rows, headings, header.row)
        : tidyPairs(rows, headings, header.row);
  const neighbours = new Map<string, Neighbour[]>();
  if (pairs === null) report(null, "No columns of neighbours were found.");
  for (const { code, neighbour, line } of pairs ?? []) {
    if (code === "" || neighbour.code === "") {
      report(line, "An authority of the neighbour model is not known.");
      continue;
    }
    used.add(line);
    neighbours.set(code, [...(neighbours.get(code) ?? []), neighbour]);
  }
  for (const list of neighbours.values()) list.sort((a, b) => a.rank - b.rank);
  const filled = rows
    .slice((header?.row ?? 0) + 1)
    .filter((row) => row.some((cell) => text(cell) !== "")).length;
  return {
    model: { version, name, source: file, licence: "Supplied by the council", neighbours },
    findings,
    count: {
      file,
      table: "neighbours",
      rowsIn: filled,
      rowsOut: used.size,
      rowsRejected: filled - used.size,
    },
  };
}

function tidyPairs(rows: ModelInput["rows"], headings: readonly string[], header: number): Pair[] {
  const column = (form: RegExp): number => headings.findIndex((heading) => form.test(heading));
  const [own, other, rank, label] = [
    column(OWN),
    column(NEIGHBOUR),
    column(/^rank$/),
    column(/^closeness$/),
  ];
  return rows.slice(header + 1).flatMap((row, i): Pair[] => {
    if (text(row[other]) === "") return [];
    return [
      {
        code: codeOf(text(row[own])),
        neighbour: {
          code: codeOf(text(row[other])),
          rank: Number(text(row[rank])) || i + 1,
          closeness: closenessOf(text(row[label])),
        },
        line: header + i + 2,
      },
    ];
  });
}

/**
 * The label columns of the official workbook share one heading: pairs are read by position from the
 * first of them.
 */
function widePairs(rows: ModelInput["rows"], headings: readonly string[], header: number): Pair[] {
  const first = headings.findIndex((heading) => /^sn[ _]?1$/.test(heading));
  const own = headings.findIndex((heading) => OWN.test(heading));
  return rows.slice(header + 1).flatMap((row, i): Pair[] => {
    if (text(row[own]) === "") return [];
    return Array.from({ length: 10 }, (_, k) => k).flatMap((k): Pair[] => {
      const code = text(row[first + 2 * k]);
      if (code === "" || code === "-") return [];
      return [
        {
          code: codeOf(text(row[own])),
          neighbour: {
            code: codeOf(code),
            rank: k + 1,
            closeness: closenessOf(text(row[first + 2 * k + 1])),
          },
          line: header + i + 2,
        },
      ];
    });
  });
}
