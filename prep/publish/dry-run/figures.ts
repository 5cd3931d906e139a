import type { BesideLastYear } from "../../compare/beside-last-year";
import type { CatalogueEntry } from "../../indicators/catalogue-entry";
import { recordsOf, recordTable } from "../../columns/record-table";
import type { KpiValueRow } from "../../star/kpi-value-row";
import { listChunks, type ListColumn } from "../list";

/** A figure with what its indicator is called. */
export interface NamedComparison extends BesideLastYear {
  readonly name: string;
}

/** The figures under the names that the catalogue has for them. */
export const namedFigures = (
  figures: readonly BesideLastYear[],
  catalogue: readonly CatalogueEntry[],
): NamedComparison[] => {
  const names = new Map(catalogue.map(({ id, name }) => [id, name]));
  return figures.map((one) => ({ ...one, name: names.get(one.indicator) ?? one.indicator }));
};

/** Why a figure is to be read with care, or is not there. */
export function noteOf({ now, mapping }: BesideLastYear): string | null {
  const definition = mapping.variant === undefined ? mapping.note : null;
  const notes = [now.status_text, now.comparability_note, definition];
  return notes.filter((note) => note !== null).join("; ") || null;
}

/** Where last year's figure is from, in words. */
export const sourceOfBefore = ({ before }: BesideLastYear): string | null =>
  before && (before.origin === "published" ? "published" : "counted from last year's return");

/** Makes the columns of a list of rows. */
const columnsOf = <Row>() => ({
  text: (name: string, value: (row: Row) => string | null): ListColumn<Row> => ({
    name,
    type: "text",
    value,
  }),
  number: (name: string, value: (row: Row) => number | null): ListColumn<Row> => ({
    name,
    type: "double",
    value,
  }),
});

/** figures.csv: one row for each figure that would be published. */
export function figuresCsv(figures: readonly NamedComparison[]): Generator<Uint8Array> {
  const { text, number } = columnsOf<NamedComparison>();
  return listChunks(
    "figures",
    [
      text("indicator_id", ({ indicator }) => indicator),
      text("indicator", ({ name }) => name),
      text("unit", ({ mapping }) => mapping.unit),
      text("period", ({ now }) => now.period_label),
      number("numerator", ({ now }) => now.numerator),
      number("denominator", ({ now }) => now.denominator),
      number("value", ({ now }) => now.value),
      text("status", ({ now }) => now.status),
      text("note", noteOf),
      text("last_year_period", ({ before }) => before && before.period_label),
      number("last_year_value", ({ before }) => before && before.value),
      text("last_year_source", sourceOfBefore),
      text("last_year_note", ({ before }) => before && before.comparability_note),
      number(
        "neighbour_average",
        ({ neighbourAverage }) => neighbourAverage && neighbourAverage.value,
      ),
      text(
        "neighbour_note",
        ({ neighbourAverage }) => neighbourAverage && neighbourAverage.comparability_note,
      ),
      number("england", ({ england }) => england && england.value),
    ],
    figures,
  );
}

interface NeighbourFigure {
  readonly name: string;
  readonly row: KpiValueRow;
}

/** neighbours.csv: last year's figures of each neighbour. */
export function neighboursCsv(figures: readonly NamedComparison[]): Generator<Uint8Array> {
  const { text, number } = columnsOf<NeighbourFigure>();
  const rows = figures.flatMap(({ name, neighbours }) => neighbours.map((row) => ({ name, row })));
  const inOrder = recordTable<NeighbourFigure>(rows, {
    place: ({ name }) => figures.findIndex((one) => one.name === name),
    area: ({ row }) => row.area_code,
  }).orderby("place", "area");
  return listChunks(
    "neighbours",
    [
      text("indicator_id", ({ row }) => row.indicator_id),
      text("indicator", ({ name }) => name),
      text("area_code", ({ row }) => row.area_code),
      text("period", ({ row }) => row.period_label),
      number("numerator", ({ row }) => row.numerator),
      number("denominator", ({ row }) => row.denominator),
      number("value", ({ row }) => row.value),
      text("note", ({ row }) => row.comparability_note),
    ],
    recordsOf<NeighbourFigure>(inOrder),
  );
}
