import { date, flag, key, text, whole } from "../../../star/column-kinds";
import type { StarColumn, StarTable } from "../../../star/declaration";
import { withWords } from "../../../star/words-of-codes";

const yesNo = (name: string, label: string, description: string, source?: string): StarColumn => ({
  name,
  type: "boolean",
  label,
  description,
  ...(source ? { source } : {}),
});

const common = (name: string, label: string): StarColumn[] => [
  key(name, label),
  key("person_key", "Person key", "person.person_key"),
  key("source_key", "Source key", "source.source_key"),
  key("setting_key", "Setting key", "setting.setting_key"),
];
const termColumns: StarColumn[] = [
  text("term", "Term", "Term that the row covers, such as Spring 2025."),
  text("academic_year", "Academic year", "Academic year of the term, such as 2024/25."),
];
const standing: StarColumn[] = [
  text(
    "sen_provision",
    "SEN provision",
    "no_sen, sen_support, ehc_plan or not_recorded. Statements count as plans, school action as SEN support.",
    { source: "School census SENprovision" },
  ),
  text(
    "primary_need",
    "Primary need",
    "Need ranked first in the latest spring census up to then; NSA is SEN support without a specialist assessment.",
    { source: "School census SENtype, SENtypeRank", references: "need.need" },
  ),
  text("phase", "Phase", "Phase of the school.", { source: "School census Phase" }),
  text("year_group", "Year group", "National curriculum year.", {
    source: "School census NCyearActual",
  }),
];

export const censusPupil: StarTable = withWords(
  {
    enrolment_status: "enrolment_status",
    sen_provision: "sen_provision",
    phase: "phase",
    year_group: "year_group",
    boarder: "boarder",
  },
  {
    name: "census_pupil",
    kind: "fact",
    label: "Census pupil",
    description:
      "Pupils on roll on each census day, one row for each school that has them on roll.",
    grain: "One pupil at one school on one census day",
    key: ["census_pupil_key"],
    columns: [
      ...common("census_pupil_key", "Census pupil key"),
      date("census_date", "Census day", "The day of the row.", { inactive: false }),
      ...termColumns,
      text(
        "enrolment_status",
        "Enrolment status",
        "C single registration, M main, S subsidiary, F, O, G, P or not_recorded.",
        { source: "School census EnrolStatus" },
      ),
      ...standing,
      yesNo(
        "free_meals",
        "Free school meals",
        "Eligible for free school meals on the day; blank where the census has no meal periods.",
        "School census FSMstartDate, FSMendDate",
      ),
      text("boarder", "Boarder", "B, 6, 7 or N.", { source: "School census Boarder" }),
      yesNo("part_time", "Part-time", "Attends part-time.", "School census PartTime"),
      date("entry_date", "Entry date", "Day the pupil joined the school.", {
        source: "School census EntryDate",
      }),
      flag(
        "on_roll",
        "On roll",
        "Counts the pupil: enrolment status C or M, one row a person (the latest entry).",
      ),
      flag("sen_support", "SEN support", "… with SEN support."),
      flag("ehc_plan", "EHC plan", "… with an EHC plan."),
      flag(
        "unit_or_resourced",
        "SEN unit or resourced provision",
        "… and member of a SEN unit or of resourced provision.",
      ),
      flag(
        "ehc_linkable",
        "Plan can be looked for",
        "With a plan and a valid UPN, on a day that a SEN2 return covers.",
      ),
      flag(
        "ehc_matched",
        "Plan found in SEN2",
        "… and found by UPN among the plans in force on the day.",
      ),
    ],
  },
);

export const attendance: StarTable = withWords(
  { sen_provision: "sen_provision", phase: "phase", year_group: "year_group" },
  {
    name: "attendance",
    kind: "fact",
    label: "Attendance",
    description:
      "Sessions of each pupil at each school by term, as the census after the term reports them.",
    grain: "One pupil record in one term",
    key: ["attendance_key"],
    columns: [
      ...common("attendance_key", "Attendance key"),
      date("term_end", "Term end", "Last day of the term that the sessions are of.", {
        inactive: false,
      }),
      ...termColumns,
      ...standing,
      whole("sessions_possible", "Sessions possible", "Possible half-day sessions.", {
        source: "School census SessionsPossible",
      }),
      whole(
        "sessions_authorised",
        "Authorised absence",
        "Sessions missed with leave: the supplied total, else the sum of the codes.",
        { source: "School census SessionsAuthorised, AttendanceReason" },
      ),
      whole("sessions_unauthorised", "Unauthorised absence", "Sessions missed without leave.", {
        source: "School census SessionsUnauthorised, AttendanceReason",
      }),
      flag(
        "possible",
        "Possible sessions counted",
        "Sessions possible, 0 where those missed are not known or are more than possible.",
      ),
      flag("missed", "Missed sessions counted", "Sessions missed, of those counted."),
    ],
  },
);

