import { MISSING } from "../../../columns/column";
import { monthEnd, type MonthIndex } from "../../../calendar/periods";
import type { Day } from "../../../calendar/day";
import { columns } from "../../../columns/expression";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import type { Mhsds } from "../read/extract";
import type { HealthMatches } from "../model/linkage";
import { ofReferral } from "./rests-on";

const q = columns({ could_be_linked: "flag", open_referral: "flag" });

/** People with a plan in force at the end of each month. */
export const cohortView = defineView({
  name: "mh.plan_cohort",
  restsOn: { rows: [...ofReferral, "MHS101Referral.ServDischDate"], columns: {} },
  columns: q,
  flags: { could_be_linked: q.could_be_linked, open_referral: q.open_referral },
  breakdowns: {},
  units: ["person"],
});

/**
 * People with a plan by month, and how many of them there are and could be linked; null where SEN2
 * does not know the day.
 */
interface CohortRows {
  readonly rows: ViewRows<typeof cohortView>;
  readonly month: Int32Array;
  readonly linkable: ReadonlyMap<
    MonthIndex,
    { readonly linked: number; readonly people: number } | null
  >;
}

/**
 * By person of SEN2 and the census (from 1): whether they have a referral open at the end of a
 * month.
 */
function openInMonth(
  { referralMonths: r }: Mhsds,
  { linked }: HealthMatches,
  month: MonthIndex,
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
 * The rows of the view. `inForce` gives the people (from 0) with a plan on a day; null where SEN2
 * does not know the day.
 */
export function cohortRows(
  data: Mhsds,
  matches: HealthMatches,
  span: readonly MonthIndex[],
  inForce: (day: Day) => ArrayLike<number> | null,
): CohortRows {
  const [months, persons, could, open]: number[][] = [[], [], [], []];
  const linkable = new Map<MonthIndex, { linked: number; people: number } | null>();
  for (const month of span) {
    const inPlan = inForce(monthEnd(month));
    const people = inPlan && new Set(Array.from(inPlan, (person) => person + 1));
    linkable.set(month, null);
    if (!people) continue;
    const isOpen = openInMonth(data, matches, month);
    let linked = 0;
    for (const person of people) {
      months.push(month);
      persons.push(person);
      const is = matches.couldBe.has(person);
      if (is) linked++;
      could.push(Number(is));
      open.push(Number(isOpen.has(person)));
    }
    linkable.set(month, { linked, people: people.size });
  }
  return {
    month: Int32Array.from(months),
    linkable,
    rows: viewRows(cohortView, {
      count: months.length,
      columns: { could_be_linked: Uint8Array.from(could), open_referral: Uint8Array.from(open) },
      units: {
        person: {
          of: Int32Array.from(persons),
          count: persons.reduce((most, person) => Math.max(most, person + 1), 0),
        },
      },
    }),
  };
}
