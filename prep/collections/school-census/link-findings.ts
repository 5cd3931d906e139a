import type { Finding } from "../../check/finding";
import { findingOf, type Place } from "../../check/run";
import { lacksUpn, type CensusMatch } from "./match";
import type { CensusModel } from "./model";
import { placeIn } from "./place";
import { readingRules } from "./rules/reading-rules";
import { schoolIds } from "./schools";

/** What the comparison with SEN2 shows pupil by pupil: another sex, another date of birth, a plan without a valid UPN (rules SC-X01 to SC-X03). */
export function linkFindings(
  { censuses }: CensusModel,
  matches: readonly (CensusMatch | null)[],
): Finding[] {
  return matches.flatMap((match, c) => {
    if (!match) return [];
    const { pupilonroll } = censuses[c].tables;
    const ids = schoolIds(censuses[c]);
    const place = (row: number, field: string): Place => {
      const school = ids[pupilonroll.schoolRow(row)];
      return { ...placeIn(pupilonroll, row, field), ...(school === null ? {} : { school }) };
    };
    const found = (
      id: "X01" | "X02" | "X03",
      field: string,
      test: (row: number) => boolean,
    ): Finding[] => {
      const findings: Finding[] = [];
      for (let row = 0; row < pupilonroll.rowCount; row++)
        if (test(row)) findings.push(findingOf(readingRules[id], "pupilonroll", place(row, field)));
      return findings;
    };
    return [
      ...found("X01", "sex", (row) => match.sexDiffers[row] === 1),
      ...found("X02", "dob", (row) => match.birthDiffers[row] === 1),
      ...found("X03", "upn", (row) => lacksUpn(match, row)),
    ];
  });
}
