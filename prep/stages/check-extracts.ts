import { listFindings, together, type RulesResult, findingOf } from "../check/run";
import { readTargets } from "../compare/scorecard";
import type { Boards } from "../sources/board-file/placed";
import type { Extracts } from "./extracts";
import type { Progress } from "../progress";
import type { Settings } from "../settings";
import type { Chosen } from "./choose";
import type { Knowledge } from "./knowledge";
import { holidaysEnd } from "./holidays-end";
import { personFindings, personsOfBoards } from "./person-findings";
import { neighbourModels } from "../sources/neighbours/neighbour-models";
import { unknownNames, unknownPeers } from "./unknown-names";
import type { Finding } from "../check/finding";
import { fileRules } from "../extracts/file-rules";
import { isTeamEntry, type TeamEntry } from "../publish/work-places";

/** A finding for each entry of the setting `teams` that cannot be used. */
const teamFindings = (teams: readonly TeamEntry[]): Finding[] =>
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

interface ToCheck {
  readonly extracts: Extracts;
  readonly chosen: Chosen;
  readonly boards: Boards;
  readonly settings: Settings;
  readonly knowledge: Pick<Knowledge, "rules" | "indicators">;
  readonly progress: Progress;
  /** Whether what is wrong with the settings is told: of several authorities once. */
  readonly withSettings: boolean;
}

/** What reading, the settings and the rules of each extract found. */
export function checkExtracts({
  extracts: { sources, findings, checks },
  chosen,
  boards,
  settings,
  knowledge: { rules, indicators },
  progress,
  withSettings,
}: ToCheck): RulesResult {
  const targets = readTargets(settings.targets);
  const sheetRows = sources.kpiSheets.flatMap((sheet) => sheet.rows);
  const named = {
    targets: targets.targets,
    ratings: settings.rating.kpis,
    indicators: new Set(
      [...indicators, ...sources.ownIndicators, ...sheetRows].map(({ id }) => id),
    ),
  };
  const toCheck = chosen.loaded.flatMap(({ collection, extracts }) =>
    collection.check ? extracts.map((extract) => ({ collection, extract })) : [],
  );
  return together([
    listFindings(
      [
        ...findings,
        ...chosen.findings,
        ...(withSettings
          ? [
              ...targets.findings,
              ...unknownNames(named),
              ...unknownPeers({
                ...settings,
                models: [...neighbourModels(), ...sources.neighbourModels],
              }),
              ...teamFindings(settings.teams),
            ]
          : []),
        ...holidaysEnd(sources, chosen.loaded, settings),
        ...personFindings(sources.kpiSheets),
        ...personsOfBoards(boards),
      ],
      rules,
    ),
    ...toCheck.map(({ collection, extract }, i) => {
      progress("Checking", i, toCheck.length);
      return collection.check!(extract, sources, settings);
    }),
    ...checks,
  ]);
}
