import { dayLabel } from "../../../calendar/periods";
import { termName } from "../../../calendar/terms";
import { records, rowsWhere } from "../../../check/rows";
import type { Hit } from "../../../check/rule";
import { MISSING } from "../../../columns/column";
import type { Census } from "../read/census";
import { codesFrom, codesUntil, senCodeEnd } from "../fields/code-sets";
import { censusFields, type CensusTableName } from "../fields/fields";
import { censusRule, type CensusRule } from "./reading-rules";

/** SEN provision codes that had ended by the census day, or by the day that a suspension began. */
function endedSenCodes(census: Census, name: CensusTableName): Hit[] {
  const table = census.tables[name];
  const { codes, dictionary } = table.text("senprovision");
  const ends = dictionary.map(senCodeEnd);
  if (ends.every((end) => end === null)) return [];
  const days = name === "pupilonroll" ? null : table.day("startdate").values;
  return rowsWhere(table, (row) => {
    const end = ends[codes[row]];
    const day = days === null || days[row] === MISSING ? census.referenceDate : days[row];
    return (
      end !== null &&
      end < day && {
        message: `SEN provision ${dictionary[codes[row]]} ended on ${dayLabel(end)}; it counts as not recorded.`,
      }
    );
  });
}

/** Rules that hold for any field. */
export const columnRules: readonly CensusRule[] = [
  censusRule(
    "C01",
    {
      severity: "error",
      table: "",
      field: null,
      message: "The code is not one of its code set; it was left blank.",
      action: "Correct the code.",
      basis: "Code sets of the school census, 2022 to 2026, and older codes",
    },
    ({ census }) =>
      censusFields.flatMap(({ table, column, isKnown }): Hit[] => {
        if (!isKnown) return [];
        const { codes, dictionary } = census.tables[table].text(column);
        const bad = dictionary.map((value, code) => code > 0 && !isKnown(value));
        return bad.some(Boolean)
          ? rowsWhere(census.tables[table], (row) => bad[codes[row]]).map((hit) => ({
              ...hit,
              field: column,
            }))
          : [];
      }),
  ),
  censusRule(
    "C02",
    {
      severity: "error",
      table: "",
      field: null,
      message:
        "The value could not be read as a date, a whole number or yes or no; it was left blank.",
      action: "Enter dates as year-month-day and numbers without other characters.",
      basis: "Types of the school census items",
    },
    ({ census }) =>
      censusFields.flatMap(({ table, column }) =>
        Array.from(census.tables[table].invalid(column), (row): Hit => ({
          row,
          table,
          field: column,
        })),
      ),
  ),
  censusRule(
    "C03",
    {
      severity: "warning",
      table: "",
      field: null,
      message: "The code is not one of the codes of this term.",
      action:
        "Check that term and year in the header are right, and that the school's software is up to date.",
      basis: "Code changes of the school census by year",
    },
    ({ census }) => {
      const outOfTerm = (codeSet: string, value: string): boolean => {
        const [until, from] = [
          codesUntil.get(`${codeSet} ${value}`),
          codesFrom.get(`${codeSet} ${value}`),
        ];
        return (
          (until !== undefined && census.term > until) || (from !== undefined && census.term < from)
        );
      };
      return censusFields.flatMap(({ table, column, codes: codeSet }): Hit[] => {
        if (!codeSet) return [];
        const { codes, dictionary } = census.tables[table].text(column);
        const bad = dictionary.map((value, code) => code > 0 && outOfTerm(codeSet, value));
        const found = bad.some(Boolean)
          ? rowsWhere(census.tables[table], (row) => bad[codes[row]])
          : [];
        return [...found, ...(codeSet === "SENprovision" ? endedSenCodes(census, table) : [])].map(
          (hit) => ({ ...hit, field: column }),
        );
      });
    },
  ),
  censusRule(
    "C04",
    {
      severity: "warning",
      table: "",
      field: null,
      message: "The field is given in a census of a term or year that does not have it.",
      action: "Check that term and year in the header are right.",
      basis: "Tables and columns of the school census by term, 2022 to 2026",
    },
    ({ census }) =>
      censusFields.flatMap(({ table, column, tag, terms = "ASU", from = 0, to = 9999 }): Hit[] => {
        const letter = { Autumn: "A", Spring: "S", Summer: "U" }[termName(census.term)];
        if (terms.includes(letter) && census.year >= from && census.year <= to) return [];
        const count = census.tables[table]
          .text(column)
          .codes.reduce((sum, code) => sum + Number(code > 0), 0);
        return count === 0
          ? []
          : [
              {
                row: -1,
                table,
                field: column,
                message: `${tag} is given in ${records(count)} of a census that does not have it.`,
              },
            ];
      }),
  ),
];
