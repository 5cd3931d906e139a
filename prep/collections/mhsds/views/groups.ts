import {
  between,
  coalesce,
  columns,
  isMissing,
  recode,
  when,
  type Expression,
} from "../../../columns/expression";
import { sexCodes } from "../fields/code-sets";

/** Completed years from 0 to an age. */
export const aged = (age: Expression<"number">, to: number): Expression<"flag"> =>
  between(age, 0, to);

/** Who sent a row, and who the person is: codes as they were sent. */
export const patientColumns = columns({
  provider: "text",
  sub_icb: "text",
  council: "text",
  sex: "text",
  ethnicity: "text",
  /** Completed years that the age band goes by. */
  band_age: "number",
});

/** And why a referral was made, by whom, to which team. */
export const referralColumns = {
  ...patientColumns,
  ...columns({ referral_reason: "text", referral_source: "text", team_type: "text" }),
};

/** A code by itself, or none. */
export const byCode = (code: Expression<"text">): Expression<"text"> =>
  coalesce(code, "not_recorded");

const { band_age: age } = patientColumns;

/**
 * Groups that every mental health figure can be broken down by.
 */
export const patientGroups = {
  /** In the order that the files name them. */
  provider: when([[isMissing(patientColumns.provider), "not_recorded"]], patientColumns.provider),
  sub_icb: byCode(patientColumns.sub_icb),
  council: byCode(patientColumns.council),
  sex: recode(patientColumns.sex, sexCodes, "not_recorded"),
  ethnicity: byCode(patientColumns.ethnicity),
  age_band: when(
    [
      [between(age, 0, 4), "0-4"],
      [between(age, 5, 10), "5-10"],
      [between(age, 11, 15), "11-15"],
      [between(age, 16, 17), "16-17"],
      [between(age, 18, 18), "18"],
      [between(age, 19, 25), "19-25"],
      [between(age, 26, 130), "26_and_over"],
    ],
    "not_recorded",
  ),
};

/** And groups that referrals can. */
export const referralGroups = {
  ...patientGroups,
  referral_reason: byCode(referralColumns.referral_reason),
  referral_source: byCode(referralColumns.referral_source),
  team_type: byCode(referralColumns.team_type),
};
