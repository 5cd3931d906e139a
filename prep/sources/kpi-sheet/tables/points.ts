import { periodBefore, yearBefore, type SheetPeriod } from "../period-text";
import type { Unit } from "../../../../src/kpi/unit";
import {
  isOwnKind,
  keyOf,
  periodOfRead,
  type PlacedRead,
  type Read,
  type Report,
} from "./read-entries";
import type { Entry } from "./table-context";

/** One period with its figures, of which a second unit may stand beside the first. */
export function pointsOf(
  reads: readonly Read[],
  unit: Unit,
  report: Report,
): Map<string, PlacedRead> {
  const points = new Map<string, PlacedRead>();
  const refused = new Set<string>();
  for (const read of reads) {
    const period = periodOfRead(read);
    if (period === null) continue;
    const key = keyOf(period);
    const before = points.get(key);
    const placed = { ...read, period };
    if (!before || (before.cell.status === "missing" && read.raw !== null)) points.set(key, placed);
    else if (read.raw === null || before.cell.value === read.cell.value) continue;
    else if (isSecond(before, read)) points.set(key, paired(before, placed, unit));
    else {
      refused.add(key);
      report("B53", read.line, read.column.text.replace(/\s+/g, " "));
    }
  }
  for (const key of refused) points.delete(key);
  return points;
}

/** A number beside a percentage in one row is the second figure of its period. */
const isSecond = (first: Read, second: Read): boolean =>
  first.line === second.line &&
  first.column.unit !== second.column.unit &&
  (first.column.unit === "percent" || second.column.unit === "percent") &&
  first.cell.secondary === null;

/** A number and a percentage of one period: the one in the KPI's unit goes first. */
function paired<T extends Read>(first: T, second: T, unit: Unit): T {
  const isSecondMain = second.column.unit === unit && first.column.unit !== unit;
  const [main, other] = isSecondMain ? [second, first] : [first, second];
  return {
    ...main,
    cell: { ...main.cell, secondary: other.cell.value, secondaryDecimals: other.cell.decimals },
  };
}

function isCurrentHeading({ column, kind }: Entry): boolean {
  return kind === "actual" && /\b(?:current|latest)\b/i.test(column.text);
}

/** The current figure: of the heading that says so, else the latest that there is. */
export function currentOf(points: readonly PlacedRead[]): PlacedRead | null {
  const said = points.filter(isCurrentHeading);
  const given = (said.length > 0 ? said : points).filter(
    ({ cell, kind }) =>
      (said.length > 0 || cell.status !== "missing") &&
      kind !== "baseline" &&
      kind !== "prior_year",
  );
  const order = (point: PlacedRead): number =>
    point.period.end * 2 + (point.period.frequency === "year_to_date" ? 0 : 1);
  return given.reduce<PlacedRead | null>(
    (best, one) => (best === null || order(one) > order(best) ? one : best),
    null,
  );
}

/** The figure before the current one: of the same series of headings, else of the same length. */
export function previousOf(points: readonly PlacedRead[], current: PlacedRead): PlacedRead | null {
  const earlier = points.filter(
    ({ period }) =>
      period.end < current.period.end && period.frequency === current.period.frequency,
  );
  const said = earlier.filter(({ kind }) => kind === "previous");
  const alike = earlier.filter(({ column }) => column.series === current.column.series);
  const from =
    said.length > 0
      ? said
      : alike.length > 0
        ? alike
        : earlier.filter(({ kind }) => kind !== "prior_year" && kind !== "baseline");
  return from.reduce<PlacedRead | null>(
    (best, one) => (best === null || one.period.end > best.period.end ? one : best),
    null,
  );
}

/** Periods that a heading tells by the current one, such as "last month" beside "this month". */
const IMPLIED: readonly (readonly [RegExp, (now: SheetPeriod) => SheetPeriod | null])[] = [
  [/same (?:period|month|quarter|term|time)|(?:year|12 months) ago/, yearBefore],
  [/month/, (now) => (now.frequency === "month" ? periodBefore(now) : null)],
  [/quarter|qtr/, (now) => (now.frequency === "quarter" ? periodBefore(now) : null)],
];

/** Figures without a period of their own, under the one that their heading implies. */
export function withImplied(reads: readonly Read[]): Read[] {
  const current = currentOf(
    reads.flatMap((read) =>
      isOwnKind(read) && periodOfRead(read) !== null
        ? [{ ...read, period: periodOfRead(read)! }]
        : [],
    ),
  );
  if (current === null) return [...reads];
  return reads.map((read) => {
    const isBefore = read.kind === "prior_year" || read.kind === "previous";
    if (!isBefore || periodOfRead(read) !== null) return read;
    const text = read.column.text.toLowerCase();
    const implied = IMPLIED.find(([words]) => words.test(text))?.[1](current.period) ?? null;
    return { ...read, period: implied };
  });
}
