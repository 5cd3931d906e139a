import { MISSING } from "../../../columns/column";
import type { Hit } from "../../../check/rule";
import { isKnownAuthority } from "../../../reference/authorities";
import { codeSets, OTHER_AUTHORITY } from "../fields/code-sets";
import { settableSets } from "../fields/known-codes";
import { columnName, sen2Fields, type Sen2Field } from "../fields/fields";
import type { Sen2Return } from "../read/return";
import { codeIn, records, rowsWhere } from "../../../check/rows";
import type { Sen2Rule } from "./source";

/**
 * Fields whose unreadable values have a rule of their own: header (H01), date of birth (P01), yes
 * or no (R11), ranks (D09, S02).
 */
const hasOwnRule = (f: Sen2Field): boolean =>
  f.type === "flag" ||
  f.codes === "Rank" ||
  f.tag === "PersonBirthDate" ||
  f.tag === "ReferenceDate" ||
  f.tag === "Year";

/** Coded fields whose codes the settings may name. */
const settable = sen2Fields.flatMap((f) =>
  f.codes !== undefined && settableSets.includes(f.codes) ? [{ ...f, codes: f.codes }] : [],
);

/**
 * Designated officers of the authority, and their values: codes, or the words that are published of
 * them.
 */
const OFFICERS = ["dmo", "dco", "dsco"];
const officerValues = new Set(
  codeSets.DesignatedOfficer.flatMap(({ code, label }) => [code, label.toUpperCase()]),
);

/** In how many records a field has a value, readable or not. */
function given({ tables }: Sen2Return, f: Sen2Field): number {
  const table = tables[f.table];
  const name = columnName(f);
  const count = (values: Int32Array | Int8Array, isGiven: (value: number) => boolean): number => {
    let found = table.invalid(name).length;
    for (const value of values) if (isGiven(value)) found++;
    return found;
  };
  if (f.type === "date") return count(table.day(name).values, (value) => value !== MISSING);
  if (f.type === "integer") return count(table.integer(name).values, (value) => value !== MISSING);
  if (f.type === "flag") return count(table.flag(name).values, (value) => value >= 0);
  return count(table.text(name).codes, (code) => code > 0);
}

/**
 * Fields that a return of the year does not have; the change from GenderCurrent to Sex is rule P03.
 */
const outOfYear = (year: number): Sen2Field[] =>
  sen2Fields.filter(
    ({ tag, from = year, to = year }) =>
      (year < from || year > to) && tag !== "GenderCurrent" && tag !== "Sex",
  );

/** Rules that hold for any field. Where a field has a rule of its own, that one speaks instead. */
export const columnRules: readonly Sen2Rule[] = [
  {
    id: "C01",
    severity: "warning",
    table: "activeplans",
    field: "transferla",
    message: "The code is not one that this program knows; it was kept as it is.",
    action:
      "Correct it if it is wrong; what the codes for work-based learning and direct payments mean can be said in the configuration.",
    basis: "Code sets of the SEN2 guides and schemas, 2023 to 2026; list of authorities",
    find: ({ ret, namedCodes = {} }) => {
      const from = ret.tables.activeplans.text("transferla");
      const unknown = rowsWhere(ret.tables.activeplans, (row) => {
        const code = from.at(row);
        return (
          code !== null &&
          code !== OTHER_AUTHORITY &&
          !isKnownAuthority(code) && {
            message:
              "The authority that the plan came from is not the number of an English authority; it was kept as it is.",
          }
        );
      });
      const { sen2 } = ret.tables;
      const officers = OFFICERS.flatMap((field) =>
        rowsWhere(sen2, (row) => {
          const value = sen2.text(field).at(row);
          return (
            value !== null &&
            !officerValues.has(value.toUpperCase()) && {
              field,
              message: "The value for a designated officer is not Y, N or R; it is not used.",
            }
          );
        }).map((hit) => ({ ...hit, table: "sen2" })),
      );
      const unnamed = settable.flatMap((f): Hit[] => {
        const table = ret.tables[f.table];
        const { codes } = table.text(columnName(f));
        const named = codeIn(
          table,
          columnName(f),
          namedCodes[f.codes] ?? codeSets[f.codes].map(({ code }) => code),
        );
        const count = codes.reduce((sum, code, row) => sum + (code > 0 && !named(row) ? 1 : 0), 0);
        return count === 0
          ? []
          : [
              {
                row: -1,
                table: f.table,
                field: columnName(f),
                message: `What the codes of ${f.tag} mean is not known in ${records(count)}; they were kept as they are.`,
              },
            ];
      });
      return [...unknown, ...officers, ...unnamed];
    },
  },
  {
    id: "C02",
    severity: "error",
    table: "",
    field: null,
    message: "The value could not be read as a date or a whole number; it was left blank.",
    action: "Enter dates as year-month-day and numbers without other characters.",
    basis: "Types of the SEN2 items",
    find: ({ ret }) =>
      sen2Fields
        .filter((f) => !hasOwnRule(f))
        .flatMap((f) =>
          Array.from(ret.tables[f.table].invalid(columnName(f)), (row) => ({
            row,
            table: f.table,
            field: columnName(f),
          })),
        ),
  },
  {
    id: "C04",
    severity: "warning",
    table: "",
    field: null,
    message: "The field is given in a return of a year that does not have it.",
    action:
      "Check that the year in the header is right; otherwise leave the field out of this year's return.",
    basis: "Field lists of the SEN2 collections by year",
    find: ({ ret }) =>
      outOfYear(ret.year).flatMap((f): Hit[] => {
        const count = given(ret, f);
        return count === 0
          ? []
          : [
              {
                row: -1,
                table: f.table,
                field: columnName(f),
                message: `${f.tag} is given in ${records(count)} of a ${ret.year} return, which does not have it.`,
              },
            ];
      }),
  },
];
