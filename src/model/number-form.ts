import type { NumberForm } from "../kpi/number-format";
import { roundHalfUp } from "../kpi/round";
import { UNIT_FORMS, type Unit } from "../kpi/unit";
import type { Columns } from "./columns";
import { isFormat, readFormatString, type FormatString } from "./format-string";
import { unitNamed } from "./unit-name";

/** What the unit field and the format of the value say. */
interface Said {
  readonly unit: Unit;
  /** The unit that the field names. */
  readonly named: Unit | null;
  readonly read: FormatString | null;
}

function saidOf(columns: Columns, latest: number): Said {
  const words = columns.text("unit", latest);
  const named = words === null ? null : unitNamed(words);
  const format =
    named === null && words !== null && isFormat(words) ? words : columns.format("value", latest);
  const read = format === null ? null : readFormatString(format);
  const value = columns.raw("value", latest);
  const printed = typeof value === "string" && /%\s*$/.test(value);
  const unit = named ?? (read?.percent || printed ? "percent" : read?.pounds ? "gbp" : "count");
  return { unit, named, read };
}

/** The unit of a KPI's figures: by the unit field, else by the format of the value. */
export const unitOf = (columns: Columns, latest: number): Unit => saidOf(columns, latest).unit;

/**
 * How a KPI's figures are printed: by the unit field (a unit's name or a format string), else by
 * the format of the value. Where
 * neither gives decimals, as many as the unit has and the figures need: 67 % stays 67 when no
 * figure has a fraction.
 */
export function numberFormOf(columns: Columns, own: readonly number[], latest: number): NumberForm {
  const { unit, named, read } = saidOf(columns, latest);
  const signs = named === null ? (read?.signs ?? null) : null;
  const asked = read?.decimals ?? null;
  if (asked !== null && (named === null || asked > 0)) return { unit, decimals: asked, signs };
  const figures = [
    ...own.map(columns.numbers("value")),
    columns.number("previous", latest),
    columns.number("target", latest),
  ];
  const values = figures.filter((value): value is number => value !== null);
  if (values.length === 0)
    return { unit, decimals: named === null ? 0 : UNIT_FORMS[unit].decimals };
  return {
    unit,
    decimals: decimalsNeeded(values, named === null ? 2 : Math.max(1, UNIT_FORMS[unit].decimals)),
  };
}

/** A second figure beside a percentage is a count; beside a count it is a rate. */
export function secondaryFormOf(columns: Columns, row: number): NumberForm {
  const format = columns.format("secondary", row);
  const read = format === null ? null : readFormatString(format);
  const value = columns.number("secondary", row);
  return {
    unit: read?.percent ? "percent" : "count",
    decimals: read?.decimals ?? decimalsNeeded(value === null ? [] : [value], 2),
  };
}

/**
 * The fewest decimals, up to `most`, that print every value as it is; a small one never prints as
 * 0.
 */
function decimalsNeeded(values: readonly number[], most: number): number {
  const smallest = Math.min(...values.map(Math.abs).filter((value) => value > 1e-6));
  const enough = Math.max(most, smallest < 1 ? Math.ceil(-Math.log10(smallest)) : 0);
  for (let decimals = 0; decimals < enough; decimals++)
    if (values.every((value) => Math.abs(roundHalfUp(value, decimals) - value) < 1e-9))
      return decimals;
  return enough;
}
