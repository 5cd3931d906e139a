import { solver, type Equation } from "./recover";

/** A row of a published kpi_value.csv. */
export type FigureRow = Readonly<
  Record<
    | "indicator_id"
    | "frequency"
    | "period_start"
    | "period_end"
    | "breakdown"
    | "breakdown_value"
    | "numerator"
    | "denominator"
    | "value"
    | "status"
    | "method"
    | "area_role",
    string
  >
>;

type Parts = readonly [numerator: string | null, denominator: string | null];

/** What a reader of the definitions knows the figures to be made of. */
export const flows: Readonly<Record<string, Parts>> = {
  ehc_requests_received: ["received", null],
  ehc_requests_by_parents_pct: ["by parents", "with a source"],
  ehc_request_decisions: ["decisions", null],
  ehc_request_decisions_within_6_weeks_pct: ["decisions in time", "decisions timed"],
  ehc_requests_refused_pct: ["refused", "decisions"],
  ehc_assessments_agreed: ["agreed", null],
  ehc_assessments_completed: ["completed", null],
  ehc_assessments_not_issued_pct: ["not issued", "completed"],
  ehc_not_issued_within_16_weeks_pct: ["not issued in time", "not issued timed"],
  ehc_plans_issued: ["issued", null],
  ehc_plans_within_20_weeks_pct: ["issued in time", "issued timed"],
  ehc_plans_within_20_weeks_excl_exceptions_pct: ["in time, no exception", "timed, no exception"],
  ehc_plan_weeks_mean: ["weeks", "issued timed"],
  ehc_plan_weeks_median: [null, "issued timed"],
  ehc_plan_weeks_p90: [null, "issued timed"],
  ehc_plan_weeks_longest: [null, "issued timed"],
  ehc_plans_ceased: ["ceased", null],
  annual_review_decision_within_4_weeks_pct: ["reviews in time", "reviews"],
};
export const snapshots: Readonly<Record<string, Parts>> = {
  ehc_requests_awaiting_decision: ["awaiting", null],
  ehc_requests_awaiting_over_6_weeks: ["awaiting over 6", null],
  ehc_assessments_open: ["open", null],
  ehc_assessments_open_over_20_weeks: ["open over 20", null],
  ehc_assessments_open_over_30_weeks: ["open over 30", null],
  ehc_assessments_open_over_52_weeks: ["open over 52", null],
  ehc_plans_maintained: ["plans", null],
  annual_review_held_12_months_pct: ["held", "expected"],
  annual_reviews_overdue: ["overdue", null],
  annual_reviews_awaiting_decision: ["review awaiting", null],
  ehc_mainstream_pct: ["mainstream", "placed"],
  ehc_special_pct: ["special", "placed"],
  ehc_inmss_pct: ["independent", "placed"],
  ehc_alternative_provision_pct: ["alternative", "placed"],
  ehc_further_education_pct: ["further", "placed"],
  ehc_elective_home_education: ["home", null],
  ehc_eotas: ["eotas", null],
  ehc_neet: ["neet", null],
  ehc_awaiting_provision: ["unplaced", null],
  ehc_out_of_area_pct: ["out of area", "at schools"],
  ehc_residential: ["residential", null],
  ehc_personal_budget_pct: ["budget", "plans"],
  ehc_16_18_in_education_pct: ["16-18 in education", "16-18"],
  pupils_on_roll: ["roll", null],
  sen_support_pupils: ["support", null],
  sen_support_pct: ["support", "roll"],
  ehc_pupils_pct: ["pupils with plan", "roll"],
  sen_unit_or_resourced_pupils: ["unit", null],
};

