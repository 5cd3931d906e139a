import type { StarColumn, StarTable } from "../../../star/declaration";
import { tableName } from "./business-names";
import type { Measure, ModelTable, Relationship } from "./model";
import type { DataPlace } from "./place";
import { modelTable } from "./star-tables";

/** The fact that has a date of receipt beside the date that a figure counts by. */
const FACT = "ehc_request";
const RECEIVED = "received_date";
/** Columns of the days that requests are chosen by when they were received. */
const SHOWN = ["date", "year", "month_start", "month_label", "academic_year", "financial_year"];

const DATE_RECEIVED = "Date received";

/** The measure that its slicers are kept to: years without a request are not offered. */
export const HAS_REQUESTS: Measure = {
  name: "Has requests",
  description: "1 where there are requests in view: slicers of their years offer no others.",
  folder: "Reading",
  hidden: true,
  dax: "IF ( NOT ISEMPTY ( 'EHC requests' ), 1 )",
};

/** The days, the fact and its column of receipt, where a star has them. */
function parts(star: readonly StarTable[]) {
  const date = star.find(({ name }) => name === "date");
  const fact = star.find(({ name }) => name === FACT);
  const received = fact?.columns.find(({ name }) => name === RECEIVED);
  return date && fact && received ? { date, fact, received } : null;
}

/**
 * The table of a lakehouse that holds the days of receipt, and its columns of `date`: a Direct Lake
 * model is sure to take a table once. Null where the star has no requests.
 */
export function lakehouseDays(
  star: readonly StarTable[],
): { readonly name: string; readonly columns: readonly StarColumn[] } | null {
  const found = parts(star);
  if (found === null) return null;
  const columns = found.date.columns.filter(({ name }) => SHOWN.includes(name));
  return { name: "date_received", columns };
}

/**
 * The days that requests were received on, as a table of their own: it chooses requests by their
 * receipt whatever date a measure counts by, such as the plans issued of the requests received in a
 * year. None where the star has no requests.
 */
export function dateReceived(
  star: readonly StarTable[],
  place: DataPlace,
): { readonly tables: readonly ModelTable[]; readonly relationships: readonly Relationship[] } {
  const [found, days] = [parts(star), lakehouseDays(star)];
  if (found === null || days === null) return { tables: [], relationships: [] };
  const columns = days.columns.map((column) => ({ ...column, label: `${column.label} received` }));
  const description =
    "The day that a request was received, to choose requests by it whatever date a measure counts by.";
  const table = modelTable({ ...found.date, label: DATE_RECEIVED, description, columns }, place, {
    entity: days.name,
  });
  const key = columns.find(({ name }) => name === "date")!.label;
  return {
    tables: [table],
    relationships: [
      {
        from: { table: tableName(found.fact), column: found.received.label },
        to: { table: DATE_RECEIVED, column: key },
        active: true,
      },
    ],
  };
}
