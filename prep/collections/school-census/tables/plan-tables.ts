import type { Day } from "../../../calendar/day";
import { labels } from "../../../columns/build";
import { DayColumn, IntegerColumn, MISSING } from "../../../columns/column";
import { ehcCensusLink, ehcPlanCensus } from "./fact-tables";
import type { StarTable } from "../../../star/declaration";
import { starFrame, type StarData } from "../../../star/frame";
import type { CensusModel } from "../model/model";
import { planOutcomes, matchOutcomes, type CensusMatch } from "../model/plans";

/** The plans in force on a census day: setting key and index into `planOutcomes` of each. */
export interface PlansFound {
  readonly setting: ArrayLike<number>;
  readonly outcome: Int8Array;
}

/** Sums of one outcome at one school on one census day. */
interface Tally {
  readonly day: Day;
  readonly source: number;
  readonly setting: number;
  readonly outcome: number;
  readonly sums: readonly number[];
}

/** The rows of a census: setting, outcome and measures of each. */
interface Told {
  readonly settings: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
  readonly outcomeCount: number;
  readonly measures?: readonly ArrayLike<number>[];
}

/** Adds up rows by setting and outcome, in that order; an outcome below 0 is not counted. */
function tally(
  { day, source }: Pick<Tally, "day" | "source">,
  { settings, outcomes, outcomeCount, measures = [] }: Told,
): Tally[] {
  const sums = new Map<number, number[]>();
  for (let row = 0; row < outcomes.length; row++) {
    if (outcomes[row] < 0) continue;
    const key = settings[row] * outcomeCount + outcomes[row];
    const of = sums.get(key) ?? [0, ...measures.map(() => 0)];
    of[0]++;
    measures.forEach((measure, m) => (of[m + 1] += measure[row]));
    sums.set(key, of);
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([key, of]) => ({
      day,
      source,
      setting: Math.floor(key / outcomeCount),
      outcome: key % outcomeCount,
      sums: of,
    }));
}

function tallyTable(
  declaration: StarTable,
  tallies: readonly Tally[],
  outcomes: readonly string[],
  measures: readonly string[],
): StarData {
  const integers = (read: (of: Tally) => number): IntegerColumn =>
    new IntegerColumn(Int32Array.from(tallies, read));
  return {
    declaration,
    frame: starFrame(declaration, {
      census_date: new DayColumn(Int32Array.from(tallies, ({ day }) => day)),
      setting_key: integers(({ setting }) => setting || MISSING),
      source_key: integers(({ source }) => source),
      outcome: labels(
        tallies.map(({ outcome }) => outcome),
        outcomes,
      ),
      ...Object.fromEntries(measures.map((name, m) => [name, integers(({ sums }) => sums[m])])),
    }),
  };
}

/** The linkage report: what becomes of the plans that schools report, by school and census day. */
export function linkTable(
  { censuses, schools }: CensusModel,
  sourceKeys: readonly number[],
  matches: readonly (CensusMatch | null)[],
): StarData {
  const tallies = matches.flatMap((match, c) => {
    if (!match) return [];
    return tally(
      { day: censuses[c].referenceDate, source: sourceKeys[c] },
      {
        settings: censuses[c].tables.pupilonroll.parent.map((school) => schools[c][school]),
        outcomes: match.outcome,
        outcomeCount: matchOutcomes.length,
        measures: [match.sexDiffers, match.birthDiffers],
      },
    );
  });
  return tallyTable(ehcCensusLink, tallies, matchOutcomes, [
    "pupils",
    "sex_differs",
    "birth_date_differs",
  ]);
}

/**
 * The linkage report the other way round: what the census says of the plans in force on its day, by
 * setting.
 */
export function planTable(
  { censuses }: CensusModel,
  sourceKeys: readonly number[],
  plans: readonly (PlansFound | null)[],
): StarData {
  const tallies = plans.flatMap((found, c) =>
    found
      ? tally(
          { day: censuses[c].referenceDate, source: sourceKeys[c] },
          {
            settings: found.setting,
            outcomes: found.outcome,
            outcomeCount: planOutcomes.length,
          },
        )
      : [],
  );
  return tallyTable(ehcPlanCensus, tallies, planOutcomes, ["plans"]);
}
