import type { ColumnField, FieldType } from "../../../columns/decoded-columns";
import { ethnicities } from "../../../reference/code-sets";
import { extendedEthnicities } from "../../../reference/extended-ethnicities";
import { censusCodeSets, type CensusCodeSetName } from "./code-sets";

/** The tables of a school census that are counted, by the names that COLLECT gives most of them. */
export const censusTables = [
  "schoolcensus",
  "pupilonroll",
  "pupilnolongeronroll",
  "senneeds",
  "fsmperiod",
  "termlyexclusionsonroll",
  "termlyexclusionsoffroll",
  "termlysessiondetailsonroll",
  "termlysessiondetailsoffroll",
  "summerhalfterm2sessiondetailsonroll",
  "summerhalfterm2sessiondetailsoffroll",
] as const;
export type CensusTableName = (typeof censusTables)[number];

/** Which table a table's rows hang under. */
export const parentOf: Readonly<Record<CensusTableName, CensusTableName | null>> = {
  schoolcensus: null,
  pupilonroll: "schoolcensus",
  pupilnolongeronroll: "schoolcensus",
  senneeds: "pupilonroll",
  fsmperiod: "pupilonroll",
  termlyexclusionsonroll: "pupilonroll",
  termlyexclusionsoffroll: "pupilnolongeronroll",
  termlysessiondetailsonroll: "pupilonroll",
  termlysessiondetailsoffroll: "pupilnolongeronroll",
  summerhalfterm2sessiondetailsonroll: "pupilonroll",
  summerhalfterm2sessiondetailsoffroll: "pupilnolongeronroll",
};

/**
 * Tables of a COLLECT export whose columns become columns of another one: of the school, or of the
 * pupil
 * (the postcode).
 */
export const mergedTables = {
  school: "schoolcensus",
  addresses: "pupilonroll",
  addressesonroll: "pupilonroll",
  addressesoffroll: "pupilnolongeronroll",
} as const satisfies Record<string, CensusTableName>;
export type MergedTableName = keyof typeof mergedTables;

/** Tables of a COLLECT export that nothing is counted from. */
export const unusedTables = [
  "approvisiondetailonroll",
  "approvisiondetailoffroll",
  "childcare",
  "classes",
  "fundingbasisitems",
  "learnerfamonroll",
  "learnerfamoffroll",
  "learningaimsonroll",
  "learningaimsoffroll",
  "learnersupportonroll",
  "learnersupportoffroll",
  "programmeaimsonroll",
  "programmeaimsoffroll",
  "provisions",
  "schoolarrangedapdetailonroll",
  "schoolarrangedapdetailoffroll",
  "workplaceentityonroll",
  "workplaceentityoffroll",
] as const;

/** Older or seasonal names of tables. */
export const tableAliases: Readonly<Record<string, CensusTableName>> = {
  fsmperiodsonroll: "fsmperiod",
};

