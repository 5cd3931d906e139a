import { dayOf, type Day } from "../../../calendar/day";
import { termIn, type TermIndex } from "../../../calendar/terms";
import type { TextColumn } from "../../../columns/column";
import { senTypes } from "../../../reference/code-sets";

/**
 * Code sets of the school census (CBDS, May 2026, with the codes of older censuses). An empty set
 * means
 * that any value is kept as it is.
 */
const list = (codes: string): readonly string[] => codes.split(" ").filter((code) => code !== "");

const numbers = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).join(" ");

export const censusCodeSets = {
  /** U and not stated codes are not in the set. */
  Sex: list("M F"),
  /** The main and extended codes are those of SEN2. */
  Ethnicity: list(""),
  Boarder: list("B 6 7 N"),
  EnrolStatus: list("C M S F O G P"),
  NCyear: list(`E1 E2 N1 N2 R ${numbers(1, 14)} M X`),
  /** A, P and S have ended: `senCodeEnds`. */
  SENprovision: list("N E K S A P"),
  SENtype: list("SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH NSA"),
  UKcountry: list("ENG NIR SCT WLS"),
  /** FIXD is the old code of SUSP. */
  ExclusionCategory: list("SUSP PERM LNCH FIXD"),
  /** 16 codes of 2022 to 2026, 13 new ones of CBDS May 2026, and OT of older censuses. */
  ExclusionReason: list(
    "PP PA VP VA OW BU RA LG DS SM DA DM TH DB MT PH BW TB SB MB AB DR AR SR VR LD CB MP OS OT",
  ),
  AttendanceReason: list(
    "/ \\ # B C C1 C2 D E G H I J J1 K L M N O P Q R S T U V W X Y Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z",
  ),
  Phase: list("NS PS MP MS SS SP AT EY PR NO"),
} as const satisfies Record<string, readonly string[]>;

export type CensusCodeSetName = keyof typeof censusCodeSets;

/** Groups that sessions are counted in. */
type SessionGroup = "present" | "approved" | "authorised" | "unauthorised" | "not_possible";

const grouped = (group: SessionGroup, codes: string): [string, SessionGroup][] =>
  list(codes).map((code) => [code, group]);

const common: readonly (readonly [string, SessionGroup])[] = [
  ...grouped("present", "/ \\ L"),
  ...grouped("approved", "B K P V W"),
  ...grouped("authorised", "C C1 C2 E I J1 M R S T"),
  ...grouped("unauthorised", "G N O U"),
  ...grouped("not_possible", "D Q X Y Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #"),
];

/**
 * The group of an attendance code. H (holiday agreed) was authorised and J (interview) an approved
 * activity
 * until the summer of 2024; they are withdrawn and still tolerated. D, Q, X and the Y codes are no
 * possible
 * session, not authorised absence.
 */
export const sessionGroups: ReadonlyMap<string, SessionGroup> = new Map([
  ...common,
  ...grouped("authorised", "H"),
  ...grouped("approved", "J"),
]);

/** Phases in words, by code. */
export const phases = [
  ["NS", "nursery"],
  ["PS", "primary"],
  ["MP", "middle_deemed_primary"],
  ["MS", "middle_deemed_secondary"],
  ["SS", "secondary"],
  ["SP", "special"],
  ["AT", "all_through"],
  ["EY", "early_years"],
  ["PR", "pupil_referral_unit"],
  ["NO", "no_establishment"],
] as const;

const limits = (term: TermIndex, set: CensusCodeSetName, codes: string): [string, TermIndex][] =>
  list(codes).map((code) => [`${set} ${code}`, term]);

/**
 * The last term whose census has a code, by code set and code: attendance codes of before autumn
 * 2024.
 */
export const codesUntil: ReadonlyMap<string, TermIndex> = new Map(
  limits(termIn(2024, "Autumn"), "AttendanceReason", "H J Y"),
);

/** The first term whose census has a code. */
export const codesFrom: ReadonlyMap<string, TermIndex> = new Map([
  ...limits(termIn(2025, "Spring"), "AttendanceReason", "C1 C2 J1 K Q Y1 Y2 Y3 Y4 Y5 Y6 Y7"),
  ...limits(termIn(2014, "Autumn"), "SENprovision", "K E"),
]);

