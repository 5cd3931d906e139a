import { textBuilder } from "../../../columns/build";
import { childrenOf } from "../../../columns/children";
import type { TextColumn } from "../../../columns/column";
import type { RawTable } from "../../../columns/raw-table";
import { isRead, type CensusTableName } from "../fields/fields";

/**
 * The root element of a per-school file is its message; in a file of many schools it may be what is
 * around
 * their messages.
 */
export const censusRootRecord = "schoolcensus" satisfies CensusTableName;

/**
 * Records that are no data of their own: which school is whose is told by them (see `xmlSchools`).
 * A file
 * that breaks off within one keeps what was whole of it.
 */
export const censusContainers = ["schoolcensus", "source", "school", "pupils"] as const;

/**
 * Kinds of attendance of a pupil that are records of their own in XML and columns of the pupil in
 * COLLECT.
 */
export const attendanceKinds = ["termly", "summerhalfterm2"] as const;
export const rolls = ["onroll", "offroll"] as const;
export type Roll = (typeof rolls)[number];
export const pupilTable: Readonly<Record<Roll, "pupilonroll" | "pupilnolongeronroll">> = {
  onroll: "pupilonroll",
  offroll: "pupilnolongeronroll",
};

/**
 * XML elements that are records, by the names that `XmlOptions.records` takes. Exclusions and
 * attendance of
 * special schools in the old layout were annual.
 */
export const censusRecords: Readonly<Record<string, string>> = Object.fromEntries([
  ["message", "schoolcensus"],
  ["source", "source"],
  ["schoolcharacteristics", "school"],
  ["pupils", "pupils"],
  ...rolls.map((roll) => [pupilTable[roll], pupilTable[roll]]),
  ["pupilonroll//senneed", "senneeds"],
  ["pupilonroll//fsmperiod", "fsmperiod"],
  ...rolls.flatMap((roll) =>
    ["termlyexclusion", "annualexclusion"].map((element) => [
      `${pupilTable[roll]}//${element}`,
      `termlyexclusions${roll}`,
    ]),
  ),
  ...rolls.map((roll) => [`${pupilTable[roll]}//annualattendance`, `annualattendance${roll}`]),
  ...attendanceKinds.flatMap((kind) =>
    rolls.flatMap((roll) => [
      [`${pupilTable[roll]}//${kind}attendance`, `${kind}attendance${roll}`],
      [`${kind}attendance${roll}//sessiondetail`, `${kind}sessiondetails${roll}`],
    ]),
  ),
]);

const totals = new Set(["sessionspossible", "sessionsauthorised", "sessionsunauthorised"]);

const containers: ReadonlySet<string> = new Set(censusContainers);

/** Whether an XML field is read. */
export const isReadInXml = (table: string, field: string): boolean =>
  table.includes("attendance")
    ? totals.has(field)
    : isRead(containers.has(table) ? "schoolcensus" : (table as CensusTableName), field);

/** The schools of an XML file. */
interface XmlSchools {
  /**
   * One row a school, with the fields of its own element, of its source, of its message and of what
   * is
   * around that, the nearest first.
   */
  readonly table: RawTable;
  /**
   * School of each record that pupils stand in: of each `Pupils` element, or of each message in a
   * file
   * without them; -1 where it cannot be told.
   */
  readonly schoolOf: Int32Array;
  /** Messages that have several schools and only one list of pupils. */
  readonly untold: number;
}

/** Where the values of a school stand, the nearest first. */
type Places = readonly (readonly [table: RawTable, row: number])[];

const lineOf = (places: Places): number => places[0][0].lines[places[0][1]];

function gathered(
  name: string,
  schools: readonly Places[],
  spelling: ReadonlyMap<string, string>,
): RawTable {
  const names = new Set(
    schools.flatMap((places) => places.flatMap(([table]) => [...table.columns.keys()])),
  );
  const columns = new Map<string, TextColumn>();
  for (const column of names) {
    const values = textBuilder(schools.length);
    schools.forEach((places, school) => {
      for (const [table, row] of places) {
        const value = table.columns.get(column)?.at(row) ?? null;
        if (value === null) continue;
        values.set(school, value);
        break;
      }
    });
    columns.set(column, values.column());
  }
  return {
    name,
    rowCount: schools.length,
    columns,
    spelling,
    lines: Int32Array.from(schools, lineOf),
    parents: new Int32Array(schools.length).fill(-1),
  };
}

/**
 * Finds the schools of a file. Most have one; a file put together from several has a message for
 * each, or a
 * message that has several `Source`, `SchoolCharacteristics` and `Pupils` elements: the first of
 * each
 * belong together, then the second.
 */
export function xmlSchools(
  messages: RawTable,
  sources: RawTable,
  characteristics: RawTable,
  pupils: RawTable,
): XmlSchools {
  const within = (table: RawTable): ((message: number) => Int32Array) => {
    const { from, rows } = childrenOf(table.parents!, messages.rowCount);
    return (message) => rows.subarray(from[message], from[message + 1]);
  };
  const inner = new Uint8Array(messages.rowCount);
  for (const parent of messages.parents!) if (parent >= 0) inner[parent] = 1;
  const [sourcesOf, characteristicsOf, pupilsOf] = [sources, characteristics, pupils].map(within);
  const schools: Places[] = [];
  const ofMessage = new Int32Array(messages.rowCount).fill(-1);
  const ofPupils = new Int32Array(pupils.rowCount).fill(-1);
  let untold = 0;
  for (let message = 0; message < messages.rowCount; message++) {
    const [source, own, lists] = [
      sourcesOf(message),
      characteristicsOf(message),
      pupilsOf(message),
    ];
    const count = Math.max(source.length, own.length, lists.length, 1 - inner[message]);
    const around: [RawTable, number][] = [];
    for (let at = message; at >= 0; at = messages.parents![at]) around.push([messages, at]);
    if (count > 1 && lists.length < count) untold++;
    for (let n = 0; n < count; n++) {
      const nth = (table: RawTable, rows: Int32Array): [RawTable, number][] =>
        rows.length === 1 ? [[table, rows[0]]] : n < rows.length ? [[table, rows[n]]] : [];
      if (lists.length === count) ofPupils[lists[n]] = schools.length;
      if (count === 1) ofMessage[message] = schools.length;
      schools.push([...nth(characteristics, own), ...nth(sources, source), ...around]);
    }
  }
  const spelling = new Map(
    [messages, sources, characteristics].flatMap((table) => [...table.spelling]),
  );
  return {
    table: gathered(messages.name, schools, spelling),
    schoolOf: pupils.rowCount > 0 ? ofPupils : ofMessage,
    untold,
  };
}