export interface CensusField extends ColumnField {
  readonly table: CensusTableName;
  readonly codes?: CensusCodeSetName;
  /** Terms whose census has it: A autumn, S spring, U summer; all three where it is not given. */
  readonly terms?: string;
  /** Terms whose census may be without it: what an earlier one says holds on. */
  readonly optionalIn?: string;
  /** First and last calendar year of the census, over all its terms. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * Values that may go on into the star: those of the code set. Anything else could be a name that
 * slipped
 * into the wrong column.
 */
const knownOf = (codes: CensusCodeSetName): ((value: string) => boolean) => {
  const known = new Set<string>(
    codes === "Ethnicity"
      ? [...ethnicities.map(({ code }) => code), ...extendedEthnicities()]
      : censusCodeSets[codes],
  );
  return (value) => known.has(value);
};

const field = (
  table: CensusTableName,
  tag: string,
  type: FieldType,
  more: Partial<CensusField> = {},
): CensusField => ({
  table,
  tag,
  column: tag.toLowerCase(),
  type,
  ...(more.codes ? { isKnown: knownOf(more.codes) } : {}),
  ...more,
});

/**
 * Whole sessions of a kind: totals were withdrawn with the summer census of 2025 (spring and autumn
 * of the
 * same year too).
 */
const sessions = (
  table: CensusTableName,
  prefix: string,
  more: Partial<CensusField> = {},
): CensusField[] => [
  field(table, `${prefix}SessionsPossible`, "integer", more),
  field(table, `${prefix}SessionsAuthorised`, "integer", { ...more, to: 2024 }),
  field(table, `${prefix}SessionsUnauthorised`, "integer", { ...more, to: 2024 }),
];

const pupil = (table: CensusTableName): CensusField[] => [
  field(table, "UPN", "upn"),
  field(table, "UniqueLearnerNumber", "uln"),
  field(table, "Surname", "text"),
  field(table, "Forename", "text"),
  field(table, "DOB", "date", { birth: true }),
  field(table, "Sex", "code", { codes: "Sex", aliases: ["gender"] }),
  field(table, "Ethnicity", "code", { codes: "Ethnicity", optionalIn: "AU" }),
  field(table, "PostCode", "postcode"),
  field(table, "EntryDate", "date"),
  field(table, "PartTime", "flag"),
  field(table, "Boarder", "code", { codes: "Boarder" }),
  ...sessions(table, "Termly"),
  ...sessions(table, "SummerHalfTerm2", { terms: "A" }),
];

const exclusion = (table: CensusTableName): CensusField[] => [
  field(table, "StartDate", "date"),
  field(table, "Category", "code", { codes: "ExclusionCategory" }),
  field(table, "Sessions", "integer"),
  field(table, "Reason1", "code", { codes: "ExclusionReason", aliases: ["reason"] }),
  field(table, "Reason2", "code", { codes: "ExclusionReason" }),
  field(table, "Reason3", "code", { codes: "ExclusionReason" }),
  field(table, "SENprovision", "code", { codes: "SENprovision" }),
];

const sessionDetail = (table: CensusTableName): CensusField[] => [
  field(table, "AttendanceReason", "code", { codes: "AttendanceReason" }),
  field(table, "Sessions", "integer", { aliases: ["absencesessions"] }),
];

/**
 * The fields that are read, 2013 to 2026 (COLLECT tables of 2022 to 2026; element tree of the older
 * layout).
 */
export const censusFields: readonly CensusField[] = [
  field("schoolcensus", "Collection", "text"),
  field("schoolcensus", "Term", "text"),
  field("schoolcensus", "Year", "integer"),
  field("schoolcensus", "ReferenceDate", "date"),
  field("schoolcensus", "LEA", "authority"),
  field("schoolcensus", "Estab", "text"),
  field("schoolcensus", "URN", "urn"),
  field("schoolcensus", "DateTime", "datetime"),
  field("schoolcensus", "Phase", "code", { codes: "Phase" }),

  ...pupil("pupilonroll"),
  field("pupilonroll", "EnrolStatus", "code", { codes: "EnrolStatus" }),
  field("pupilonroll", "NCyearActual", "code", { codes: "NCyear" }),
  field("pupilonroll", "SENprovision", "code", { codes: "SENprovision" }),
  field("pupilonroll", "SENunitIndicator", "flag"),
  field("pupilonroll", "ResourcedProvisionIndicator", "flag"),

  ...pupil("pupilnolongeronroll"),
  field("pupilnolongeronroll", "LeavingDate", "date"),

  field("senneeds", "SENtype", "code", { codes: "SENtype", terms: "S" }),
  field("senneeds", "SENtypeRank", "integer", { terms: "S" }),

  field("fsmperiod", "FSMstartDate", "date"),
  field("fsmperiod", "FSMendDate", "date"),
  field("fsmperiod", "UKcountry", "code", { codes: "UKcountry" }),

  ...exclusion("termlyexclusionsonroll"),
  ...exclusion("termlyexclusionsoffroll"),
  ...(
    [
      "termlysessiondetailsonroll",
      "termlysessiondetailsoffroll",
      "summerhalfterm2sessiondetailsonroll",
      "summerhalfterm2sessiondetailsoffroll",
    ] as const
  ).flatMap(sessionDetail),
];

const byTable = new Map(
  censusTables.map((table) => [table, censusFields.filter((f) => f.table === table)]),
);
export const fieldsOf = (table: CensusTableName): readonly CensusField[] => byTable.get(table)!;

const columns = new Map(
  censusTables.map((table) => [
    table,
    new Set(fieldsOf(table).flatMap(({ column, aliases = [] }) => [column, ...aliases])),
  ]),
);
/** Whether a column of a table is read. */
export const isRead = (table: CensusTableName, column: string): boolean =>
  columns.get(table)!.has(column);
