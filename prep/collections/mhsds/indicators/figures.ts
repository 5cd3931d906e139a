import { dayLabel, monthStart, type MonthIndex } from "../../../calendar/periods";
import type { Day } from "../../../calendar/day";
import { byMonth } from "../../../columns/by-month";
import { countIndicators, type CountedRows } from "../../../indicators/count";
import type { MonthRows } from "../../../indicators/count-months";
import type { Emit } from "../../../indicators/figure";
import { knownDays, type KnownDays } from "../../../indicators/known-days";
import type { ViewRows } from "../../../indicators/view";
import type { HealthMatches } from "../model/linkage";
import { latestRows, type MhsdsModel } from "../model/model";
import type { HealthArea } from "../model/places";
import { knownMonths, type KnownMonths } from "../model/months";
import { secondContactRows } from "../views/access-view";
import { cohortRows } from "../views/cohort-view";
import { FOUR_WEEKS, referralRows } from "../views/referral-view";
import { cohortIndicators } from "./access-indicators";
import { mhsdsIndicators } from "./indicators";

function sumOf(flags: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < flags.length; row++) sum += flags[row];
  return sum;
}

/** The days by which four weeks end of referrals that were received in known days. */
const fourWeeksLater = ({ intervals }: KnownDays): KnownDays =>
  knownDays(intervals.map(({ from, to }) => ({ from: from + FOUR_WEEKS - 1, to })));

/**
 * The rows of an area by the names of their views, in the order in which they are counted, and how
 * many of its referrals were received too early for a wait to be known.
 */
function rowsOfArea(
  model: MhsdsModel,
  { members }: HealthArea,
  known: KnownMonths,
): { readonly views: Readonly<Record<string, CountedRows>>; readonly tooEarly: number } {
  const { data, referrals, contacts, indirect, access } = model;
  const { referralMonths } = data;
  const belongs = (home: number): boolean => home >= 0 && members[home] === 1;
  const monthly = (
    rows: ViewRows,
    month: Int32Array,
    wanted: (row: number) => boolean,
    more: Partial<MonthRows> = {},
  ): MonthRows => ({
    clock: "month",
    rows,
    of: byMonth(month, known.span, wanted),
    knowledge: known.of,
    ...more,
  });
  const at =
    (home: Int32Array) =>
    (row: number): boolean =>
      belongs(home[row]);
  const silent = {
    breakdown: "provider",
    holds: known.silent,
    why: "The provider sent nothing for this month",
  };
  const early = dayLabel(monthStart(known.span[0]));
  const ofAccess = monthly(access.rows, access.month, at(access.home));
  const second = secondContactRows(access, ofAccess.of.order);
  const waits = referralRows(model, latestRows(data).filter(at(referrals.home)));
  return {
    tooEarly: sumOf(waits.rows.measures.too_early),
    views: {
      "mh.referrals": monthly(referrals.rows, referralMonths.month, at(referrals.home), { silent }),
      "mh.contacts": monthly(contacts.rows, data.contacts.month, at(contacts.home), { silent }),
      "mh.indirect": monthly(indirect.rows, data.indirect.month, at(indirect.home), { silent }),
      "mh.access": ofAccess,
      "mh.second_contacts": monthly(second.rows, second.month, () => true),
      mh_referral: {
        clock: "event",
        rows: waits.rows,
        known: { months: known.days, four_weeks: fourWeeksLater(known.days) },
        from: known.span[0],
      },
      "mh.waiting": monthly(referrals.waiting, referralMonths.month, at(referrals.home), {
        leftOut: (rows) =>
          `Leaves out ${rows} referrals received before ${early}: whether they were seen is not known`,
      }),
    },
  };
}

/**
 * Counts every indicator of mental health services for each area. `tooEarly` is how many of its
 * children's referrals were received before the first loaded month, so that no wait is counted.
 */
export function mhsdsFigures(
  model: MhsdsModel,
  areas: readonly HealthArea[],
  emit: (area: HealthArea, ...figure: Parameters<Emit>) => void,
): { readonly tooEarly: readonly number[] } {
  const known = knownMonths(model.data);
  const counted = mhsdsIndicators.filter((indicator) => !cohortIndicators.includes(indicator));
  const tooEarly = areas.map((area) => {
    const { views, tooEarly: early } = rowsOfArea(model, area, known);
    countIndicators(counted, views, (figure) => emit(area, figure));
    return early;
  });
  return { tooEarly };
}

/**
 * Counts the people with a plan in force who have an open mental health referral, of those whom the
 * linkage table could link, at the end of each
 * month. `inForce` gives the people (from 0) with a plan on a day; null where SEN2 does not know
 * the day.
 */
export function cohortFigures(
  { data }: MhsdsModel,
  matches: HealthMatches,
  inForce: (day: Day) => ArrayLike<number> | null,
  emit: Emit,
): void {
  const known = knownMonths(data);
  const { rows, month, linkable } = cohortRows(data, matches, known.span, inForce);
  const knowledge = (of: MonthIndex): ReturnType<KnownMonths["of"]> => {
    const { missing, caution } = known.of(of);
    const found = linkable.get(of);
    if (missing !== null || !found)
      return { missing: missing ?? "No SEN2 return covers the day", caution: null };
    const { linked, people } = found;
    const rate = people === 0 ? 0 : (100 * linked) / people;
    const share = `${linked} of ${people} people with a plan (${rate.toFixed(1)} per cent) could be linked`;
    return { missing: null, caution: caution === null ? share : `${share}; ${caution}` };
  };
  const of = byMonth(month, known.span);
  countIndicators(
    cohortIndicators,
    { "mh.plan_cohort": { clock: "month", rows, of, knowledge } },
    emit,
  );
}