export const suspension: StarTable = withWords(
  {
    sen_provision: "sen_provision",
    phase: "phase",
    year_group: "year_group",
    category: "category",
    reason_1: "reason",
    reason_2: "reason",
    reason_3: "reason",
  },
  {
    name: "suspension",
    kind: "fact",
    label: "Suspension",
    description:
      "Suspensions and permanent exclusions, which censuses report two terms later, and early the term after; each counts in the term that it began in.",
    grain: "One suspension or permanent exclusion",
    key: ["suspension_key"],
    columns: [
      ...common("suspension_key", "Suspension key"),
      date("start_date", "Start date", "Day it began.", { source: "School census StartDate" }),
      date(
        "term_end",
        "Term end",
        "Last day of the term that it began in. It is counted by this day. The autumn term begins on 1 August, the academic year of the calendar in September.",
        { inactive: false },
      ),
      ...termColumns,
      ...standing,
      text(
        "category",
        "Category",
        "SUSP suspension (FIXD in old files), LNCH lunchtime, PERM permanent exclusion, or not_recorded.",
        { source: "School census Category", codeSet: "ExclusionCategory" },
      ),
      text("reason_1", "Reason", "First reason.", {
        source: "School census Reason",
        codeSet: "ExclusionReason",
      }),
      text("reason_2", "Second reason", "Second reason.", {
        source: "School census Reason",
        codeSet: "ExclusionReason",
      }),
      text("reason_3", "Third reason", "Third reason.", {
        source: "School census Reason",
        codeSet: "ExclusionReason",
      }),
      whole("sessions", "Sessions", "Length in half-day sessions.", {
        source: "School census Sessions",
      }),
      flag(
        "suspended",
        "Suspension counted",
        "Suspension or lunchtime suspension in a term that a loaded census covers.",
      ),
      flag(
        "excluded",
        "Permanent exclusion counted",
        "Permanent exclusion in a term that a loaded census covers.",
      ),
    ],
  },
);

export const ehcCensusLink: StarTable = withWords(
  { outcome: "census_outcome" },
  {
    name: "ehc_census_link",
    kind: "fact",
    label: "EHC plans in census and SEN2",
    description:
      "Pupils whose school reports a plan, by whether SEN2 has it: what the two collections disagree about, school by school.",
    grain: "One outcome at one school on one census day",
    key: ["census_date", "setting_key", "outcome"],
    columns: [
      date("census_date", "Census day", "The day of the row.", { inactive: false }),
      key("setting_key", "Setting key", "setting.setting_key"),
      key("source_key", "Source key", "source.source_key"),
      text(
        "outcome",
        "Outcome",
        "matched; no_valid_upn; plan_kept_elsewhere, where SEN2 does not have the pupil, who lives in another authority; not_in_sen2, who lives in this one; not_in_sen2_home_unknown, where nothing shows the home; plan_not_in_force, where SEN2 knows the pupil and has no plan in force on the day.",
      ),
      whole("pupils", "Pupils", "How many pupils."),
      whole(
        "sex_differs",
        "Sex differs",
        "Of those that SEN2 knows, how many have another sex there.",
      ),
      whole(
        "birth_date_differs",
        "Birth date differs",
        "Of those that SEN2 knows, how many have another date of birth there.",
      ),
    ],
  },
);

export const ehcPlanCensus: StarTable = withWords(
  { outcome: "census_outcome" },
  {
    name: "ehc_plan_census",
    kind: "fact",
    label: "EHC plans looked for in the census",
    description:
      "Plans in force on each census day, by what the school census shows: which are at schools of other authorities, at places that return no census, or missing.",
    grain: "One outcome at one setting on one census day",
    key: ["census_date", "setting_key", "outcome"],
    columns: [
      date("census_date", "Census day", "The day of the row.", { inactive: false }),
      key("setting_key", "Setting key", "setting.setting_key"),
      key("source_key", "Source key", "source.source_key"),
      text(
        "outcome",
        "Outcome",
        "school_reports_plan; school_reports_no_plan; school_of_another_authority; setting_without_census, such as independent schools, colleges and home education; placement_not_known; school_not_received, in this authority and without a census here; no_valid_upn; not_in_census, where the school's census does not have the pupil.",
      ),
      whole("plans", "Plans", "How many plans."),
    ],
  },
);
