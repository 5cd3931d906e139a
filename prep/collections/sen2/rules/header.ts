import { dayFromIso, isoOf } from "../../../calendar/day";
import type { Hit } from "../../../check/rule";
import { isKnownAuthority } from "../../../reference/authorities";
import { censusDates, newestLayout } from "../fields/fields";
import { headerContradiction } from "./header-contradiction";
import type { Sen2Rule } from "./source";

const FIRST_YEAR = 2023;
const LAST_YEAR = 2030;

/**
 * Rules on the header of a return. Their findings are about the whole file: row -1 where there is
 * no header record.
 */
export const headerRules: readonly Sen2Rule[] = [
  {
    id: "H01",
    severity: "error",
    table: "sen2",
    field: null,
    message: "The authority, the year or the reference date in the header is missing or wrong.",
    action: "Correct the header and export the return again.",
    basis: "SEN2 header items; list of authorities",
    find: ({ ret }) => {
      const row = ret.tables.sen2.rowCount > 0 ? 0 : -1;
      const hits: Hit[] = [];
      if (ret.authority === null)
        hits.push({ row, field: "lea", message: "The header has no authority number (LEA)." });
      else if (!isKnownAuthority(ret.authority))
        hits.push({
          row,
          field: "lea",
          message:
            "The authority number in the header (LEA) is not the number of an English authority.",
        });
      if (!ret.yearFromHeader)
        hits.push({
          row,
          field: "year",
          message: `The header has no readable year; from its content the file was read as a ${ret.year} return.`,
        });
      else if (ret.year < FIRST_YEAR || ret.year > LAST_YEAR)
        hits.push({
          row,
          field: "year",
          message: `The year in the header is not from ${FIRST_YEAR} to ${LAST_YEAR}.`,
        });
      if (!ret.referenceDateFromHeader)
        hits.push({
          row,
          field: "referencedate",
          message: `The header has no readable reference date; ${isoOf(ret.referenceDate)} was taken.`,
        });
      return hits;
    },
  },
  {
    id: "H02",
    severity: "warning",
    table: "sen2",
    field: "referencedate",
    message: "The reference date is not the census date of the year.",
    action:
      "Do nothing if this extract was made during the year; otherwise correct the reference date.",
    basis: "Census dates of the SEN2 collections",
    find: ({ ret }) => {
      const census = ret.year in censusDates ? dayFromIso(censusDates[ret.year]) : null;
      return ret.referenceDateFromHeader && census !== null && ret.referenceDate !== census
        ? [{ row: 0 }]
        : [];
    },
  },
  {
    id: "H05",
    severity: "error",
    table: "sen2",
    field: "year",
    message:
      "The header contradicts itself or the dates of the return; no figure that depends on it is shown.",
    action: "Correct the year and the reference date in the header, or export the return again.",
    basis: "Reference period of SEN2: the calendar year before the collection year",
    find: ({ ret }) => {
      const message = headerContradiction(ret);
      const row = ret.tables.sen2.rowCount > 0 ? 0 : -1;
      return message === null
        ? []
        : [{ row, message: `${message}; no figure that depends on it is shown.` }];
    },
  },
  {
    id: "H03",
    severity: "warning",
    table: "sen2",
    field: "year",
    message: `The layout of this collection year is not known (${FIRST_YEAR} to ${newestLayout} are); the file was read with the nearest one that is.`,
    action:
      "Look for unknown columns and codes among the findings, and follow docs/new-sen2-year.md.",
    basis: "Layouts of the SEN2 collections 2023 to 2026",
    find: ({ ret }) =>
      ret.year < FIRST_YEAR || ret.year > newestLayout
        ? [{ row: ret.tables.sen2.rowCount > 0 ? 0 : -1 }]
        : [],
  },
];
