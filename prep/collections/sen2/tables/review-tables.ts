import { textBuilder } from "../../../columns/build";
import { DayColumn, IntegerColumn } from "../../../columns/column";
import type { StarData } from "../../../star/frame";
import { annualReview, phaseTransfer } from "./fact-tables";
import type { Sen2Model } from "../model/model";
import type { ReviewFacts } from "../model/plan-facts";
import { days, integers, keysFrom, later, starTable, type CaseKeys } from "./star-rows";

/** Reviews or phase transfers in the order of the case keys, then of their dates. */
function inKeyOrder({ caseOf, date }: ReviewFacts, keyOf: Int32Array): Int32Array {
  return Int32Array.from({ length: caseOf.length }, (_, i) => i).sort(
    (a, b) => keyOf[caseOf[a]] - keyOf[caseOf[b]] || date[a] - date[b],
  );
}

/** Annual reviews and phase transfers. */
export function reviewTables(
  model: Sen2Model,
  { keyOf }: CaseKeys,
  sourceKeys: readonly number[],
): StarData[] {
  const { merged, cases, reviews, phaseTransfers, events, returns, options } = model;
  const { observations } = cases;
  const common = (facts: ReviewFacts, rows: Int32Array) => ({
    plan_key: new IntegerColumn(Int32Array.from(rows, (i) => keyOf[facts.caseOf[i]])),
    person_key: new IntegerColumn(Int32Array.from(rows, (i) => merged.person[facts.caseOf[i]] + 1)),
    source_key: new IntegerColumn(
      Int32Array.from(rows, (i) => sourceKeys[observations.ret[facts.observation[i]]]),
    ),
  });
  const active = (i: number) => ({
    row: observations.activePlan[reviews.observation[i]],
    of: returns[observations.ret[reviews.observation[i]]].tables.activeplans,
  });
  const byKey = inKeyOrder(reviews, keyOf);
  const outcome = textBuilder(byKey.length);
  byKey.forEach((i, row) => outcome.set(row, active(i).of.code("reviewoutcome").at(active(i).row)));
  const due = inKeyOrder(phaseTransfers, keyOf);
  return [
    starTable(annualReview, {
      review_key: keysFrom(byKey.length),
      ...common(reviews, byKey),
      meeting_date: days(reviews.date, byKey),
      decision_date: days(reviews.done, byKey),
      decision_due_date: days(later(reviews.date, options.limits.reviewDecisionDays), byKey),
      decision: outcome.column(),
      draft_date: new DayColumn(
        Int32Array.from(byKey, (i) => active(i).of.day("reviewdraft").values[active(i).row]),
      ),
      decided: integers(events.review.measures.decided, byKey),
      decision_expected: integers(events.review.measures.decision_expected, byKey),
      decided_in_time: integers(events.review.measures.decided_in_time, byKey),
    }),
    starTable(phaseTransfer, {
      phase_transfer_key: keysFrom(due.length),
      ...common(phaseTransfers, due),
      due_date: days(phaseTransfers.date, due),
      final_date: days(phaseTransfers.done, due),
      due: integers(events.phase_transfer.measures.due, due),
      on_time: integers(events.phase_transfer.measures.on_time, due),
    }),
  ];
}
