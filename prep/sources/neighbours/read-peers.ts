import type { Finding, RowCount } from "../../check/finding";
import { authorityEverOfGss, isKnownAuthority } from "../../reference/authorities";
import type { PrintedCell } from "../../scan/workbook/printed-rows";
import type { NeighbourModel } from "./neighbour-models";
import { asPeers } from "./peer-groups";

type Rows = readonly (readonly PrintedCell[])[];

const text = (cell: PrintedCell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();

const AREA = /^(area[ _]code|area|(old_)?la[ _](code|num|number))$/i;
const PEERS = /^peers\b/i;

/** Whether headings are those of a table of peers, such as `area_code,peers by size`. */
export const isPeerHeading = (cells: readonly string[]): boolean =>
  cells.some((cell) => AREA.test(cell.trim())) && cells.some((cell) => PEERS.test(cell.trim()));

const authorityOf = (given: string): string | null =>
  isKnownAuthority(given) ? given : authorityEverOfGss(given);

const UNKNOWN = {
  message: "An authority of the table of peers is not known.",
  action: "Give three-digit numbers or GSS codes of English authorities.",
};
const TWICE = {
  message: "The table of peers names this authority in an earlier row; the first row counts.",
  action: "Keep one row for each authority.",
};

/**
 * Reads a table of peers: a column of areas, and columns whose headings begin with "peers". The
 * authorities that have one value in a column are peers of each other, such as a band of deprivation
 * or of size. One model for each such column. An area that is no authority, and a second row of one, is
 * left out with a finding.
 */
export function readPeerTable(
  file: string,
  rows: Rows,
): { models: NeighbourModel[]; findings: Finding[]; count: RowCount } {
  const [headings = [], ...below] = rows;
  const area = headings.findIndex((cell) => AREA.test(text(cell)));
  const findings: Finding[] = [];
  const reject = (line: number, words: Pick<Finding, "message" | "action">): void => {
    findings.push({
      rule: "N01",
      severity: "error",
      file,
      table: "",
      record: `row ${line}`,
      line,
      field: null,
      ...words,
    });
  };
  const given = new Set<string>();
  const known = below.flatMap((row, i) => {
    if (row.every((cell) => text(cell) === "")) return [];
    const code = authorityOf(text(row[area]));
    const isTwice = code !== null && given.has(code);
    if (code === null) reject(i + 2, UNKNOWN);
    else if (isTwice) reject(i + 2, TWICE);
    else given.add(code);
    return [{ code: isTwice ? null : code, row }];
  });
  const models = headings.flatMap((heading, column): NeighbourModel[] => {
    if (!PEERS.test(text(heading))) return [];
    const sharedValue = new Map(
      known.flatMap(({ code, row }) =>
        code === null || text(row[column]) === "" ? [] : [[code, text(row[column])] as const],
      ),
    );
    const together = new Map<string, string[]>();
    for (const [code, value] of sharedValue)
      together.set(value, [...(together.get(value) ?? []), code]);
    const neighbours = [...sharedValue].map(
      ([code, value]) => [code, asPeers(together.get(value)!, code)] as const,
    );
    const version = text(heading);
    return [
      {
        version,
        name: version,
        source: file,
        licence: "Supplied by the council",
        arePeers: true,
        sharedValue,
        neighbours: new Map(neighbours),
      },
    ];
  });
  const left = known.filter(({ code }) => code === null).length;
  return {
    models,
    findings,
    count: {
      file,
      table: "peers",
      rowsIn: known.length,
      rowsOut: known.length - left,
      rowsRejected: left,
    },
  };
}
