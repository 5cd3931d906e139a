import type { Day } from "../../../calendar/day";
import {
  above,
  and,
  atLeast,
  atMost,
  columns,
  daysBetween,
  isGiven,
  not,
  or,
  parameters,
  type Expression,
} from "../../../columns/expression";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import { annualReview, phaseTransfer } from "../tables/fact-tables";
import type { Sen2Limits } from "../model/limits";
import type { ReviewFacts } from "../model/plan-facts";
import { ofCase } from "./rests-on";

const r = columns({
  meeting_date: "day",
  decision_date: "day",
  /** Last day that the newest return which shows the meeting speaks of. */
  shown_until: "day",
  met_in_period: "flag",
});
const limits = parameters({ review_decision_days: "number", data_end: "day" });
const decided = and(r.met_in_period, atLeast(r.decision_date, r.meeting_date));
const hasPassed = (day: Expression<"day">): Expression<"flag"> =>
  above(daysBetween(r.meeting_date, day), limits.review_decision_days);
const expected = or(decided, and(r.met_in_period, hasPassed(r.shown_until)));

/**
 * Annual review meetings, from the 2024 return. A decision is expected of those that have one on or
 * after the meeting, and of those whose time had
 * passed without one on the last day that a return shows them.
 */
export const reviewView = defineView({
  name: "review",
  star: { table: annualReview },
  columns: r,
  parameters: limits,
  dates: { meeting_date: r.meeting_date },
  flags: {
    held: isGiven(r.meeting_date),
    decided,
    decision_expected: expected,
    /**
     * Last shown before its time was over, and over by the data end: nobody knows whether it was in
     * time.
     */
    decision_unknown: and(r.met_in_period, not(expected), hasPassed(limits.data_end)),
    decided_in_time: and(
      decided,
      atMost(daysBetween(r.meeting_date, r.decision_date), limits.review_decision_days),
    ),
  },
  breakdowns: {},
  restsOn: {
    rows: ofCase,
    columns: {
      meeting_date: ["activeplans.reviewmeeting"],
      decision_date: ["activeplans.lastreview"],
      shown_until: [],
      met_in_period: ["activeplans.reviewmeeting"],
    },
  },
  known: ["reviews"],
});

export const reviewRows = (
  { count, date, done, shownUntil, inPeriod }: ReviewFacts,
  { reviewDecisionDays }: Sen2Limits,
  dataEnd: Day,
): ViewRows<typeof reviewView> =>
  viewRows(reviewView, {
    count,
    columns: {
      meeting_date: date,
      decision_date: done,
      shown_until: shownUntil,
      met_in_period: inPeriod,
    },
    parameters: { review_decision_days: reviewDecisionDays, data_end: dataEnd },
  });

const t = columns({ due_date: "day", final_date: "day", due_in_period: "flag" });

/** Phase transfers by due date, from the 2025 return. */
export const phaseTransferView = defineView({
  name: "phase_transfer",
  star: { table: phaseTransfer },
  columns: t,
  dates: { due_date: t.due_date },
  flags: { due: t.due_in_period, on_time: and(t.due_in_period, atMost(t.final_date, t.due_date)) },
  breakdowns: {},
  restsOn: {
    rows: [...ofCase, "namedplan.startdate", "namedplan.ceasedate"],
    columns: {
      due_date: ["activeplans.phasetransferduedate"],
      final_date: ["activeplans.phasetransferfinaldate"],
      due_in_period: ["activeplans.phasetransferduedate"],
    },
  },
  known: ["phase_transfers"],
});

export const phaseTransferRows = ({
  count,
  date,
  done,
  inPeriod,
}: ReviewFacts): ViewRows<typeof phaseTransferView> =>
  viewRows(phaseTransferView, {
    count,
    columns: { due_date: date, final_date: done, due_in_period: inPeriod },
  });
