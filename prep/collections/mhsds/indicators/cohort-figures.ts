import { MISSING } from "../../../columns/column";
import { monthEnd, monthLabel, monthStart } from "../../../calendar/periods";
import type { Day } from "../../../calendar/day";
import { notAvailable, valued, type Emit } from "../../../indicators/figure";
import type { Mhsds } from "../extract";
import { knownMonths } from "../model/months";
import type { HealthMatches } from "../linkage";

const ID = "ehc_cohort_with_open_mh_referral_pct";

/** By person of SEN2 and the census (from 1): whether they have a referral open at the end of a month. */
function openInMonth(
  { referralMonths: r }: Mhsds,
  { linked }: HealthMatches,
  month: number,
): Set<number> {
  const open = new Set<number>();
  for (let row = 0; row < r.count; row++)
    if (
      r.month[row] === month &&
      linked[r.person[row]] > 0 &&
      (r.discharged[row] === MISSING || r.discharged[row] > monthEnd(month))
    )
      open.add(linked[r.person[row]]);
  return open;
}

/**
 * Share of the people with a plan in force who have an open mental health referral, of those whom the linkage table could link, at the end of each
 * month. `inForce` gives the people (from 0) with a plan on a day; null where SEN2 does not know the day.
 */
export function cohortFigures(
  data: Mhsds,
  matches: HealthMatches,
  inForce: (day: Day) => ArrayLike<number> | null,
  emit: Emit,
): void {
  const known = knownMonths(data);
  for (const month of known.span) {
    const about = {
      indicator: ID,
      frequency: "month",
      start: monthStart(month),
      end: monthEnd(month),
      label: monthLabel(month),
      breakdown: "all",
      breakdownValue: "all",
    } as const;
    const inPlan = inForce(monthEnd(month));
    const people = inPlan && new Set(Array.from(inPlan, (person) => person + 1));
    const { missing, caution } = known.of(month);
    if (missing !== null || people === null) {
      emit({ ...about, ...notAvailable(missing ?? "No SEN2 return covers the day"), asAt: null });
      continue;
    }
    const open = openInMonth(data, matches, month);
    const cohort = [...people].filter((person) => matches.couldBe.has(person));
    const rate = people.size === 0 ? 0 : (100 * cohort.length) / people.size;
    const share = `${cohort.length} of ${people.size} people with a plan (${rate.toFixed(1)} per cent) could be linked`;
    emit({
      ...about,
      ...valued("percent", cohort.filter((person) => open.has(person)).length, cohort.length),
      caution: caution === null ? share : `${share}; ${caution}`,
      asAt: monthEnd(month),
    });
  }
}
