import { addMonths } from "../../../calendar/day";
import { upnFault } from "../../../check/identifiers/upn";
import { upnMessages } from "../../../check/identifiers/upn-messages";
import { blankDay, codeIn, rowsWhere } from "../../../check/rows";
import type { Hit } from "../../../check/rule";
import { MISSING } from "../../../columns/column";
import { groupOfEstablishment } from "../../../sources/school-register/setting-groups";
import type { CensusTable } from "../read/census";
import { schoolsOf } from "../model/people";
import { censusRule, tablesOf, type CensusRule } from "./reading-rules";

/**
 * Rows that have the same valid UPN as an earlier row that the test counts; `sameSchool` says
 * whether those
 * of one school or of several are looked for.
 */
function repeatedUpns(
  pupils: CensusTable,
  counts: (row: number) => boolean,
  sameSchool: boolean,
): Hit[] {
  const upn = pupils.text("upn");
  const valid = upn.dictionary.map((value, code) => code > 0 && upnFault(value) === null);
  const first = new Map<number, number>();
  return rowsWhere(pupils, (row) => {
    const code = upn.codes[row];
    if (!valid[code] || !counts(row)) return false;
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, row);
    return earlier !== undefined && (pupils.parent[earlier] === pupils.parent[row]) === sameSchool;
  });
}

/** Rules on who the pupils are and when they are on roll. */
export const pupilRules: readonly CensusRule[] = [
  censusRule(
    "P01",
    {
      severity: "error",
      table: "pupilonroll",
      field: "upn",
      message: "There is no UPN.",
      action: "Record the UPN, or have one issued.",
      basis: "School census item UPN; every pupil on roll has one",
    },
    ({ census }) =>
      rowsWhere(
        census.tables.pupilonroll,
        (row) => census.tables.pupilonroll.text("upn").codes[row] === 0,
      ),
  ),
  censusRule(
    "P02",
    {
      severity: "error",
      table: "pupilonroll",
      field: "upn",
      message: "The UPN is not a valid one.",
      action: "Correct it at the school; it links nobody as it is.",
      basis: "Form and check letter of the UPN",
    },
    ({ census }) =>
      tablesOf(census, "pupilonroll", "pupilnolongeronroll").flatMap((pupils) => {
        const { codes, dictionary } = pupils.text("upn");
        const messages = dictionary.map((value, code) => {
          const fault = code > 0 ? upnFault(value) : null;
          return fault === null ? false : { message: upnMessages[fault] };
        });
        return rowsWhere(pupils, (row) => messages[codes[row]]);
      }),
  ),
  censusRule(
    "P03",
    {
      severity: "error",
      table: "pupilonroll",
      field: "upn",
      message: "Another pupil on the roll of the school has the same UPN.",
      action: "Remove the repeated record, or correct the UPN.",
      basis: "A UPN belongs to one pupil",
    },
    ({
      census: {
        tables: { pupilonroll },
      },
    }) => repeatedUpns(pupilonroll, () => true, true),
  ),
  censusRule(
    "P04",
    {
      severity: "error",
      table: "pupilonroll",
      field: "enrolstatus",
      message:
        "The pupil is on the roll of two schools, each as the only or main one; counted once, at the school joined last.",
      action:
        "Find out which school has the pupil; the other one ends the enrolment or records it as subsidiary (S).",
      basis: "Enrolment status: C and M count a pupil, S does not",
    },
    ({
      census: {
        tables: { pupilonroll },
      },
    }) => {
      const counts = codeIn(pupilonroll, "enrolstatus", ["C", "M"]);
      return repeatedUpns(pupilonroll, counts, false);
    },
  ),
  censusRule(
    "P05",
    {
      severity: "error",
      table: "pupilonroll",
      field: "enrolstatus",
      message: "There is no enrolment status; the pupil is not counted.",
      action: "Record C, M, S or whichever applies.",
      basis: "School census item EnrolStatus",
    },
    ({
      census: {
        tables: { pupilonroll },
      },
    }) => rowsWhere(pupilonroll, (row) => pupilonroll.text("enrolstatus").codes[row] === 0),
  ),
  censusRule(
    "P06",
    {
      severity: "error",
      table: "pupilonroll",
      field: "dob",
      message:
        "There is no date of birth, or it is after the census day or more than 26 years before it.",
      action: "Correct the date of birth.",
      basis: "School census item DOB",
    },
    ({ census }) => {
      const pupils = census.tables.pupilonroll;
      const born = pupils.day("dob").values;
      const oldest = addMonths(census.referenceDate, -12 * 26);
      const blank = blankDay(pupils, "dob");
      return rowsWhere(
        pupils,
        (row) =>
          blank(row) ||
          (born[row] !== MISSING && (born[row] > census.referenceDate || born[row] < oldest)),
      );
    },
  ),
  censusRule(
    "P07",
    {
      severity: "error",
      table: "pupilonroll",
      field: "entrydate",
      message: "The pupil joined the school after the census day, or before being born.",
      action: "Correct the date of entry or of birth.",
      basis: "A pupil on roll on the census day has joined by then",
    },
    ({ census }) => {
      const pupils = census.tables.pupilonroll;
      const [entry, born] = [pupils.day("entrydate").values, pupils.day("dob").values];
      return rowsWhere(
        pupils,
        (row) =>
          entry[row] !== MISSING &&
          (entry[row] > census.referenceDate || (born[row] !== MISSING && entry[row] < born[row])),
      );
    },
  ),
  censusRule(
    "P08",
    {
      severity: "error",
      table: "pupilnolongeronroll",
      field: "leavingdate",
      message: "The pupil left before joining, or after the census day.",
      action: "Correct the date of entry or of leaving.",
      basis: "School census item LeavingDate",
    },
    ({ census }) => {
      const pupils = census.tables.pupilnolongeronroll;
      const [entry, left] = [pupils.day("entrydate").values, pupils.day("leavingdate").values];
      return rowsWhere(
        pupils,
        (row) =>
          left[row] !== MISSING &&
          (left[row] > census.referenceDate || (entry[row] !== MISSING && left[row] < entry[row])),
      );
    },
  ),
];