/** Sums that hold for every group and period. */
export const sums: readonly (readonly [whole: string, ...parts: string[]])[] = [
  ["decisions", "agreed", "refused"],
  ["completed", "issued", "not issued"],
];
/** What holds what: where both are the same for everybody they are the same for every group. */
export const nested: readonly (readonly [whole: string, part: string])[] = [
  ["received", "with a source"],
  ["with a source", "by parents"],
  ["decisions", "decisions timed"],
  ["decisions timed", "decisions in time"],
  ["not issued", "not issued timed"],
  ["not issued timed", "not issued in time"],
  ["issued", "issued timed"],
  ["issued timed", "issued in time"],
  ["issued timed", "timed, no exception"],
  ["timed, no exception", "in time, no exception"],
  ["awaiting", "awaiting over 6"],
  ["open", "open over 20"],
  ["open over 20", "open over 30"],
  ["open over 30", "open over 52"],
  ["plans", "placed"],
  ["plans", "at schools"],
  ["plans", "expected"],
  ["expected", "held"],
  ["plans", "overdue"],
  ["plans", "residential"],
  ["plans", "budget"],
  ["plans", "16-18"],
  ["16-18", "16-18 in education"],
  ["roll", "support"],
  ["roll", "pupils with plan"],
];
/** A measure for everybody is another for one group. */
export const groupsOf: readonly (readonly [
  measure: string,
  of: string,
  breakdown: string,
  groups: RegExp,
])[] = [
  ["by parents", "received", "request_source", /^parent/],
  ["with a source", "received", "request_source", /^(?!not_recorded)/],
  ["mainstream", "plans", "setting_group", /^mainstream_/],
  ["special", "plans", "setting_group", /^special_(maintained|academy)$/],
  ["independent", "plans", "setting_group", /^special_(non_maintained|independent)$/],
  ["alternative", "plans", "setting_group", /^ap_/],
  ["further", "plans", "setting_group", /^fe_/],
  ["support", "roll", "sen_provision", /^sen_support$/],
  ["pupils with plan", "roll", "sen_provision", /^ehc_plan$/],
];

export const monthOf = (iso: string): number =>
  Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

interface Variable {
  readonly measure: string;
  readonly breakdown: string;
  readonly group: string;
  readonly period: string;
  known: boolean;
  value: number;
}

/** What an attack brought. */
export interface Attack {
  /** Numbers that are printed, and numbers that are not. */
  readonly published: number;
  readonly hidden: number;
  /**
   * By row: whether its numerator and its denominator are known in the end; null where it has none.
   */
  readonly knows: readonly (readonly [numerator: boolean | null, denominator: boolean | null])[];
}

