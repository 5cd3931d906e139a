import { columns, equal } from "../../../columns/expression";
import { numberRows } from "../../../columns/rows";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import { CHILD_PROTECTION_PLAN, YES } from "../fields/code-sets";
import type { Mhsds } from "../read/extract";

const q = columns({ looked_after: "text", child_protection: "text", young_carer: "text" });

const any = (where: string) => ({ by: "person_month", find: "any", where }) as const;

/**
 * Person indicators (MHS005) by month: anyone has them who has them with any provider of the month;
 * a record without a person has its own.
 */
export const personIndicatorView = defineView({
  name: "mh.person_indicators",
  columns: q,
  flags: {
    looked_after: equal(q.looked_after, YES),
    protection_plan: equal(q.child_protection, CHILD_PROTECTION_PLAN),
    young_carer: equal(q.young_carer, YES),
  },
  breakdowns: {},
  units: ["person_month"],
  reductions: {
    looked_after: any("looked_after"),
    protection_plan: any("protection_plan"),
    young_carer: any("young_carer"),
  },
});

/** The rows of the view, which are those of `PersonMonths`. */
export function personIndicatorRows({
  personMonths: people,
  months,
  counts,
}: Mhsds): ViewRows<typeof personIndicatorView> {
  const place = new Map(months.map((month, i) => [month, i]));
  const named = counts.people * months.length;
  const of = numberRows(people.count, (row) =>
    people.person[row] > 0
      ? people.person[row] * months.length + place.get(people.month[row])!
      : named + row,
  );
  return viewRows(personIndicatorView, {
    count: people.count,
    columns: {
      looked_after: people.lookedAfter,
      child_protection: people.childProtection,
      young_carer: people.youngCarer,
    },
    units: { person_month: { of, count: named + people.count } },
  });
}
