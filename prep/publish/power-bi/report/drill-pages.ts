import { column, columns, measure, measures } from "./fields";
import { HEIGHT, MARGIN, page, table, TOP, WIDTH } from "./parts";
import type { Page, Box } from "./report";

const REST: Box = [MARGIN, TOP, WIDTH - 2 * MARGIN, HEIGHT - TOP - MARGIN];

/** What a list of the rows behind a figure shows. */
interface Drill {
  readonly id: string;
  /** What the figure counts, and so by which date. */
  readonly name: string;
  readonly fact: string;
  readonly shown: readonly string[];
  /**
   * Measures over a row: of a count 1, of a share 100% where the row is in its numerator and 0%
   * where it is in the denominator alone. A row that none of them counts is not listed.
   */
  readonly counted: readonly string[];
  /** The count whose rows are listed, where the measures are not all of one set of rows. */
  readonly only?: string;
}

const drills: readonly Drill[] = [
  {
    id: "requests",
    name: "Behind: requests received",
    fact: "EHC requests",
    shown: ["Request key", "Request received", "Source of request", "Decision on request"],
    counted: ["Requests received", "Requests by parents (%)"],
    only: "Requests received",
  },
  {
    id: "requests decided",
    name: "Behind: decisions on requests",
    fact: "EHC requests",
    shown: [
      "Request key",
      "Request received",
      "Decision on request",
      "Decision date",
      "Decision due",
    ],
    counted: [
      "Decisions on requests",
      "Decisions within 6 weeks (%)",
      "Requests refused (%)",
      "Assessments agreed",
    ],
    only: "Decisions on requests",
  },
  {
    id: "assessments completed",
    name: "Behind: assessments completed",
    fact: "EHC requests",
    shown: [
      "Request key",
      "Request received",
      "Assessment outcome",
      "Assessment outcome date",
      "Decision not to issue due",
    ],
    counted: [
      "Assessments completed",
      "Assessments without a plan (%)",
      "Decisions not to issue within 16 weeks (%)",
    ],
    only: "Assessments completed",
  },
  {
    id: "plans issued",
    name: "Behind: plans issued",
    fact: "EHC requests",
    shown: [
      "Request key",
      "Request received",
      "Assessment outcome",
      "Assessment outcome date",
      "Plan due",
    ],
    counted: [
      "Plans issued",
      "Plans issued within 20 weeks (%)",
      "Plans issued within 20 weeks without exceptions (%)",
    ],
    only: "Plans issued",
  },
  {
    id: "plans open",
    name: "Behind: plans on a day",
    fact: "EHC caseload",
    shown: ["Plan key", "Snapshot date"],
    counted: [
      "Open plans",
      "Awaiting provision",
      "Electively home educated",
      "Educated otherwise than at school",
      "Not in education, employment or training",
      "Placed out of area (%)",
      "In residential placements",
      "With a personal budget (%)",
    ],
    only: "Open plans",
  },
  {
    id: "placements",
    name: "Behind: kinds of placement",
    fact: "EHC caseload",
    shown: ["Plan key", "Snapshot date"],
    counted: [
      "In mainstream schools (%)",
      "In state-funded special schools (%)",
      "In independent and non-maintained special schools (%)",
      "In alternative provision (%)",
      "In further education (%)",
    ],
  },
  {
    id: "reviews due",
    name: "Behind: reviews of 12 months",
    fact: "EHC caseload",
    shown: ["Plan key", "Snapshot date"],
    counted: ["Reviewed in 12 months (%)"],
  },
  {
    id: "reviews overdue",
    name: "Behind: reviews overdue",
    fact: "EHC caseload",
    shown: ["Plan key", "Snapshot date"],
    counted: ["Reviews overdue"],
    only: "Reviews overdue",
  },
  {
    id: "reviews awaiting",
    name: "Behind: reviews awaiting a decision",
    fact: "EHC caseload",
    shown: ["Plan key", "Snapshot date"],
    counted: ["Reviews awaiting a decision"],
    only: "Reviews awaiting a decision",
  },
  {
    id: "reviews decided",
    name: "Behind: review decisions",
    fact: "Annual reviews",
    shown: [
      "Review key",
      "Review meeting",
      "Review decision",
      "Review decision date",
      "Review decision due",
    ],
    counted: ["Review decisions within 4 weeks (%)"],
  },
  {
    id: "plans ceased",
    name: "Behind: plans ceased",
    fact: "EHC plans",
    shown: ["Plan key", "Plan start", "Plan ceased", "Reason ceased"],
    counted: ["Plans ceased"],
    only: "Plans ceased",
  },
  {
    id: "phase transfers",
    name: "Behind: phase transfers",
    fact: "Phase transfers",
    shown: ["Phase transfer key", "Amended plan due", "Amended plan final"],
    counted: ["Phase transfers on time (%)"],
  },
  {
    id: "pupils",
    name: "Behind: pupils on a census day",
    fact: "Census pupils",
    shown: ["Census pupil key", "Census day", "SEN provision", "Year group"],
    counted: ["Pupils on roll", "Pupils on SEN support (%)", "Pupils with an EHC plan (%)"],
    only: "Pupils on roll",
  },
  {
    id: "absence",
    name: "Behind: absence",
    fact: "Attendance",
    shown: [
      "Attendance key",
      "Term end",
      "Sessions possible",
      "Authorised absence",
      "Unauthorised absence",
      "SEN provision",
    ],
    counted: ["Absence (%)"],
  },
  {
    id: "suspensions",
    name: "Behind: suspensions",
    fact: "Suspensions",
    shown: ["Suspension key", "Start date", "Term end", "Category", "Reason", "SEN provision"],
    counted: ["Suspensions counted"],
    only: "Suspensions counted",
  },
  {
    id: "exclusions",
    name: "Behind: permanent exclusions",
    fact: "Suspensions",
    shown: ["Suspension key", "Start date", "Term end", "Category", "Reason", "SEN provision"],
    counted: ["Permanent exclusions counted"],
    only: "Permanent exclusions counted",
  },
  {
    id: "referrals",
    name: "Behind: mental health referrals",
    fact: "Mental health referrals",
    shown: ["Mental health referral key", "Received", "Referral source", "Referral reason"],
    counted: ["Mental health referrals received"],
    only: "Mental health referrals received",
  },
  {
    id: "first contacts",
    name: "Behind: first direct contacts",
    fact: "Mental health referrals",
    shown: ["Mental health referral key", "Received", "First direct contact", "Referral reason"],
    counted: ["Seen directly within 4 weeks (%)"],
  },
  {
    id: "contacts",
    name: "Behind: mental health contacts",
    fact: "Mental health contacts",
    shown: ["Mental health contact key", "Contact date", "Attendance", "Mechanism"],
    counted: ["Mental health contacts attended"],
    only: "Mental health contacts attended",
  },
  {
    id: "missed contacts",
    name: "Behind: contacts not attended",
    fact: "Mental health contacts",
    shown: ["Mental health contact key", "Contact date", "Attendance", "Mechanism"],
    counted: ["Mental health contacts not attended (%)"],
  },
];

