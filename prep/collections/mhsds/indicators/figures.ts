import { dayLabel, monthEnd, monthLabel, monthStart } from "../../../calendar/periods";
import { countFlow } from "../../../indicators/count-flow";
import { notAvailable, type Emit } from "../../../indicators/figure";
import { ofSorted } from "../../../indicators/centiles";
import { activityRows } from "../model/activity";
import { countAccess, countSecondContacts } from "./access";
import { byMonth, type HealthArea } from "../model/places";
import { contactRows, indirectRows, referralRows } from "./views";
import { countMonths, type MonthRows } from "./count-months";
import { knownMonths } from "../model/months";
import { monthMeasures, quarterMeasures, waitIndicators } from "./measures";
import type { Prepared } from "../model/model";
import { endsQuarter, quarterStart, referralFacts, waitingAt } from "../model/referrals";

/** Ids of the statistics of waits so far: count, median, 90th centile. */
const waiting = [
  ["mhs133", null],
  ["mhs134", "median"],
  ["mhs135", "p90"],
] as const;

/** Counts every measure and indicator of mental health services for an area. `tooEarly` is how many of its children's referrals were received before the first loaded month, so that no wait is counted. */
export function mhsdsFigures(
  { data, homes, flags, contacts }: Prepared,
  areas: readonly HealthArea[],
  emit: (area: HealthArea, ...figure: Parameters<Emit>) => void,
): { readonly tooEarly: readonly number[] } {
  const known = knownMonths(data);
  const monthly: readonly (readonly [MonthRows, string])[] = [
    [referralRows(data, homes, contacts), "referrals"],
    [contactRows(data, homes, flags, contacts), "contacts"],
    [indirectRows(data, homes), "indirect"],
  ];
  const activity = activityRows(data, homes, flags);
  const { referralMonths } = data;
  const tooEarly = areas.map((area) => {
    const emitOf: Emit = (figure) => emit(area, figure);
    const belongs = (home: number): boolean => home >= 0 && area.members[home] === 1;
    for (const [rows, name] of monthly)
      countMonths(
        {
          rows,
          of: byMonth(rows.month, data.months, (row) => belongs(rows.home[row])),
          measures: monthMeasures.filter((measure) => measure.rows === name),
          span: known.span,
          knowledge: known.ofMeasure,
          silent: known.silent,
        },
        emitOf,
      );

    const { order } = byMonth(activity.month, data.months, (row) => belongs(activity.home[row]));
    countAccess({ rows: activity, order, span: known.span, knowledge: known.of }, emitOf);
    countSecondContacts({ rows: activity, order, span: known.span, knowledge: known.of }, emitOf);

    const ofArea = (row: number): boolean =>
      referralMonths.personMonth[row] >= 0 && belongs(homes[referralMonths.personMonth[row]]);
    const facts = referralFacts(data, homes, contacts, ofArea);
    const days = { known: known.days, from: known.span[0] };
    for (const indicator of waitIndicators) countFlow(indicator, facts, days, emitOf);
    for (const measure of quarterMeasures)
      countFlow(measure, facts, days, (figure) => figure.frequency === "quarter" && emitOf(figure));
    const rows = byMonth(referralMonths.month, data.months, ofArea);
    for (const month of known.span.filter(endsQuarter)) {
      const about = {
        frequency: "quarter",
        start: quarterStart(month),
        end: monthEnd(month),
        label: `${monthLabel(month - 2).slice(0, 3)} to ${monthLabel(month)}`,
        breakdown: "all",
        breakdownValue: "all",
      } as const;
      const missing = known.of(month).missing;
      const m = data.months.indexOf(month);
      const { waits, tooEarly: early } =
        missing === null
          ? waitingAt(data, contacts, month, rows.order, [rows.from[m], rows.from[m + 1]])
          : { waits: [], tooEarly: 0 };
      waits.sort((a, b) => a - b);
      const caution =
        early === 0
          ? known.of(month).caution
          : `Leaves out ${early} referrals received before ${dayLabel(monthStart(known.span[0]))}: whether they were seen is not known`;
      for (const [indicator, statistic] of waiting) {
        if (missing !== null) emitOf({ ...about, indicator, ...notAvailable(missing), asAt: null });
        else if (statistic === null)
          emitOf({
            ...about,
            indicator,
            numerator: waits.length,
            denominator: null,
            value: waits.length,
            status: "ok",
            statusText: null,
            caution,
            asAt: monthEnd(month),
          });
        else
          emitOf({
            ...about,
            indicator,
            numerator: null,
            denominator: waits.length,
            value: waits.length === 0 ? null : ofSorted(statistic, waits),
            status: waits.length === 0 ? "not_applicable" : "ok",
            statusText: waits.length === 0 ? "Nobody to count" : null,
            caution,
            asAt: monthEnd(month),
          });
      }
    }
    return facts.tooEarly;
  });
  return { tooEarly };
}
