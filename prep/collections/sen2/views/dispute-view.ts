import type { Grouped } from "../../../columns/column-source";
import { columns } from "../../../columns/expression";
import { defineView, viewRows, type ViewRows } from "../../../indicators/view";
import { ethnicityGroups } from "../../../protect/ethnicity-group";
import { placeColumns } from "../../../protect/place-groups";
import { ageBands } from "../../../star/age-bands";
import { ofCase, ofPersonGroups, ofRequest } from "./rests-on";
import type { RequestRows } from "./request-view";

const q = {
  ...placeColumns,
  ...columns({
    decision_date: "day",
    mediation: "flag",
    tribunal: "flag",
    /** Groups of the person, as the view of requests has them. */
    age_band: ageBands,
    sex: "text",
    ethnicity_group: ethnicityGroups,
    request_source: "text",
  }),
};

/**
 * Requests and assessments that may have gone to mediation or tribunal: one row for each record, by
 * its decision's
 * date.
 */
export const disputeView = defineView({
  name: "dispute",
  columns: q,
  dates: { decision_date: q.decision_date },
  flags: { mediation: q.mediation, tribunal: q.tribunal },
  breakdowns: {
    age_band: q.age_band,
    sex: q.sex,
    ethnicity_group: q.ethnicity_group,
    request_source: q.request_source,
    ...placeColumns,
  },
  restsOn: {
    rows: ofCase,
    columns: {
      ...ofPersonGroups,
      decision_date: [
        ...ofRequest.decision,
        ...ofRequest.decision_date,
        ...ofRequest.assessment_outcome,
        ...ofRequest.assessment_outcome_date,
      ],
      mediation: [
        "requests.requestmediation",
        "assessment.assessmentmediation",
        "assessment.othermediation",
      ],
      tribunal: [
        "requests.requesttribunal",
        "assessment.assessmenttribunal",
        "assessment.othertribunal",
      ],
      request_source: ofRequest.request_source,
    },
  },
  known: ["requests"],
});

/** Each request twice: as the request and as its assessment. */
export function disputeRows(requests: RequestRows): ViewRows<typeof disputeView> {
  const { dates, measures, breakdowns, count } = requests;
  const groupsTwice = ({ groups }: Grouped): Int32Array => {
    const both = new Int32Array(count * 2);
    both.set(groups);
    both.set(groups, count);
    return both;
  };
  const flags = (first: ArrayLike<number>, second: ArrayLike<number>): Uint8Array => {
    const both = new Uint8Array(count * 2);
    both.set(first);
    both.set(second, count);
    return both;
  };
  const decided = new Int32Array(count * 2);
  decided.set(dates.decision_date);
  decided.set(dates.assessment_outcome_date, count);
  const twice = (of: Grouped | undefined): Grouped | null =>
    of ? { values: of.values, groups: groupsTwice(of) } : null;
  return viewRows(disputeView, {
    count: count * 2,
    columns: {
      decision_date: decided,
      mediation: flags(measures.request_mediation, measures.assessment_mediation),
      tribunal: flags(measures.request_tribunal, measures.assessment_tribunal),
      age_band: twice(breakdowns.age_band),
      sex: twice(breakdowns.sex),
      ethnicity_group: twice(breakdowns.ethnicity_group),
      request_source: twice(breakdowns.request_source),
      ward: twice(breakdowns.ward),
      locality: twice(breakdowns.locality),
      deprivation_decile: twice(breakdowns.deprivation_decile),
      idaci_decile: twice(breakdowns.idaci_decile),
    },
  });
}
