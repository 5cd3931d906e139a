import { groupOfEstablishment } from "../../../sources/school-register/setting-groups";
import { schoolsOf } from "../schools";
import { censusRule, type CensusRule } from "./source";

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
      action: "Ask for its file. Academies need not share theirs.",
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
