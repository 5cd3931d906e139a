import { columnsOfParts } from "../../../columns/columns-of-parts";
import type { Gap } from "../../../indicators/gap";
import { authorityName } from "../../../reference/authorities";
import type { Heir, Inheritance, Inherited } from "../../collection";
import { parentOf, sen2Tables, type Sen2TableName } from "../fields/fields";
import { withoutRepeats } from "./repeated-returns";
import type { Sen2Return, Sen2Table } from "./return";

type RowsOf = ReadonlyMap<Sen2TableName, Int32Array>;

/** A predecessor's return with the rows of it that count for the successor. */
interface Part {
  readonly ret: Sen2Return;
  readonly rows: RowsOf;
  readonly unknown: RowsOf;
  readonly people: Readonly<Record<Heir, number>>;
}

/** The rows of each table that hang under people of whom `isWanted` is true; the header goes with them. */
function rowsUnder({ tables }: Sen2Return, isWanted: (person: number) => boolean): RowsOf {
  const rows = new Map<Sen2TableName, Int32Array>();
  const kept = new Map<Sen2TableName, ReadonlySet<number>>();
  for (const name of sen2Tables) {
    const { rowCount, parent } = tables[name];
    const above = kept.get(parentOf[name] ?? name);
    const all = Int32Array.from({ length: rowCount }, (_, row) => row);
    const own =
      name === "sen2"
        ? all
        : all.filter((row) => (name === "person" ? isWanted(row) : above!.has(parent[row])));
    rows.set(name, own);
    kept.set(name, new Set(own));
  }
  return rows;
}

/** Divides a predecessor's return by where its people live. */
function partOf(ret: Sen2Return, { heirOf }: Inheritance): Part {
  const postcode = ret.tables.person.text("postcode");
  const heirs = Array.from({ length: ret.tables.person.rowCount }, (_, person) =>
    heirOf(ret.authority!, postcode.at(person)),
  );
  const people = { this: 0, another: 0, unknown: 0 };
  for (const heir of heirs) people[heir]++;
  return {
    ret,
    rows: rowsUnder(ret, (person) => heirs[person] === "this"),
    unknown: rowsUnder(ret, (person) => heirs[person] === "unknown"),
    people,
  };
}

/** Where the rows of each part begin in the table of them all. */
function startsOf(parts: readonly Part[], name: Sen2TableName): number[] {
  let start = 0;
  return parts.map(({ rows }) => {
    const own = start;
    start += rows.get(name)!.length;
    return own;
  });
}

/** The row of the table above of each row, among the rows of all parts. */
function parentsOf(parts: readonly Part[], name: Sen2TableName): Int32Array {
  const above = parentOf[name];
  const starts = above === null ? [] : startsOf(parts, above);
  const parents = parts.flatMap(({ ret, rows }, i) => {
    const own = Array.from(rows.get(name)!);
    if (above === null || above === "sen2") return own.map(() => 0);
    const placeOf = new Map(Array.from(rows.get(above)!, (row, place) => [row, place]));
    return own.map((row) => starts[i] + placeOf.get(ret.tables[name].parent[row])!);
  });
  return Int32Array.from(parents);
}

/** A table of the rows of all parts. Where there are several, records are called with their file. */
function tableOf(parts: readonly Part[], name: Sen2TableName): Sen2Table {
  const used = name === "sen2" ? parts.slice(0, 1) : parts;
  const places = used.flatMap(({ ret, rows }) =>
    Array.from(rows.get(name)!, (row) => ({ table: ret.tables[name], row })),
  );
  const files = [...new Set(used.map(({ ret }) => ret.tables[name].file))];
  return {
    ...columnsOfParts(
      used.map(({ ret, rows }) => ({ table: ret.tables[name], rows: rows.get(name)! })),
    ),
    name,
    rowCount: places.length,
    file: files.join("; "),
    parent: parentsOf(used, name),
    lines: Int32Array.from(places, ({ table, row }) => table.lines[row]),
    record: (place) => {
      const { table, row } = places[place];
      return files.length === 1 ? table.record(row) : `${table.file} ${table.record(row)}`;
    },
  };
}

