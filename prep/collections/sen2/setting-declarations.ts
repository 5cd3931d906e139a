import { dayOfYear, settingsOf, wholeNumber, type Declared } from "../../setting";
import { directPaymentMeanings, workBasedMeanings } from "./fields/code-sets";

/**
 * Settings of SEN2. Categories: the SEN2 guides as published by the DfE. Limits: SEND Regulations
 * 2014, regulations 5 (six weeks), 10 (sixteen),
 * 13 (twenty), 18 (phase transfers), 20 (review decisions); Children and Families Act 2014, section
 * 44 (reviews); R (L, M and P) v Devon [2022] EWHC 493 (Admin)
 * (twelve weeks).
 */
export const sen2Settings = {
  limits: {
    kind: "group",
    description: "Time limits. The last day itself is in time.",
    settings: {
      requestDays: wholeNumber(
        "Days from a request to the decision whether to assess (six weeks).",
        42,
        366,
      ),
      notIssuedDays: wholeNumber(
        "Days from a request to the decision not to issue a plan (sixteen weeks).",
        112,
        366,
      ),
      planDays: wholeNumber("Days from a request to the final plan (twenty weeks).", 140, 732),
      reviewMonths: wholeNumber("Months within which a plan is to be reviewed again.", 12, 36),
      reviewDecisionDays: wholeNumber(
        "Days from a review meeting to the decision (four weeks).",
        28,
        366,
      ),
      amendedPlanDays: wholeNumber(
        "Days from a review meeting to the final amended plan (twelve weeks).",
        84,
        366,
      ),
      phaseTransferSchool: dayOfYear(
        "Month and day by which a plan is to be amended before a move to or between schools.",
        "02-15",
      ),
      phaseTransferPost16: dayOfYear("The same before a move from school to post-16.", "03-31"),
    },
  },
  workBasedCodes: {
    kind: "codes",
    description:
      "What your codes for work-based learning mean, where they are not those of the SEN2 schemas. The codes given here take the place of all of these.",
    of: ["supported_internship", "apprenticeship", "traineeship"],
    byDefault: workBasedMeanings,
  },
  directPaymentCodes: {
    kind: "codes",
    description:
      "What your codes for direct payments mean, where they are not those of the SEN2 schemas. The codes given here take the place of all of these.",
    of: ["education", "health", "social_care", "integrated"],
    byDefault: directPaymentMeanings,
  },
} as const satisfies Declared;

/** Its own settings, out of all. */
export const sen2SettingsOf = settingsOf(sen2Settings);
