import { between, columns, type Expression } from "../../../columns/expression";

/**
 * Groups that every mental health figure can be broken down by: who sent it, and who the person is.
 */
export const personGroups = columns({
  provider: "text",
  sub_icb: "text",
  council: "text",
  sex: "text",
  ethnicity: "text",
  age_band: "text",
});

/** And groups that referrals can. */
export const referralGroups = {
  ...personGroups,
  ...columns({ referral_reason: "text", referral_source: "text", team_type: "text" }),
};

/** Completed years from 0 to an age. */
export const aged = (age: Expression<"number">, to: number): Expression<"flag"> =>
  between(age, 0, to);
