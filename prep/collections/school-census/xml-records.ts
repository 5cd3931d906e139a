import { isRead, type CensusTableName } from "./fields";

/** The root element of a per-school file is its message; in a file of many schools it may be what is around their messages. */
export const censusRootRecord = "schoolcensus" satisfies CensusTableName;

/** Records that are no data of their own: which school is whose is told by them (see `xmlSchools`). A file that breaks off within one keeps what was whole of it. */
export const censusContainers = ["schoolcensus", "source", "school", "pupils"] as const;

/** Kinds of attendance of a pupil that are records of their own in XML and columns of the pupil in COLLECT. */
export const attendanceKinds = ["termly", "summerhalfterm2"] as const;
export const rolls = ["onroll", "offroll"] as const;
export type Roll = (typeof rolls)[number];
export const pupilTable: Readonly<Record<Roll, "pupilonroll" | "pupilnolongeronroll">> = {
  onroll: "pupilonroll",
  offroll: "pupilnolongeronroll",
};

/** XML elements that are records, by the names that `XmlOptions.records` takes. Exclusions and attendance of special schools in the old layout were annual. */
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
