import { placeRest } from "../../../protect/place-groups";

/**
 * What tells one person, and one request of theirs, in every return: without it cases of several
 * returns are not put together.
 */
export const ofCase = ["person", "requests.receiveddate"] as const;

/** What people are broken down by. */
export const ofPerson = {
  sex: ["person.sex", "person.gendercurrent"],
  ethnicity: ["person.ethnicity"],
  age: ["person.personbirthdate"],
} as const;

/** Where they live. */
export const ofPlace = placeRest(["person.postcode"]);

/** The groups of people, where a view takes them of another one. */
export const ofPersonGroups = {
  sex: ofPerson.sex,
  ethnicity_group: ofPerson.ethnicity,
  age_band: ofPerson.age,
  ...ofPlace,
} as const;

/** Needs, which hang under the active plans. */
export const ofNeed = ["senneed.sentype", "senneed.sentyperank"] as const;

/** Requests and assessments, by the columns that views of them have. */
export const ofRequest = {
  received_date: ["requests.receiveddate"],
  decision: ["requests.requestoutcome"],
  decision_date: ["requests.requestoutcomedate"],
  assessment_outcome: ["assessment.assessmentoutcome"],
  assessment_outcome_date: ["assessment.assessmentoutcomedate"],
  request_source: ["requests.requestsource"],
  exception_applies: ["assessment.week20"],
} as const;
