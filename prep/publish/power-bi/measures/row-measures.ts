import { tableName } from "../model/business-names";
import type { Measure } from "../model/model";
import type { StarTable } from "../../../star/declaration";
import { SHARE, WHOLE } from "./formats";

/** A measure over the rows of a fact: a sum of 0/1 flags, or one sum over another. */
export interface RowMeasure {
  readonly name: string;
  /** Indicator of `kpi_value` that it agrees with when nothing is sliced. */
  readonly indicator: string;
  readonly fact: string;
  /** Date that an event is counted by, or the day of a snapshot. */
  readonly date: string;
  readonly snapshot?: true;
  readonly numerator: string;
  readonly denominator?: string;
}

type Named = readonly [
  name: string,
  indicator: string,
  date: string,
  numerator: string,
  denominator?: string,
];

const of = (fact: string, rows: readonly Named[], more: { snapshot?: true } = {}): RowMeasure[] =>
  rows.map(([name, indicator, date, numerator, denominator]) => ({
    name,
    indicator,
    fact,
    date,
    numerator,
    ...(denominator ? { denominator } : {}),
    ...more,
  }));

/** Row-level measures by fact. They slice by any dimension of the fact and follow its dates through the date table. */
export const rowMeasures: readonly RowMeasure[] = [
  ...of("ehc_request", [
    ["Requests received", "ehc_requests_received", "received_date", "received"],
    [
      "Requests by parents",
      "ehc_requests_by_parents_pct",
      "received_date",
      "source_parent",
      "source_given",
    ],
    ["Decisions on requests", "ehc_request_decisions", "decision_date", "decided"],
    [
      "Decisions within 6 weeks",
      "ehc_request_decisions_within_6_weeks_pct",
      "decision_date",
      "decided_in_time",
      "decision_timed",
    ],
    ["Requests refused", "ehc_requests_refused_pct", "decision_date", "refused", "decided"],
    ["Assessments agreed", "ehc_assessments_agreed", "decision_date", "agreed"],
    ["Assessments completed", "ehc_assessments_completed", "assessment_outcome_date", "completed"],
    [
      "Assessments without a plan",
      "ehc_assessments_not_issued_pct",
      "assessment_outcome_date",
      "not_issued",
      "completed",
    ],
    [
      "Decisions not to issue within 16 weeks",
      "ehc_not_issued_within_16_weeks_pct",
      "assessment_outcome_date",
      "not_issued_in_time",
      "not_issued_timed",
    ],
    ["Plans issued", "ehc_plans_issued", "assessment_outcome_date", "issued"],
    [
      "Plans issued within 20 weeks",
      "ehc_plans_within_20_weeks_pct",
      "assessment_outcome_date",
      "issued_in_time",
      "issued_timed",
    ],
    [
      "Plans issued within 20 weeks without exceptions",
      "ehc_plans_within_20_weeks_excl_exceptions_pct",
      "assessment_outcome_date",
      "issued_in_time_no_exception",
      "issued_timed_no_exception",
    ],
  ]),
  ...of("mh_referral", [
    [
      "Mental health referrals received",
      "mh_referrals_received_0_18",
      "received_date",
      "received_0_18",
    ],
    [
      "Seen directly within 4 weeks",
      "mh_within_4_weeks_pct",
      "first_direct_date",
      "within_4_weeks",
      "direct_seen",
    ],
  ]),
  ...of("mh_contact", [
    [
      "Mental health contacts attended",
      "mh_contacts_attended_0_18",
      "contact_date",
      "attended_0_18",
    ],
    [
      "Mental health contacts not attended",
      "mh_not_attended_pct",
      "contact_date",
      "not_attended_0_18",
      "attendance_known_0_18",
    ],
  ]),
  ...of("ehc_plan", [["Plans ceased", "ehc_plans_ceased", "cease_date", "ceased"]]),
  ...of("annual_review", [
    [
      "Review decisions within 4 weeks",
      "annual_review_decision_within_4_weeks_pct",
      "meeting_date",
      "decided_in_time",
      "decided",
    ],
  ]),
  ...of("attendance", [
    ["Absence", "absence_rate_pct", "term_end", "missed", "possible"],
    ["Sessions missed", "absence_rate_pct", "term_end", "missed"],
  ]),
  ...of("suspension", [
    ["Suspensions counted", "suspensions", "term_end", "suspended"],
    ["Permanent exclusions counted", "permanent_exclusions", "term_end", "excluded"],
  ]),
  ...of(
    "census_pupil",
    [
      ["Pupils on roll", "pupils_on_roll", "census_date", "on_roll"],
      ["Pupils on SEN support", "sen_support_pct", "census_date", "sen_support", "on_roll"],
      ["Pupils with an EHC plan", "ehc_pupils_pct", "census_date", "ehc_plan", "on_roll"],
    ],
    { snapshot: true },
  ),
  ...of("phase_transfer", [
    ["Phase transfers on time", "phase_transfer_on_time_pct", "due_date", "on_time", "due"],
  ]),
  ...of(
    "ehc_caseload",
    [
      ["Open plans", "ehc_plans_maintained", "snapshot_date", "in_force"],
      [
        "Reviewed in 12 months",
        "annual_review_held_12_months_pct",
        "snapshot_date",
        "review_held",
        "review_expected",
      ],
      ["Reviews overdue", "annual_reviews_overdue", "snapshot_date", "review_overdue"],
      [
        "Reviews awaiting a decision",
        "annual_reviews_awaiting_decision",
        "snapshot_date",
        "review_awaiting_decision",
      ],
      [
        "In mainstream schools",
        "ehc_mainstream_pct",
        "snapshot_date",
        "mainstream",
        "placement_known",
      ],
      [
        "In state-funded special schools",
        "ehc_special_pct",
        "snapshot_date",
        "state_special",
        "placement_known",
      ],
      [
        "In independent and non-maintained special schools",
        "ehc_inmss_pct",
        "snapshot_date",
        "independent_special",
        "placement_known",
      ],
      [
        "In alternative provision",
        "ehc_alternative_provision_pct",
        "snapshot_date",
        "alternative_provision",
        "placement_known",
      ],
      [
        "In further education",
        "ehc_further_education_pct",
        "snapshot_date",
        "further_education",
        "placement_known",
      ],
      [
        "Electively home educated",
        "ehc_elective_home_education",
        "snapshot_date",
        "elective_home_education",
      ],
      ["Educated otherwise than at school", "ehc_eotas", "snapshot_date", "eotas"],
      ["Not in education, employment or training", "ehc_neet", "snapshot_date", "neet"],
      ["Awaiting provision", "ehc_awaiting_provision", "snapshot_date", "awaiting_provision"],
      ["Placed out of area", "ehc_out_of_area_pct", "snapshot_date", "out_of_area", "urn_known"],
      ["In residential placements", "ehc_residential", "snapshot_date", "residential"],
      [
        "With a personal budget",
        "ehc_personal_budget_pct",
        "snapshot_date",
        "personal_budget",
        "in_force",
      ],
    ],
    { snapshot: true },
  ),
];

