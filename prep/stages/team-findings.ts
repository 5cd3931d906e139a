import type { Finding } from "../check/finding";
import { findingOf } from "../check/run";
import { fileRules } from "../extracts/file-rules";
import { isTeamEntry, type TeamEntry } from "../publish/work-places";

/** A finding for each entry of the setting `teams` that cannot be used. */
export const teamFindings = (teams: readonly TeamEntry[]): Finding[] =>
  teams.flatMap((entry, i) =>
    isTeamEntry(entry)
      ? []
      : [
          findingOf(fileRules.F13, "teams", {
            file: "send-scorecard.json",
            record: `team ${i + 1}`,
            line: null,
            field: null,
          }),
        ],
  );
