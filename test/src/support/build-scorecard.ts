import { scorecardReader } from "../../../src/model/scorecard-reader";

/** The scorecard of a data view, read by a reader that has read none before. */
export const buildScorecard: ReturnType<typeof scorecardReader> = (dataView, rules) =>
  scorecardReader()(dataView, rules);