/** Dates that a page is opened by, and what facts of cases know beside them. */
const DATES = [column("Date", "Month"), column("Date", "Academic year")];
const GROUPS = [column("Need", "Need name"), column("Age band", "Age band")];
/** Facts whose figures pages draw by need and age. */
const BY_GROUPS = ["EHC requests", "EHC caseload", "Annual reviews"];

/**
 * Pages that list the rows behind a figure, one for each date that figures are counted by: their
 * measures find the rows by that date. Neither need nor age is a column: a group of which too little
 * was read would be missing from the rows of the whole.
 */
export const drillPages: readonly { readonly needs: readonly string[]; readonly page: Page }[] =
  drills.map(({ id, name, fact, shown, counted, only }) => {
    const isByGroups = BY_GROUPS.includes(fact);
    return {
      needs: [fact, ...(isByGroups ? ["Need", "Age band"] : [])],
      page: page(
        `behind ${id}`,
        name,
        [
          table(id, name, REST, {
            fields: [...columns(fact, ...shown), ...measures(...counted)],
            sort: { field: column(fact, shown[1]), direction: "Descending" },
            ...(only === undefined ? {} : { only: measure(only) }),
          }),
        ],
        { opens: { kind: "Drillthrough", by: isByGroups ? [...DATES, ...GROUPS] : DATES } },
      ),
    };
  });
