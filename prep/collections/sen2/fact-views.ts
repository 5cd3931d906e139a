import type { TextColumn } from "../../columns/column";
import type { Breakdown, FactView } from "../../indicators/definition";
import { ethnicityGroups } from "../../protect/ethnicity-group";
import { sexes } from "../../protect/people";
import { ageBands } from "../../star/age-bands";
import { codeSets } from "./code-sets";
import type { Sen2Model } from "./model";
import type { ReviewFacts } from "./plan-facts";
import { needs } from "./plan-records";

/** Request sources by code 1 to 5, then not recorded. */
const requestSources = [
  "parent_or_young_person",
  "education_setting",
  "health",
  "social_care",
  "other",
  "not_recorded",
] as const;
const ceaseReasons = [...codeSets.CeaseReason.map(({ code }) => code), "not_recorded"];

/** A code column as groups of a list of values; anything else falls into the last one. */
function codeGroups(
  column: TextColumn,
  codes: readonly string[],
  values: readonly string[],
): Breakdown {
  const last = values.length - 1;
  const index = Uint8Array.from(column.dictionary, (value) =>
    codes.includes(value) ? codes.indexOf(value) : last,
  );
  return { values, groups: Uint8Array.from(column.codes, (code) => index[code]) };
}

/** Groups of rows by what a table of people or cases says of them. */
export const groupsOf = (
  values: readonly string[],
  rows: ArrayLike<number>,
  of: ArrayLike<number>,
): Breakdown => ({ values, groups: Uint8Array.from(rows, (row) => of[row]) });

function requestView({ merged, people, requests }: Sen2Model): FactView {
  const daysToIssue = Float64Array.from(requests.daysToOutcome, (days, c) =>
    requests.flags.issued_timed[c] ? days : NaN,
  );
  const dates = {
    received_date: merged.received,
    decision_date: merged.decision.date,
    assessment_outcome_date: merged.assessment.date,
  };
  return {
    count: merged.count,
    dates,
    measures: { ...requests.flags, days_to_issue: daysToIssue },
    breakdowns: {
      age_band: { values: ageBands, groups: requests.ageBand },
      sex: groupsOf(sexes, merged.person, people.sex),
      ethnicity_group: groupsOf(ethnicityGroups, merged.person, people.ethnicityGroup),
      request_source: codeGroups(requests.source, ["1", "2", "3", "4", "5"], requestSources),
      primary_need: { values: needs, groups: requests.needAtIssue },
    },
  };
}

/** Requests and assessments that went to mediation or tribunal: one row for each record, by its decision's date. */
function disputeView(requests: FactView): FactView {
  const twice = <A extends Int32Array | Uint8Array>(first: A, second: ArrayLike<number>): A => {
    const both = new (first.constructor as new (n: number) => A)(first.length * 2);
    both.set(first);
    both.set(second, first.length);
    return both;
  };
  const { dates, measures, breakdowns, count } = requests;
  const both = (name: string): Uint8Array =>
    twice(measures[`request_${name}`] as Uint8Array, measures[`assessment_${name}`]);
  return {
    count: count * 2,
    dates: { decision_date: twice(dates.decision_date, dates.assessment_outcome_date) },
    measures: { mediation: both("mediation"), tribunal: both("tribunal") },
    breakdowns: Object.fromEntries(
      Object.entries(breakdowns).map(([name, of]) => [
        name,
        of && { values: of.values, groups: twice(Uint8Array.from(of.groups), of.groups) },
      ]),
    ),
  };
}

function planView({ merged, people, ceased, returns, cases }: Sen2Model): FactView {
  const reason = new Uint8Array(merged.count).fill(ceaseReasons.length - 1);
  const reasons = returns.map(({ tables }) =>
    codeGroups(tables.namedplan.text("ceasereason"), ceaseReasons, ceaseReasons),
  );
  const { order, from, observations } = cases;
  for (let c = 0; c < merged.count; c++)
    for (let i = from[c]; i < from[c + 1]; i++) {
      const named = observations.namedPlan[order[i]];
      if (named < 0) continue;
      const group = reasons[observations.ret[order[i]]].groups[named];
      if (group < ceaseReasons.length - 1) reason[c] = group;
    }
  return {
    count: merged.count,
    dates: { cease_date: merged.cease },
    measures: { ceased: ceased.ceased },
    breakdowns: {
      age_band: { values: ageBands, groups: ceased.ageBand },
      sex: groupsOf(sexes, merged.person, people.sex),
      ethnicity_group: groupsOf(ethnicityGroups, merged.person, people.ethnicityGroup),
      primary_need: { values: needs, groups: ceased.need },
      cease_reason: { values: ceaseReasons, groups: reason },
    },
  };
}

const datedView = (
  facts: ReviewFacts,
  date: string,
  counted: string,
  onTime: string,
): FactView => ({
  count: facts.count,
  dates: { [date]: facts.date },
  measures: { [counted]: facts.counted, [onTime]: facts.onTime },
  breakdowns: {},
});

/** Review meetings: all that took place, and those that have a decision. */
function reviewView(reviews: ReviewFacts): FactView {
  const view = datedView(reviews, "meeting_date", "decided", "decided_in_time");
  return { ...view, measures: { ...view.measures, held: new Uint8Array(reviews.count).fill(1) } };
}

/** The facts that SEN2 flows are counted from, by the names that the indicators use. */
export function sen2FactViews(
  model: Sen2Model,
): Readonly<Record<"request" | "dispute" | "plan" | "review" | "phase_transfer", FactView>> {
  const request = requestView(model);
  return {
    request,
    dispute: disputeView(request),
    plan: planView(model),
    review: reviewView(model.reviews),
    phase_transfer: datedView(model.phaseTransfers, "due_date", "due", "on_time"),
  };
}