const isCounted = (type: string): boolean =>
  /^(mainstream_(maintained|academy|free_school)|special_(maintained|academy|non_maintained)|ap_)/.test(
    groupOfEstablishment(type, false, false),
  );

/** Rules on the schools that a census is of. */
export const schoolRules: readonly CensusRule[] = [
  censusRule(
    "R01",
    {
      severity: "warning",
      table: "schoolcensus",
      field: null,
      message:
        "A school of the authority that is open in the school register has no census here; its pupils are not counted.",
      action: "Ask for its file, which academies need not share.",
      basis: "School register: state-funded schools open on the census day",
    },
    ({ census, register }) => {
      if (!register || census.authority === null) return [];
      const received = new Set(
        schoolsOf(census, register).flatMap(({ establishment }) => establishment?.urn ?? []),
      );
      return [...register.establishments()]
        .filter(
          ({ urn, authority, type, closed }) =>
            authority === census.authority &&
            isCounted(type) &&
            (closed === null || closed >= census.referenceDate) &&
            !received.has(urn),
        )
        .map(({ urn }) => ({
          row: -1,
          message: `The school with URN ${urn} is open in the school register and has no census here; its pupils are not counted.`,
        }));
    },
  ),
  censusRule(
    "R02",
    {
      severity: "warning",
      table: "schoolcensus",
      field: "estab",
      message: "The school is not in the school register.",
      action: "Check its authority and establishment numbers, and load a newer register.",
      basis: "School register",
    },
    ({ census, register }) => {
      if (!register) return [];
      return schoolsOf(census, register).flatMap(({ establishment }, row) =>
        establishment === null ? [{ row }] : [],
      );
    },
  ),
];
