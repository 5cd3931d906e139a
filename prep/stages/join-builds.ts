import type { CheckList } from "../check/check-list";
import type { RowCount } from "../check/finding";
import type { Exceptions } from "../compare/exceptions";
import type { AreaGroup } from "./area-group";
import type { CountedOfAll } from "./counted-of-all";
import { groupStar } from "./group-star";
import { ALL_RETURNS } from "./link-people";
import { authorityName } from "../reference/authorities";
import { refuseOtherUnits } from "./one-unit";
import type { BuildResult, CheckResult } from "../results";
import { noBoards } from "../sources/board-file/placed";
import { mergeStars } from "../star/merge-stars";

/** What of the build of an authority is joined to that of the first. */
export type PartOfBuild = Pick<
  BuildResult,
  | "files"
  | "findings"
  | "summary"
  | "rows"
  | "star"
  | "toPutTogether"
  | "reconciliation"
  | "checkLists"
  | "exceptions"
  | "bySchool"
  | "schools"
  | "dataDate"
  | "linkage"
  | "timings"
>;

/** What was made of one authority. */
interface ResultOf<Result> {
  readonly authority: string;
  readonly result: Result;
}

/** What was made of each authority: of the first all, for what is of all alike is told with it. */
export type PartsOfBuild = readonly [ResultOf<BuildResult>, ...ResultOf<PartOfBuild>[]];

/** Rows of a file that one authority or another uses; a row is left out where all leave it out. */
function joinRows(all: readonly (readonly RowCount[])[]): RowCount[] {
  const joined = new Map<string, RowCount>();
  for (const row of all.flat()) {
    const key = JSON.stringify([row.file, row.table]);
    const before = joined.get(key);
    // The extract of one authority alone is left out for that authority alone.
    if (before === undefined || row.rowsRejected > before.rowsRejected) joined.set(key, row);
  }
  return [...joined.values()];
}

/** Counts of rules over all authorities. */
function joinSummaries(all: readonly CheckResult["summary"][]): CheckResult["summary"] {
  const joined = new Map<string, CheckResult["summary"][number]>();
  for (const one of all.flat()) {
    const key = `${one.rule} ${one.severity}`;
    joined.set(key, { ...one, count: one.count + (joined.get(key)?.count ?? 0) });
  }
  return [...joined.values()];
}

/** The rows of a result; what is told of all returns says of whose. */
const rowsOf = ({ authority, result }: ResultOf<CheckResult>): RowCount[] =>
  result.rows.map((row) =>
    row.file === ALL_RETURNS
      ? { ...row, file: `${ALL_RETURNS} of ${authorityName(authority)}` }
      : row,
  );

/** What checking found of several authorities, as of one folder. */
export const joinChecks = (parts: readonly ResultOf<CheckResult>[]): CheckResult => ({
  files: parts[0].result.files,
  findings: parts.flatMap(({ result }) => result.findings),
  summary: joinSummaries(parts.map(({ result }) => result.summary)),
  rows: joinRows(parts.map(rowsOf)),
});

const joinExceptions = (all: readonly Exceptions[]): Exceptions => ({
  exceptions: all.flatMap(({ exceptions }) => exceptions),
  notRated: all.flatMap(({ notRated }) => notRated),
  current: all.flatMap(({ current }) => current),
});

/** Lists of quality, each under the name of its authority. */
const listsOf = ({ authority, result }: ResultOf<PartOfBuild>): CheckList[] =>
  result.checkLists.map((list) => ({ ...list, name: `${list.name}-${authority}` }));

function joinTimings(all: readonly BuildResult["timings"][]): BuildResult["timings"] {
  const sums: Record<string, number> = {};
  for (const timings of all)
    for (const [stage, seconds] of Object.entries(timings))
      sums[stage] = (sums[stage] ?? 0) + seconds;
  return sums;
}

/**
 * The builds of several authorities as one, with the area that they make up where one is asked for.
 * Each figure is as in the build of its authority. Throws `NothingToBuild` where one KPI has two
 * units.
 */
export function joinBuilds(
  [first, ...others]: PartsOfBuild,
  together: { readonly group: AreaGroup; readonly all: CountedOfAll } | null,
  leaveOutNobody: boolean,
): BuildResult {
  const parts = [first, ...others];
  const stars = parts.map(({ authority, result: { star } }) => ({ authority, star }));
  refuseOtherUnits(stars);
  const { indicators: known } = first.result.knowledge;
  const ofGroup =
    together === null
      ? []
      : [
          {
            authority: together.group.code,
            star: groupStar(
              parts.map(({ result }) => result.toPutTogether!),
              together.group,
              { known, all: together.all, leaveOutNobody },
            ),
          },
        ];
  const results = parts.map(({ result }) => result);
  const days = results.flatMap(({ dataDate }) => dataDate ?? []);
  return {
    ...first.result,
    ...joinChecks(parts),
    star: mergeStars([...stars, ...ofGroup]),
    toPutTogether: null,
    // A board file of several authorities has no one latest figure to a KPI.
    boards: noBoards,
    exceptionsOfBoards: [],
    boardSheets: [],
    reconciliation: results.flatMap(({ reconciliation }) => reconciliation),
    checkLists: parts.flatMap(listsOf),
    exceptions: joinExceptions(results.map(({ exceptions }) => exceptions)),
    bySchool: results.flatMap(({ bySchool }) => bySchool),
    schools: new Map(results.flatMap(({ schools }) => [...schools])),
    dataDate: days.length === 0 ? null : Math.max(...days),
    linkage: parts.flatMap(({ authority, result }) =>
      result.linkage.map((count) => ({
        ...count,
        source: `${authorityName(authority)}: ${count.source}`,
      })),
    ),
    timings: joinTimings(results.map(({ timings }) => timings)),
  };
}
