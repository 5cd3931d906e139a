import type { MonthIndex } from "../../calendar/periods";

/** October 2021, when version 5 gave consultation mechanisms new codes (health-extracts 1.2, 2.3). */
const VERSION_5: MonthIndex = 2021 * 12 + 9;

/** Attendance codes (data dictionary): seen, and each way of not being seen. */
export const attended: ReadonlySet<string> = new Set(["5", "6"]);
export const missed: ReadonlySet<string> = new Set(["2", "3", "4", "7"]);
export const notAttended: ReadonlySet<string> = new Set(["3", "7"]);

const direct: ReadonlySet<string> = new Set(["01", "02", "04", "11"]);
const directBefore: ReadonlySet<string> = new Set(["01", "02", "03", "04"]);
const anonymousDirect: ReadonlySet<string> = new Set(["05", "09", "10", "13"]);
const anonymousBefore: ReadonlySet<string> = new Set(["05", "06"]);

/** Consultation mechanisms of a contact that counts as access: face to face, telephone, talk type, video; before October 2021 telemedicine too. */
export const directMechanisms = (month: MonthIndex): ReadonlySet<string> =>
  month >= VERSION_5 ? direct : directBefore;

/** What counts for the anonymous digital providers: messages and chat. */
export const anonymousMechanisms = (month: MonthIndex): ReadonlySet<string> =>
  month >= VERSION_5 ? anonymousDirect : anonymousBefore;

/** Teams for people with a learning disability or autism: they come before the children's services (health-extracts 2.2). */
export const learningDisabilityTeams: ReadonlySet<string> = new Set([
  "E01",
  "E02",
  "E03",
  "E04",
  "B02",
  "C01",
]);
/** Teams that are children's services whatever age they are meant for: paediatric liaison, looked after children, youth offending. */
export const childrensTeams: ReadonlySet<string> = new Set(["C05", "C06", "C07"]);
/** Intended age group "children and young people". */
export const CHILDREN = "02";

/** Reason for referral "suspected autism", source "self". */
export const SUSPECTED_AUTISM = "25";
export const SELF_REFERRAL = "B1";

/** Sources of referral by their first letter, as the monthly statistics group them (health-extracts 1.8). */
export const sourceGroups: Readonly<Record<string, string>> = {
  A: "primary_care",
  B: "self_referral",
  C: "local_authority",
  D: "employer",
  E: "justice",
  F: "child_health",
  G: "independent_or_voluntary",
  H: "acute_care",
  I: "other_mental_health_trust",
  M: "other",
  N: "talking_therapies",
  P: "internal",
  Q: "drop_in",
};