/** Tries to work out every hidden number from all that a table of figures publishes together. */
export function attackFigures(rows: readonly FigureRow[]): Attack {
  const index = new Map<string, number>();
  const variables: Variable[] = [];
  const keyOf = (measure: string, breakdown: string, group: string, period: string): string =>
    `${measure}|${breakdown}|${group}|${period}`;
  const variable = (
    measure: string,
    breakdown: string,
    group: string,
    period: string,
  ): number | undefined => index.get(keyOf(measure, breakdown, group, period));
  const partsOf = rows.map((row): (number | null)[] => {
    const parts = flows[row.indicator_id] ?? snapshots[row.indicator_id];
    if (
      !parts ||
      row.area_role !== "own" ||
      row.method !== "counted" ||
      (row.status !== "ok" && row.status !== "not_applicable" && row.status !== "suppressed")
    )
      return [null, null];
    const period =
      row.indicator_id in flows
        ? `${monthOf(row.period_start)}-${monthOf(row.period_end)}`
        : row.period_end;
    return parts.map((measure, i) => {
      if (measure === null) return null;
      const text = i === 0 ? row.numerator : row.denominator;
      const key = keyOf(measure, row.breakdown, row.breakdown_value, period);
      let at = index.get(key);
      if (at === undefined) {
        at = variables.length;
        index.set(key, at);
        variables.push({
          measure,
          breakdown: row.breakdown,
          group: row.breakdown_value,
          period,
          known: false,
          value: NaN,
        });
      }
      if (row.status !== "suppressed" && text !== "")
        Object.assign(variables[at], { known: true, value: Number(text) });
      return at;
    });
  });

  const equations: Map<number, number>[] = [];
  const equate = (whole: number | undefined, parts: readonly (number | undefined)[]): void => {
    if (whole === undefined || parts.length === 0 || parts.some((part) => part === undefined))
      return;
    const equation = new Map<number, number>([[whole, 1]]);
    for (const part of parts) equation.set(part!, (equation.get(part!) ?? 0) - 1);
    equations.push(equation);
  };

  const groups = new Map<string, number[]>();
  variables.forEach(
    ({ measure, breakdown, period }, i) =>
      breakdown !== "all" &&
      groups.set(`${measure}|${breakdown}|${period}`, [
        ...(groups.get(`${measure}|${breakdown}|${period}`) ?? []),
        i,
      ]),
  );
  for (const list of groups.values())
    equate(variable(variables[list[0]].measure, "all", "all", variables[list[0]].period), list);

  for (const [i, { measure, breakdown, group, period }] of variables.entries()) {
    const of = (other: string): number | undefined => variable(other, breakdown, group, period);
    for (const [whole, ...parts] of sums) if (whole === measure) equate(i, parts.map(of));
    for (const [child, parent, by, wanted] of groupsOf) {
      if (child !== measure) continue;
      if (breakdown === "all")
        equate(
          i,
          (groups.get(`${parent}|${by}|${period}`) ?? []).filter((one) =>
            wanted.test(variables[one].group),
          ),
        );
      else if (breakdown === by && wanted.test(group)) equate(i, [of(parent)]);
    }
    const span = /^(\d+)-(\d+)$/.exec(period);
    if (!span) continue;
    const [first, last] = [Number(span[1]), Number(span[2])];
    if (last > first)
      equate(
        i,
        Array.from({ length: last - first + 1 }, (_, m) =>
          variable(measure, breakdown, group, `${first + m}-${first + m}`),
        ),
      );
  }
  for (const [whole, part] of nested)
    for (const [i, { measure, breakdown, group, period, known, value }] of variables.entries()) {
      if (measure !== whole || !known) continue;
      const inner = variable(part, breakdown, group, period);
      if (
        inner === undefined ||
        !variables[inner].known ||
        variables[inner].value !== value ||
        inner === i
      )
        continue;
      const span = /^(\d+)-(\d+)$/.exec(period);
      const periods = span
        ? [
            period,
            ...Array.from(
              { length: Number(span[2]) - Number(span[1]) + 1 },
              (_, m) => `${Number(span[1]) + m}-${Number(span[1]) + m}`,
            ),
          ]
        : [period];
      for (const when of periods) {
        equate(variable(whole, breakdown, group, when), [variable(part, breakdown, group, when)]);
        if (breakdown !== "all") continue;
        for (const [key, list] of groups)
          if (key.startsWith(`${whole}|`) && key.endsWith(`|${when}`))
            for (const one of list)
              equate(one, [variable(part, variables[one].breakdown, variables[one].group, when)]);
      }
    }

  const open = equations
    .map((equation): Equation => new Map([...equation].filter(([one]) => !variables[one].known)))
    .filter((equation) => equation.size > 0);
  const parent = variables.map((_, i) => i);
  const root = (one: number): number =>
    parent[one] === one ? one : (parent[one] = root(parent[one]));
  for (const equation of open)
    for (const one of equation.keys()) parent[root(one)] = root(equation.keys().next().value!);
  const together = new Map<number, Equation[]>();
  for (const equation of open) {
    const at = root(equation.keys().next().value!);
    const list = together.get(at);
    if (list) list.push(equation);
    else together.set(at, [equation]);
  }
  const recovered = new Set<number>();
  for (const list of together.values()) {
    const known = solver(list.sort((a, b) => a.size - b.size));
    for (const one of new Set(list.flatMap((equation) => [...equation.keys()])))
      if (known(new Map([[one, 1]]))) recovered.add(one);
  }
  const isKnown = (one: number | null): boolean | null =>
    one === null ? null : variables[one].known || recovered.has(one);
  return {
    published: variables.filter(({ known }) => known).length,
    hidden: variables.filter(({ known }) => !known).length,
    knows: partsOf.map(([top, bottom]) => [isKnown(top), isKnown(bottom)] as const),
  };
}
