import type { Day } from "../../../calendar/day";
import { dayLabel, monthEnd, monthLabel, monthOf, monthStart } from "../../../calendar/periods";
import { countIndicators, type Counted } from "../../../indicators/count";
import type { DayRows, Spot } from "../../../indicators/count-days";
import type { EventRows } from "../../../indicators/count-events";
import type { Emit } from "../../../indicators/figure";
import { knownDays, type Interval, type KnownDays } from "../../../indicators/known-days";
import type { ViewRows } from "../../../indicators/view";
import { PHASE_TRANSFERS_SINCE } from "../model/plan-alerts";
import { sen2Indicators } from "./indicators";
import type { Sen2Limits } from "../model/limits";
import type { Sen2Model } from "../model/model";
import { reviewsKnown } from "../model/review-on-day";
import { coveringRequests, coveringReturn, type ReturnPeriod } from "../model/periods";
import { openOnlyRows } from "../views/open-request-view";
import { populationOn } from "../views/population";

/** Days that each kind of event is known for, by the name that the indicators use. */
export function sen2KnownDays(
  periods: readonly ReturnPeriod[],
): Readonly<Record<string, KnownDays>> {
  const span = (since: number, end: (period: ReturnPeriod) => Day): KnownDays =>
    knownDays(
      periods
        .filter(({ year }) => year >= since)
        .map((period): Interval => ({ from: period.start, to: end(period) })),
    );
  return {
    requests: span(0, (period) => period.requestsEnd),
    request_source: span(2025, (period) => period.requestsEnd),
    plans: span(0, (period) => period.plansEnd),
    reviews: span(2024, (period) => period.plansEnd),
    phase_transfers: span(2025, (period) => period.plansEnd),
  };
}

/**
 * The same, and the days that are known of what falls due so many days after a request: of those
 * received from the first known day on.
 */
function withDueDays(
  known: Readonly<Record<string, KnownDays>>,
  { requestDays, planDays }: Sen2Limits,
): Readonly<Record<string, KnownDays>> {
  const later = (days: number): KnownDays =>
    knownDays(known.requests.intervals.map(({ from, to }) => ({ from: from + days, to })));
  return { ...known, decisions_due: later(requestDays), plans_due: later(planDays) };
}

/** Months whose last day is known, from the first known day on. */
function wholeMonths(known: KnownDays): DayRows["months"] {
  if (!known.months) return null;
  const { first, last } = known.months;
  const end = monthEnd(last) <= known.end ? last : last - 1;
  return first <= end ? { first, last: end } : null;
}

/** The data end where it lies within a month. */
function monthToDataEnd({ end }: KnownDays): Spot[] {
  const month = monthOf(end);
  return end === monthEnd(month) || end === -Infinity
    ? []
    : [
        {
          day: end,
          about: [
            {
              frequency: "month",
              start: monthStart(month),
              end,
              label: `${monthLabel(month)} to ${dayLabel(end)}`,
            },
          ],
        },
      ];
}

const NO_REGISTER = "No school register was given";
const LATEST_REVIEW =
  "SEN2 keeps only the latest review of each plan: known from the 2024 return, at 31 December and at the census date";
const unknownCodes = (setting: string): string =>
  `The return has codes that are not known: ${setting} in the settings says what they mean`;
const NO_PHASE_TRANSFERS = "SEN2 has phase transfers from the 2025 return";

/** Plans in force, on the last days of periods and on census days. */
function caseloads(model: Sen2Model, known: KnownDays): DayRows {
  const { periods, options, records } = model;
  return {
    clock: "day",
    months: wholeMonths(known),
    census: [...new Set(periods.flatMap(({ census }) => census ?? []))],
    dataEnd: monthToDataEnd(known),
    rowsOn: (day) => populationOn(model, day)?.rows ?? null,
    unknown: ({ needs, known: only }, day) => {
      const ret = coveringReturn(periods, day);
      const period = periods[ret];
      if (needs === "school_register" && !options.register) return NO_REGISTER;
      if (needs === "direct_payment_codes" && !records[ret].knowsPayments)
        return unknownCodes("directPaymentCodes");
      if (needs === "work_based_codes" && !records[ret].knowsWork)
        return unknownCodes("workBasedCodes");
      if (only === "reviews" && !reviewsKnown(day, period)) return LATEST_REVIEW;
      if (only === "phase_transfers" && period.year < PHASE_TRANSFERS_SINCE)
        return NO_PHASE_TRANSFERS;
      return null;
    },
  };
}

/**
 * Requests and assessments, on the last days of periods and on census days that they are known to.
 */
function openRequests(model: Sen2Model, known: KnownDays, sourceKnown: KnownDays): DayRows {
  const { periods, events } = model;
  const asked = events.request.breakdowns.request_source ?? null;
  return {
    clock: "day",
    months: wholeMonths(known),
    census: [
      ...new Set(
        periods.flatMap(({ census, requestsEnd }) => (census === requestsEnd ? census : [])),
      ),
    ],
    dataEnd: monthToDataEnd(known),
    rowsOn: (day) =>
      coveringRequests(periods, day) < 0
        ? null
        : openOnlyRows(model, day, sourceKnown.has(day) ? asked : null),
    unknown: () => null,
  };
}

/** Counts the SEN2 indicators by period and breakdown. */
export function countSen2(
  model: Sen2Model,
  emit: Emit,
  indicators: readonly Counted[] = sen2Indicators,
): void {
  const known = withDueDays(sen2KnownDays(model.periods), model.options.limits);
  const event = (rows: ViewRows): EventRows => ({
    clock: "event",
    rows,
    known,
    from: monthOf(model.periods[0].start),
    breakdownKnown: { request_source: known.request_source },
  });
  const { request, dispute, plan, review, phase_transfer } = model.events;
  countIndicators(
    indicators,
    {
      request: event(request),
      dispute: event(dispute),
      plan: event(plan),
      review: event(review),
      phase_transfer: event(phase_transfer),
      caseload: caseloads(model, known.plans),
      requests: openRequests(model, known.requests, known.request_source),
    },
    emit,
  );
}
