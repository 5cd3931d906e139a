import type { DisclosureRules, ProfileName } from "../publish/disclosure/profile";

/** The file that marks a folder which is not for publishing. */
export const RESTRICTED = "RESTRICTED.txt";

export const restrictedText = [
  "RESTRICTED",
  "",
  "This folder holds small numbers and records of children and young people under pseudonyms.",
  "It is not for publishing, in whole or in part, nor for sending to anybody who may not see case data.",
  "",
  "For figures that may be published: send-scorecard build <folder> --profile public --out <another folder>",
  "",
].join("\r\n");

/** What every page of the report says of who may see it. */
export function markingOf(profile: ProfileName, rules: DisclosureRules | null): string {
  if (rules === null) return "RESTRICTED: not for publishing";
  const small = `${rules.showZeros ? 1 : 0} to ${rules.threshold - 1} hidden`;
  return `Profile ${profile}: ${small}${rules.roundTo > 1 ? `, rounded to ${rules.roundTo}` : ""}`;
}