/** Values that a field is counted by, the last for whatever is none of them. */
interface Grouping<V extends string = string> {
  readonly values: readonly (V | "not_recorded")[];
  /** Index into `values` of each code. */
  readonly of: ReadonlyMap<string, number>;
}

const grouping = <const V extends string>(
  pairs: readonly (readonly [code: string, value: V])[],
): Grouping<V> => {
  const values = [
    ...new Set<V | "not_recorded">([...pairs.map(([, value]) => value), "not_recorded"]),
  ];
  return { values, of: new Map(pairs.map(([code, value]) => [code, values.indexOf(value)])) };
};
const asTheyAre = <const V extends string>(codes: readonly V[]): Grouping<V> =>
  grouping(codes.map((code) => [code, code] as const));

/**
 * SEN provision. Until they ended, statements (S) count as plans and school action (A, P) as SEN
 * support: see `senCodesOn`.
 */
export const senProvisions = [
  ["N", "no_sen"],
  ["K", "sen_support"],
  ["A", "sen_support"],
  ["P", "sen_support"],
  ["E", "ehc_plan"],
  ["S", "ehc_plan"],
] as const;
const codesOfPairs = <C extends string>(pairs: readonly (readonly [code: C, group: string])[]) =>
  pairs.map(([code]) => code);
export const senCodes = codesOfPairs(senProvisions);

/**
 * The last day of SEN provision codes that have ended: school action (A, P) went with the school
 * year in
 * which SEN support took its place, statements (S) when the last had to be plans by 1 April 2018.
 */
const senCodeEnds: ReadonlyMap<string, Day> = new Map([
  ["A", dayOf(2015, 8, 31)],
  ["P", dayOf(2015, 8, 31)],
  ["S", dayOf(2018, 3, 31)],
]);

/** The last day of a SEN provision code; null where it has not ended. */
export const senCodeEnd = (code: string): Day | null => senCodeEnds.get(code) ?? null;

/** SEN types of SEN2 and, for SEN support, no specialist assessment. */
export const needTypes = [...senTypes.map(({ code }) => code), "NSA"];
export const phaseCodes = codesOfPairs(phases);
export const yearGroups = censusCodeSets.NCyear;
export const enrolStatus = asTheyAre(censusCodeSets.EnrolStatus);
export const freeMeals = ["not_eligible", "eligible"] as const;
/** Suspensions and exclusions; FIXD is the old code of SUSP. */
export const exclusionCategory = grouping([
  ["SUSP", "SUSP"],
  ["FIXD", "SUSP"],
  ["LNCH", "LNCH"],
  ["PERM", "PERM"],
]);
/** Reasons of suspensions and exclusions: each a group by itself. */
export const exclusionReasons = censusCodeSets.ExclusionReason.map((code) => [code, code] as const);

/** The group of each row of a coded column. */
export function groupsOf({ codes, dictionary }: TextColumn, { values, of }: Grouping): Uint8Array {
  const byCode = dictionary.map((value) => of.get(value) ?? values.length - 1);
  return Uint8Array.from(codes, (code) => byCode[code]);
}

/** The code of each row of a coded column as an index into a list; -1 where it is none of them. */
export function codesOf({ codes, dictionary }: TextColumn, list: readonly string[]): Int8Array {
  const byCode = dictionary.map((value) => list.indexOf(value));
  return Int8Array.from(codes, (code) => byCode[code]);
}

/**
 * The SEN provision code of each row on a day, or on a day each, as an index into `senCodes`; -1
 * where there is none, or one that had ended by then.
 */
export function senCodesOn(column: TextColumn, on: Day | Int32Array): Int8Array {
  const found = codesOf(column, senCodes);
  const end = Float64Array.from(column.dictionary, (code) => senCodeEnds.get(code) ?? Infinity);
  for (let row = 0; row < found.length; row++)
    if (end[column.codes[row]] < (typeof on === "number" ? on : on[row])) found[row] = -1;
  return found;
}
