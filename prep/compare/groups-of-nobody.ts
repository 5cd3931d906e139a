import { kpiValue } from "../star/kpi-value";
import type { KpiValueRow } from "../star/kpi-value-row";

/** What the figures of a whole and of its groups share, beside the breakdown and the group. */
const OF_WHOLE = kpiValue.key.filter(
  (name) => !["breakdown", "breakdown_value"].includes(name),
) as readonly (keyof KpiValueRow)[];

const isKnown = ({ status }: KpiValueRow): boolean =>
  status === "ok" || status === "not_applicable";
const isNone = (value: number | null): boolean => value === null || value === 0;

/** Whether a group is to be read with care where everybody is not: some could not be told apart. */
const hasOwnDoubts = (row: KpiValueRow, whole: KpiValueRow): boolean =>
  row.comparability === "caution" && whole.comparability !== "caution";

/**
 * What the figures of a whole and of its groups share. Rows of one whole stand together, so that
 * most have the key of the row before.
 */
function keys(): (row: KpiValueRow) => string {
  let last: KpiValueRow | null = null;
  let key = "";
  return (row) => {
    let isSame = last !== null;
    for (let i = 0; isSame && i < OF_WHOLE.length; i++)
      isSame = row[OF_WHOLE[i]] === last![OF_WHOLE[i]];
    if (!isSame) key = OF_WHOLE.map((name) => row[name]).join("\0");
    last = row;
    return key;
  };
}

/** The counted figures of everybody that are known, by what their groups share with them. */
function wholesOf(rows: readonly KpiValueRow[]): ReadonlyMap<string, KpiValueRow> {
  const keyOf = keys();
  const found = new Map<string, KpiValueRow>();
  for (const row of rows)
    if (row.breakdown === "all" && row.method === "counted" && isKnown(row))
      found.set(keyOf(row), row);
  return found;
}

/**
 * Whether a group's row says no more than that nobody is in it: none counted, of nobody, with the
 * doubts of the whole and none of its own, and none in the period before.
 */
function isOfNobody(row: KpiValueRow, whole: KpiValueRow): boolean {
  const isZero =
    row.status === "ok"
      ? row.denominator === null && row.numerator === 0 && row.value === 0 && isNone(row.previous)
      : row.status === "not_applicable" && isNone(row.numerator) && isNone(row.denominator);
  const hasWholesDoubts =
    row.status === "not_applicable" ||
    (row.comparability === whole.comparability &&
      row.comparability_note === whole.comparability_note);
  return isZero && hasWholesDoubts && isNone(row.rows_left_out);
}

/** The groups of a breakdown in one period. */
interface GroupsOfPeriod {
  /** Places of the rows of nobody. */
  readonly ofNobody: number[];
  /** Whether their absence would be known to mean nobody. */
  hasOthers: boolean;
  isWhole: boolean;
}

/**
 * Marks with 1 the rows of groups that may be left out of `kpi_value`, for their absence says the
 * same: the whole of that period is known, and either is empty itself or has another group of the
 * breakdown beside it. Where one group of the breakdown is not known, or is to be read with care
 * and the whole is not, every row stays: then a group without a row may be one that nobody could
 * tell.
 */
function groupsOfNobody(rows: readonly KpiValueRow[]): Uint8Array {
  const wholes = wholesOf(rows);
  const keyOf = keys();
  const breakdowns = new Map<string, GroupsOfPeriod>();
  rows.forEach((row, place) => {
    if (row.breakdown === "all") return;
    const key = keyOf(row);
    const whole = wholes.get(key);
    if (whole === undefined) return;
    const name = `${key}\0${row.breakdown}`;
    let groups = breakdowns.get(name);
    if (groups === undefined) {
      const isEmpty = isNone(whole.numerator) && isNone(whole.denominator);
      breakdowns.set(name, (groups = { ofNobody: [], hasOthers: isEmpty, isWhole: true }));
    }
    if (!isKnown(row) || hasOwnDoubts(row, whole)) groups.isWhole = false;
    else if (isOfNobody(row, whole)) groups.ofNobody.push(place);
    else groups.hasOthers = true;
  });
  const marks = new Uint8Array(rows.length);
  for (const { ofNobody, hasOthers, isWhole } of breakdowns.values())
    if (hasOthers && isWhole) for (const place of ofNobody) marks[place] = 1;
  return marks;
}

/** Figures without those of groups that may be left out. */
export function withoutGroupsOfNobody(rows: readonly KpiValueRow[]): KpiValueRow[] {
  const marks = groupsOfNobody(rows);
  return rows.filter((_, place) => marks[place] === 0);
}

/** Figures, with the places of those of each series, which differ by their period only. */
interface InSeries {
  readonly rows: readonly KpiValueRow[];
  readonly series: readonly (readonly number[])[];
}

/**
 * Figures that are not rated yet, without the series in which every row may be left out: no other
 * figure has one of theirs before it, so that nothing else changes. Indicators that others have
 * figures of (`elsewhere`) stay, for one of theirs may be held against each.
 */
export function withoutSeriesOfNobody(
  { rows, series }: InSeries,
  elsewhere: ReadonlySet<string>,
): InSeries {
  const marks = groupsOfNobody(rows);
  const kept = series.filter(
    (places) =>
      elsewhere.has(rows[places[0]].indicator_id) || places.some((place) => marks[place] === 0),
  );
  const stays = new Uint8Array(rows.length);
  for (const places of kept) for (const place of places) stays[place] = 1;
  const now = new Int32Array(rows.length);
  for (let place = 0, at = 0; place < rows.length; place++) {
    now[place] = at;
    at += stays[place];
  }
  return {
    rows: rows.filter((_, place) => stays[place] === 1),
    series: kept.map((places) => places.map((place) => now[place])),
  };
}
