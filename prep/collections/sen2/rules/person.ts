import { lastAugust31 } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import type { Hit } from "../../../check/rule";
import { postcodeFault } from "../../../check/identifiers/postcode";
import { codeSets } from "../fields/code-sets";
import { extendedEthnicities } from "../../../reference/extended-ethnicities";
import type { Sen2Return } from "../read/return";
import { peopleWithPlanInForce } from "./plans";
import { codeIn, records, rowsWhere } from "../../../check/rows";
import { bornForAge, type Sen2Rule } from "./source";

/** The item that holds the sex changed with the 2024 return. */
const sexColumn = ({ year }: Sen2Return): "GenderCurrent" | "Sex" =>
  year <= 2023 ? "GenderCurrent" : "Sex";

/** Rules on the person's own fields; identifiers have a file of their own. */
export const personRules: readonly Sen2Rule[] = [
  {
    id: "P01",
    severity: "error",
    table: "person",
    field: "personbirthdate",
    message:
      "The date of birth is missing, is not a date, or cannot be that of a child or young person in this return.",
    action: "Correct the date of birth on the case record.",
    basis: "Plans end by 25; dates of the return",
    find: ({ ret }) => {
      const { person } = ret.tables;
      const birth = person.day("personbirthdate").values;
      const unreadable = new Set(person.invalid("personbirthdate"));
      const oldest = bornForAge(26, ret.referenceDate);
      return rowsWhere(person, (row) => {
        if (birth[row] === MISSING)
          return {
            message: unreadable.has(row)
              ? "The date of birth is not a date."
              : "The date of birth is missing.",
          };
        if (birth[row] > ret.referenceDate)
          return { message: "The date of birth is after the reference date." };
        return (
          birth[row] < oldest && {
            message: "The date of birth is more than 26 years before the reference date.",
          }
        );
      });
    },
  },
  {
    id: "P02",
    severity: "error",
    table: "person",
    field: "sex",
    message:
      "The sex is missing or is not a code of the return (M or F; in 2023 GenderCurrent 0, 1, 2 or 9).",
    action: "Record the sex with a code of the return's year.",
    basis: "SEN2 items GenderCurrent (2023) and Sex (2024 on)",
    find: ({ ret }) => {
      const tag = sexColumn(ret);
      const column = tag.toLowerCase();
      const known = codeIn(
        ret.tables.person,
        column,
        codeSets[tag].map(({ code }) => code),
      );
      return rowsWhere(ret.tables.person, (row) => !known(row) && { field: column });
    },
  },
  {
    id: "P03",
    severity: "warning",
    table: "person",
    field: null,
    message: "The file gives the sex in the item of another year.",
    action:
      "Use GenderCurrent for the 2023 return only, and Sex from 2024 on; check that the year in the header is right.",
    basis: "GenderCurrent became Sex with the 2024 return",
    find: ({ ret }): Hit[] => {
      const wrong = sexColumn(ret) === "Sex" ? "GenderCurrent" : "Sex";
      const given = ret.tables.person
        .text(wrong.toLowerCase())
        .codes.reduce((sum, code) => sum + (code > 0 ? 1 : 0), 0);
      return given > 0
        ? [
            {
              row: -1,
              field: wrong.toLowerCase(),
              message: `${wrong} is given in ${records(given)} of a ${ret.year} return, which does not have it.`,
            },
          ]
        : [];
    },
  },
  {
    id: "P04",
    severity: "warning",
    table: "person",
    field: "ethnicity",
    message: "The ethnicity is blank or is not a code of the national list.",
    action:
      "Record the ethnicity with its four-letter code (REFU if refused, NOBT if not yet obtained).",
    basis: "Common Basic Data Set ethnicity codes, main and extended",
    find: ({ ret }) => {
      const known = codeIn(ret.tables.person, "ethnicity", [
        ...codeSets.Ethnicity.map(({ code }) => code),
        ...extendedEthnicities(),
      ]);
      return rowsWhere(ret.tables.person, (row) => !known(row));
    },
  },
  {
    id: "P05",
    severity: "warning",
    table: "person",
    field: "postcode",
    message: "The postcode is not in the form of a UK postcode.",
    action: "Correct the postcode; without it the ward and the neighbourhood stay unknown.",
    basis: "Form of UK postcodes",
    find: ({ ret }) => {
      const { codes, dictionary } = ret.tables.person.text("postcode");
      const wrong = dictionary.map((value, code) => code > 0 && postcodeFault(value) !== null);
      return rowsWhere(ret.tables.person, (row) => wrong[codes[row]]);
    },
  },
  {
    id: "G01",
    severity: "warning",
    table: "person",
    field: "personbirthdate",
    message:
      "On 31 August before the reference date the person was not yet born, or was over 24 and still has a plan in force.",
    action: "Check the date of birth, and whether the plan should have ceased.",
    basis:
      "A plan can last to the end of the school year in which the person turns 25; check 232 of the open-source reader witan.sen2",
    find: ({ ret }) => {
      const birth = ret.tables.person.day("personbirthdate").values;
      const august = lastAugust31(ret.referenceDate);
      const turned25 = bornForAge(25, august);
      const inForce = peopleWithPlanInForce(ret);
      return rowsWhere(
        ret.tables.person,
        (row) =>
          birth[row] !== MISSING &&
          ((birth[row] > august && birth[row] <= ret.referenceDate) ||
            (birth[row] <= turned25 && inForce[row] > 0)),
      );
    },
  },
];
