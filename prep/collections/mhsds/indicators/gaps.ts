import { monthOf } from "../../../calendar/periods";
import type { FigureOfPeriod } from "../../../indicators/kpi-value-rows";
import type { Gap } from "../../../indicators/gap";
import { restsOn } from "../../../indicators/rests-on";
import type { FieldQuality, Mhsds } from "../read/extract";
import { columnsOf, mhsdsTables } from "../fields/fields";
import { mhsdsIndicators } from "./indicators";

const indicatorOf = new Map(mhsdsIndicators.map((indicator) => [indicator.id, indicator]));

/** Columns that every record must have. */
export const mandatory: ReadonlySet<string> = new Set(
  mhsdsTables.flatMap((table) =>
    columnsOf[table].flatMap((column) => (column.mandatory ? [`${table}.${column.heading}`] : [])),
  ),
);

/** Columns without which a row stands in no month. */
export const PLACING: ReadonlySet<string> = new Set([
  "MHS101Referral.ReferralRequestReceivedDate",
  "MHS201CareContact.CareContDate",
  "MHS204IndirectActivity.IndirectActDate",
]);

const nameOf = ({ table, field }: FieldQuality): string => `${table}.${field}`;

/**
 * What the values of a column lack over some months: those that were not understood, blanks where a
 * row needs it, or all where a mandatory column is empty.
 */
function gapsOfColumn(name: string, told: readonly FieldQuality[]): readonly Gap[] {
  let [given, invalid, missing] = [0, 0, 0];
  for (const one of told) {
    given += one.valid + one.other + one.default + one.invalid;
    invalid += one.invalid;
    missing += one.missing;
  }
  const [table, field] = name.split(".");
  if (given === 0 && missing > 0 && mandatory.has(name))
    return [{ kind: "unread", why: `No row of the table ${table} has ${field}` }];
  const gaps: Gap[] = [];
  if (missing > 0 && PLACING.has(name))
    gaps.push({
      kind: "rows",
      eligible: given + missing,
      leftOut: missing,
      why: `rows of the table ${table} have no ${field}`,
    });
  if (invalid > 0)
    gaps.push({
      kind: "rows",
      eligible: given,
      leftOut: invalid,
      why: `values of ${field} (${table}) could not be read`,
    });
  return gaps;
}

/** What the extract lacks that a figure rests on, in the months of its period. */
export function mhsdsGaps({
  quality,
  gaps = new Map(),
}: Pick<Mhsds, "quality" | "gaps">): (figure: FigureOfPeriod) => readonly Gap[] {
  const byColumn = new Map<string, FieldQuality[]>();
  for (const one of quality) byColumn.set(nameOf(one), [...(byColumn.get(nameOf(one)) ?? []), one]);
  const known = new Map<string, readonly Gap[]>();
  const inMonths = (name: string, first: number, last: number): readonly Gap[] => {
    const key = `${name} ${first} ${last}`;
    let found = known.get(key);
    if (!found) {
      const told = (byColumn.get(name) ?? []).filter(
        ({ month }) => month >= first && month <= last,
      );
      known.set(key, (found = gapsOfColumn(name, told)));
    }
    return found;
  };
  return ({ indicator, breakdown, start, end }) => {
    const count = indicatorOf.get(indicator)?.count;
    if (!count) return [];
    const [first, last] = [monthOf(start), monthOf(end)];
    const key = `${indicator} ${breakdown} ${first} ${last}`;
    let found = known.get(key);
    if (!found) {
      const names = restsOn(count, breakdown);
      const tables = new Set(names.map((name) => name.split(".")[0]));
      found = [
        ...[...tables].flatMap((table) => gaps.get(table) ?? []),
        ...names.flatMap((name) => [...(gaps.get(name) ?? []), ...inMonths(name, first, last)]),
      ];
      known.set(key, found);
    }
    return found;
  };
}