function dax({ date, snapshot, numerator, denominator }: RowMeasure, table: StarTable): string {
  const labels = new Map(table.columns.map(({ name, label }) => [name, label]));
  const column = (name: string): string => `'${tableName(table)}'[${labels.get(name)}]`;
  const total =
    denominator === undefined
      ? `SUM ( ${column(numerator)} )`
      : `DIVIDE ( SUM ( ${column(numerator)} ), SUM ( ${column(denominator)} ) )`;
  if (snapshot)
    return `VAR _Day = MAX ( ${column(date)} )\nRETURN\n    CALCULATE ( ${total}, ${column(date)} = _Day )`;
  if (!table.columns.find(({ name }) => name === date)!.inactive) return total;
  // Not USERELATIONSHIP: Power BI refuses it where row-level security filters the fact.
  return `CALCULATE (\n    ${total},\n    REMOVEFILTERS ( 'Date' ),\n    TREATAS ( VALUES ( 'Date'[Date] ), ${column(date)} )\n)`;
}

/** The row-level measures of a star table; those whose columns it does not have are left out. */
export function rowMeasuresOf(table: StarTable): Measure[] {
  const names = new Set(table.columns.map(({ name }) => name));
  return rowMeasures
    .filter(
      ({ fact, date, numerator, denominator }) =>
        fact === table.name &&
        [date, numerator, denominator ?? numerator].every((column) => names.has(column)),
    )
    .map((measure) => {
      const words = table.columns
        .find(({ name }) => name === measure.numerator)!
        .label.toLowerCase();
      const out =
        measure.denominator &&
        table.columns.find(({ name }) => name === measure.denominator)!.label.toLowerCase();
      const when = measure.snapshot
        ? "on the latest day in view"
        : `by ${table.columns.find(({ name }) => name === measure.date)!.label.toLowerCase()}`;
      return {
        name: out ? `${measure.name} (%)` : measure.name,
        description: `Rows of ${tableName(table)} flagged "${words}"${out ? ` over those flagged "${out}"` : ""}, ${when}. Agrees with ${measure.indicator} when nothing is sliced.`,
        dax: dax(measure, table),
        folder: `Rows\\${tableName(table)}`,
        format: out ? SHARE : WHOLE,
      };
    });
}
