import { readMark } from "../kpi/chart-mark";
import type { Frequency } from "../kpi/frequency";
import type { NumberForm } from "../kpi/number-format";
import type { Unit } from "../kpi/unit";
import type { Columns } from "./columns";
import type { KpiRows } from "./group-rows";
import type { Point } from "./kpi";
import { numberFormOf, unitOf } from "./number-form";
import type { NoOrder, Ordered, OrderOptions } from "./order-periods";
import { timeless } from "./period";
import { frequencyNamed, isOf } from "./rule-words";
import type { ModelRules } from "./rules";
import { scaleOf, type ScaleOf } from "./scales";
import { marked } from "./status-words";
import { hasFigure, listOf, slotsIn, slotsOf, type PeriodReader, type Slots } from "./timeline";
import { unitNamed } from "./unit-name";

/** What is known of a KPI before its figures are looked at: its periods, its latest, its form. */
export interface Plan {
  readonly group: KpiRows;
  readonly reader: PeriodReader;
  readonly order: OrderOptions;
  readonly slots: Slots;
  readonly noOrder: NoOrder | null;
  readonly begins: Ordered["begins"];
  /** Index of the latest slot; -1 where there is none, or none is known to be it. */
  readonly last: number;
  /** The row that speaks for the KPI: the latest, else the first. */
  readonly row: number;
  readonly unit: Unit;
  /** How figures are printed, worked out when it is first asked for. */
  readonly form: () => NumberForm;
  readonly frequency: Frequency;
  readonly scale: ScaleOf | null;
}

/** The plan of a KPI. */
export function planOf(
  columns: Columns,
  rules: ModelRules,
  group: KpiRows,
  reader: PeriodReader,
): Plan {
  const first = group.own[0] ?? group.compared[0]?.row ?? 0;
  const named = frequencyNamed(columns.text("frequency", first));
  const order: OrderOptions = {
    years:
      named === "academic_year"
        ? "academic"
        : named === "financial_year"
          ? "financial"
          : rules.years,
    firstMonth: rules.firstMonth,
  };
  const placed = orderOf(group, reader, { order, named });
  const found = ofFrequency(slotsOf(columns, placed), named);
  // Labels without a year that come twice go over more than a year.
  const twice =
    found.more > 0 &&
    found.length > 1 &&
    listOf(found).find(({ period, differ }) => period.end === null && differ);
  const slots = twice ? slotsIn([]) : found;
  const noOrder: NoOrder | null = twice
    ? { why: "unread", label: twice.period.label }
    : placed.noOrder;
  const last = latestOf(columns, slots, rules.today);
  const latest = last < 0 ? null : slots.at(last);
  const row = latest?.row ?? first;
  const words = columns.text("unit", row);
  const unit = unitOf(columns, row);
  let form: NumberForm | null = null;
  return {
    group,
    reader,
    order,
    slots,
    noOrder,
    begins: placed.begins,
    last,
    row,
    unit,
    form: () => (form ??= numberFormOf(columns, group.own, row)),
    frequency: named ?? latest?.period.frequency ?? "month",
    scale: scaleOf(columns, group.own, row, {
      unit,
      named: words !== null && unitNamed(words) !== null,
    }),
  };
}

/**
 * Of periods of several lengths, those of the KPI's own frequency; all where none is of it, as of a
 * termly KPI in a monthly paper.
 */
function ofFrequency(slots: Slots, named: Frequency | null): Slots {
  if (named === null) return slots;
  const all = listOf(slots);
  const own = all.filter(({ period }) => isOf(period.frequency, named));
  return own.length > 0 && own.length < all.length ? slotsIn(own) : slots;
}

/**
 * The own rows in order. Where periods of several lengths lie in one another, those of the KPI's own
 * frequency may have an order that all of them have not.
 */
function orderOf(
  { own }: KpiRows,
  reader: PeriodReader,
  { order, named }: { readonly order: OrderOptions; readonly named: Frequency | null },
): ReturnType<PeriodReader> {
  const all = reader(own, order);
  if (all.noOrder === null || named === null) return all;
  const fitting = own.filter((row) => {
    const [one] = reader([row], order).periods;
    return one !== undefined && isOf(one.period.frequency, named);
  });
  return fitting.length === 0 ? all : reader(fitting, order);
}

/** Half a year: a year that may be of two kinds begins so much earlier by one of them. */
const UNSURE = 183;

/**
 * The last slot with a figure or words that has begun by today; without one the last that has
 * begun. -1 where none has.
 */
function latestOf(columns: Columns, slots: Slots, today: number): number {
  let begun = -1;
  for (let i = slots.length - 1; i >= 0; i--) {
    const { row, differ, period } = slots.at(i);
    const { start, sure } = period;
    if (start !== null && start - (sure ? 0 : UNSURE) > today) continue;
    if (differ || hasFigure(columns, row)) return i;
    if (begun < 0) begun = i;
  }
  return begun;
}

/** The point of a KPI that has no latest figure, with the reason. */
export function missingPoint({ row, noOrder, slots }: Plan): Point {
  const ahead = slots.length > 0;
  return {
    row,
    period: timeless(""),
    value: null,
    secondary: null,
    numerator: null,
    denominator: null,
    target: null,
    strict: false,
    rating: {
      rating: "not_rated",
      reason: noOrder ? "no_order" : ahead ? "still_ahead" : "no_value",
      gap: null,
      tolerance: null,
      lower: null,
      upper: null,
    },
    words: noOrder
      ? marked(noOrder.why === "unread" ? "no_order" : "overlap", noOrder.label || "–")
      : marked(ahead ? "still_ahead" : "missing"),
    comparability: "comparable",
    mark: readMark(null),
    interval: null,
  };
}
