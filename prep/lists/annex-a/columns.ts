import type { AnnexField, ListNumber } from "./row";

export interface AnnexColumn {
  readonly field: AnnexField;
  /** Exactly as the inspectorates' request has it; the dash is an en dash. */
  readonly heading: string;
  readonly lists: readonly ListNumber[];
  readonly type: "text" | "day" | "whole" | "percent";
  /** What fills it, for the notes. */
  readonly filledFrom: string;
  /** Why a cell of it may be empty. */
  readonly whenEmpty: string;
}

const BOTH: readonly ListNumber[] = [1, 2];
const PLANS: readonly ListNumber[] = [1];
const NO_SOURCE = "No source that is read has it: fill it in from the council's own records.";

/**
 * The columns of the Annex A child-level lists of area SEND inspections (headings as Data to
 * Insight's validator has them: 21 in list 1, 17 in list 2), in
 * their order, with what fills each.
 */
export const annexColumns: readonly AnnexColumn[] = [
  {
    field: "uniqueId",
    heading: "Unique ID",
    lists: BOTH,
    type: "text",
    filledFrom:
      "The UPN where it is valid and nobody else has it, else such a ULN: the same in both lists and in every run. Else file and record. Replace it by the number of your case system where inspectors ask for that.",
    whenEmpty: "Never empty.",
  },
  {
    field: "upn",
    heading: "UPN",
    lists: BOTH,
    type: "text",
    filledFrom:
      "The newest SEN2 return that gives a valid one, else the newest school census; else as it is given.",
    whenEmpty: "No loaded source gives one.",
  },
  {
    field: "uln",
    heading: "ULN",
    lists: BOTH,
    type: "text",
    filledFrom: "As the UPN.",
    whenEmpty: "No loaded source gives one.",
  },
  {
    field: "birth",
    heading: "Date of birth",
    lists: BOTH,
    type: "day",
    filledFrom: "SEN2 return, else school census.",
    whenEmpty: "Missing or unreadable in every loaded source.",
  },
  {
    field: "gender",
    heading: "Gender",
    lists: BOTH,
    type: "text",
    filledFrom: "Sex of the SEN2 return (GenderCurrent in 2023), else of the school census.",
    whenEmpty: "Neither male nor female is recorded.",
  },
  {
    field: "ethnicity",
    heading: "Ethnicity",
    lists: BOTH,
    type: "text",
    filledFrom:
      "SEN2 return, else school census. Codes that the list does not have (extended codes, codes since 2025) stay as they are, without a letter.",
    whenEmpty: "Missing or not in the code set.",
  },
  {
    field: "initialPlan",
    heading: "Date initial EHC plan issued",
    lists: PLANS,
    type: "day",
    filledFrom: "StartDate of the plan as first reported in SEN2.",
    whenEmpty: "A plan without a start is not in the list.",
  },
  {
    field: "updatedPlan",
    heading: "Date updated EHC plan issued",
    lists: PLANS,
    type: "day",
    filledFrom:
      "Only plans updated at a phase transfer: the latest PhaseTransferFinalDate of SEN2 (from 2025).",
    whenEmpty:
      "No plan updated at a phase transfer. SEN2 has no date for plans amended after other reviews: add those from the case system.",
  },
  {
    field: "lastReview",
    heading: "Date EHC plan last reviewed",
    lists: PLANS,
    type: "day",
    filledFrom: "LastReview of SEN2 (the decision after the annual review), else ReviewMeeting.",
    whenEmpty: "Not reviewed yet, or the review is not in the return.",
  },
  {
    field: "need",
    heading: "SEN primary need",
    lists: BOTH,
    type: "text",
    filledFrom:
      "List 1: SEN type of rank 1 in SEN2. List 2: the SEN type ranked first in the latest spring census. DS and NSA are not among the list's answers and stay as they are.",
    whenEmpty: "None is recorded. Only spring censuses report needs.",
  },
  {
    field: "urn",
    heading: "Main education establishment – URN",
    lists: BOTH,
    type: "text",
    filledFrom:
      "List 1: the open placement of rank 1 in SEN2, else another open one, else what the plan names; a closed school by its successor. List 2: the school of the census where the pupil is on roll with status C or M.",
    whenEmpty:
      "Not at an establishment with a URN (a SEN setting code, a provider without a URN), or the school register is not loaded.",
  },
  {
    field: "phase",
    heading: "Main education establishment – phase",
    lists: BOTH,
    type: "text",
    filledFrom: "Type and phase of the school register, else the phase of the school census.",
    whenEmpty:
      "Not at an establishment, or its phase is none of the list's answers (independent mainstream, 16 plus, early years, online, Welsh), or the register is not loaded.",
  },
  {
    field: "subsidiaryPhase",
    heading: "Subsidiary education establishment – phase (dual registration)",
    lists: BOTH,
    type: "text",
    filledFrom:
      "List 1: the open placement of rank 2 in SEN2 beside one of rank 1, else as list 2. List 2: the school where the latest census has the pupil with status S.",
    whenEmpty: "Not registered at two establishments.",
  },
  {
    field: "homeEducation",
    heading: "Elective home education",
    lists: PLANS,
    type: "text",
    filledFrom: "SEN setting EHE of SEN2.",
    whenEmpty: "No placement is known.",
  },
  {
    field: "suspensions",
    heading: "Suspensions",
    lists: BOTH,
    type: "whole",
    filledFrom:
      "Suspensions (lunchtime ones too) in the latest term that the school censuses cover.",
    whenEmpty:
      "Not in the latest school census, or it has no table of suspensions. Annex A asks for six months; the census covers one term.",
  },
  {
    field: "exclusions",
    heading: "Permanent exclusions",
    lists: BOTH,
    type: "whole",
    filledFrom: "Permanent exclusions in the same term.",
    whenEmpty: "As suspensions.",
  },
  {
    field: "absence",
    heading: "Absence",
    lists: BOTH,
    type: "percent",
    filledFrom:
      "Sessions missed, authorised and not, as a percentage of possible sessions. It covers the latest term of the school censuses and all schools of the pupil.",
    whenEmpty:
      "Not in the latest school census, or it does not report sessions. Annex A asks for six months; the census covers one term.",
  },
  {
    field: "pupilPremium",
    heading: "Pupil Premium",
    lists: BOTH,
    type: "text",
    filledFrom: "",
    whenEmpty: `${NO_SOURCE} Eligibility for free meals is not the same.`,
  },
  {
    field: "socialCare",
    heading: "Known to children's social care?",
    lists: BOTH,
    type: "text",
    filledFrom: "",
    whenEmpty: NO_SOURCE,
  },
  {
    field: "socialCareTeam",
    heading: "Which children's social care team?",
    lists: BOTH,
    type: "text",
    filledFrom: "",
    whenEmpty: NO_SOURCE,
  },
  {
    field: "disability",
    heading: "Does the child or young person have a disability?",
    lists: BOTH,
    type: "text",
    filledFrom: "",
    whenEmpty: `${NO_SOURCE} A plan or a SEN type does not say that a child is disabled.`,
  },
];

/** The columns of one list. */
export const columnsOfList = (list: ListNumber): AnnexColumn[] =>
  annexColumns.filter(({ lists }) => lists.includes(list));

/** Names of the two sheets, as validators of the lists look for them. */
export const sheetName = (list: ListNumber): string => `List_${list}`;
