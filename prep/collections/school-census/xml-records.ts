import { isRead, type CensusTableName } from "./fields";

/** The root element of a per-school file is the record of its header. */
export const censusRootRecord = "schoolcensus" satisfies CensusTableName;

/** Kinds of attendance of a pupil that are records of their own in XML and columns of the pupil in COLLECT. */
export const attendanceKinds = ["termly", "summerhalfterm2"] as const;
export const rolls = ["onroll", "offroll"] as const;
export type Roll = (typeof rolls)[number];
export const pupilTable: Readonly<Record<Roll, "pupilonroll" | "pupilnolongeronroll">> = { onroll: "pupilonroll", offroll: "pupilnolongeronroll" };

/** XML elements that are records, by the names that `XmlOptions.records` takes. Exclusions of special schools in the old layout were annual. */
export const censusRecords: Readonly<Record<string, string>> = Object.fromEntries([
  ["school", "school"],
  ...rolls.map((roll) => [pupilTable[roll], pupilTable[roll]]),
  ["pupilonroll//senneed", "senneeds"],
  ["pupilonroll//fsmperiod", "fsmperiod"],
  ...rolls.flatMap((roll) => ["termlyexclusion", "annualexclusion"].map((element) => [`${pupilTable[roll]}//${element}`, `termlyexclusions${roll}`])),
  ...attendanceKinds.flatMap((kind) => rolls.flatMap((roll) => [[`${pupilTable[roll]}//${kind}attendance`, `${kind}attendance${roll}`], [`${kind}attendance${roll}//sessiondetail`, `${kind}sessiondetails${roll}`]])),
]);

const totals = new Set(["sessionspossible", "sessionsauthorised", "sessionsunauthorised"]);

/** Whether an XML field is read. */
export const isReadInXml = (table: string, field: string): boolean => (table.includes("attendance") ? totals.has(field) : isRead(table === "school" ? "schoolcensus" : (table as CensusTableName), field));
