import type { MhsdsTable } from "../../collections/mhsds/fields/fields";
import type { CoverageLimits } from "../../indicators/gate";
import type { Dialect } from "../dialect";
import type { SqlStep } from "../step";
import { contactSteps } from "./contacts";
import { countedStep, markedSteps } from "./counted-by-month";
import { coverageSteps } from "./coverage";
import { measureStep, monthFigureSteps } from "./figures-by-month";
import { dimensionSteps } from "./dimension-steps";
import { factSteps } from "./fact-steps";
import { kpiValueSteps } from "./kpi-value";
import { monthViews } from "./month-views";
import { overMonthsSteps } from "./over-months";
import { peopleSteps } from "./people";
import { readTableSteps } from "./read-columns";
import { reducedTables, reduceSteps } from "./reduce";
import { referralSteps } from "./referrals";
import { submissionSteps } from "./submissions";
import { waitSteps } from "./waits";
import { accessView } from "../../collections/mhsds/views/access-view";

const tableAbsent: SqlStep = {
  name: "table_absent",
  makes: "table",
  rule: "Tables that are nowhere. One that is there without a row is no gap: nothing happened.",
  query: `SELECT short FROM (VALUES ${readTableSteps.map(({ short }) => `('${short}')`).join(", ")}) AS t(short)
WHERE short NOT IN (SELECT short FROM table_found)`,
};

/** Tables whose rows tell the submissions. */
const EARLY: readonly MhsdsTable[] = ["MHS000Header", "MHS001MPI", "MHS101Referral"];

/**
 * The steps from the tables of MHSDS as they lie to `kpi_value`, in their order; `source` reads a
 * table.
 */
export const mhsdsSteps = (
  dialect: Dialect,
  limits: CoverageLimits,
  source: (table: MhsdsTable) => readonly SqlStep[],
): readonly SqlStep[] => [
  ...EARLY.flatMap(source),
  ...submissionSteps(dialect),
  ...reducedTables.flatMap((table) => [
    ...(EARLY.includes(table) ? [] : source(table)),
    ...reduceSteps(table, dialect),
  ]),
  tableAbsent,
  ...peopleSteps(dialect),
  ...referralSteps(dialect),
  ...contactSteps(dialect),
  measureStep,
  ...monthViews.flatMap((view) =>
    view.view.name === accessView.name
      ? markedSteps(view, dialect)
      : [...markedSteps(view, dialect), countedStep(view)],
  ),
  ...overMonthsSteps(dialect),
  ...waitSteps(dialect),
  ...monthFigureSteps(dialect),
  ...coverageSteps,
  ...factSteps(dialect),
  ...dimensionSteps(dialect),
  ...kpiValueSteps(limits, dialect),
];