/** What a table of the successor lacks: people of whom nobody knows whose they are. */
function unknownGap(parts: readonly Part[], name: Sen2TableName): Gap[] {
  const count = (rowsOf: (part: Part) => RowsOf): number =>
    parts.reduce((sum, part) => sum + rowsOf(part).get(name)!.length, 0);
  const leftOut = name === "sen2" ? 0 : count(({ unknown }) => unknown);
  const names = parts.map(({ ret }) => authorityName(ret.authority!)).join(" and ");
  return leftOut === 0
    ? []
    : [
        {
          kind: "rows",
          eligible: leftOut + count(({ rows }) => rows),
          leftOut,
          why: `rows of the table ${name} are of people of ${names} whose postcode is in no authority that followed`,
        },
      ];
}

/** The parts of predecessors' returns of one day as a return of the successor. */
function successorReturn(parts: readonly Part[], inheritance: Inheritance): Sen2Return {
  const { authority, predecessors } = inheritance;
  const [{ ret }] = parts;
  const missing = predecessors.filter((one) => !parts.some((part) => part.ret.authority === one));
  const gaps: Gap[] = missing.map((one) => ({
    kind: "unread",
    why: `The return of ${one} ${authorityName(one)} of ${ret.year} is not in the folder`,
  }));
  const each = <V>(make: (name: Sen2TableName) => V): Record<Sen2TableName, V> =>
    Object.fromEntries(sen2Tables.map((name) => [name, make(name)])) as Record<Sen2TableName, V>;
  const returns = parts.map((part) => part.ret);
  return {
    ...ret,
    authority,
    files: [...new Set(returns.flatMap(({ files }) => files))],
    dateTime: returns
      .map(({ dateTime }) => dateTime)
      .sort()
      .at(-1)!,
    yearFromHeader: returns.every(({ yearFromHeader }) => yearFromHeader),
    referenceDateFromHeader: returns.every((one) => one.referenceDateFromHeader),
    tables: each((name) => tableOf(parts, name)),
    gaps: each((name) => [
      ...returns.flatMap(({ gaps: own }) => own[name]),
      ...unknownGap(parts, name),
      ...gaps,
    ]),
    strangers: each((name) => [...new Set(returns.flatMap(({ strangers }) => strangers[name]))]),
  };
}

const dayOfReturn = ({ year, referenceDate }: Sen2Return): string => `${year} ${referenceDate}`;

/**
 * The returns of authorities that have ended as returns of one that followed them: of each the people
 * who live in its area, those of one day put together. A return of a day of which another
 * predecessor's is not there has no figure. From its first return on its own alone count.
 */
export function inheritedReturns(
  returns: readonly Sen2Return[],
  own: readonly Sen2Return[],
  inheritance: Inheritance,
): Inherited<Sen2Return> {
  const { kept, findings } = withoutRepeats(returns);
  const isBefore = (ret: Sen2Return): boolean =>
    own.every(({ referenceDate }) => ret.referenceDate < referenceDate);
  const parts = kept.filter(isBefore).map((ret) => partOf(ret, inheritance));
  const byDay = new Map<string, Part[]>();
  for (const part of parts) {
    const day = dayOfReturn(part.ret);
    byDay.set(day, [...(byDay.get(day) ?? []), part]);
  }
  return {
    extracts: [...byDay.values()].map((day) => successorReturn(day, inheritance)),
    people: parts.map(({ ret, people }) => ({
      file: ret.files[0],
      predecessor: ret.authority!,
      of: people,
    })),
    used: parts.flatMap(({ ret, rows }) =>
      [...rows].map(([table, { length }]) => ({
        file: ret.tables[table].file,
        table,
        rows: length,
      })),
    ),
    left: kept.filter((ret) => !isBefore(ret)),
    findings,
  };
}
