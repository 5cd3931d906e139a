import type { RuleText } from "../../../check/rule";
import { runRules, type RulesResult } from "../../../check/run";
import { type CensusTable, placeIn } from "../read/census";
import type { CensusTableName } from "../fields/fields";
import { schoolIds } from "../model/people";
import { columnRules } from "./column-rules";
import { pupilRules, schoolRules } from "./pupil-rules";
import { readingRules, type CensusRule, type CensusSource } from "./reading-rules";
import { senRules } from "./sen-rules";
import { sessionRules, suspensionRules } from "./term-rules";

/** Every rule that looks at one census. */
const censusRules: readonly CensusRule[] = [
  ...schoolRules,
  ...pupilRules,
  ...senRules,
  ...sessionRules,
  ...suspensionRules,
  ...columnRules,
];

/** The words of every census rule, also of those that are found while files are read. */
export const describeCensusRules = (): RuleText[] =>
  [...censusRules, ...Object.values(readingRules)].map(
    ({ id, severity, table, field, message, action, basis }) => ({
      id,
      severity,
      table,
      field,
      message,
      action,
      basis,
    }),
  );

/** Runs every rule on one census. */
export function checkCensus(source: CensusSource): RulesResult {
  const { census } = source;
  const ids = schoolIds(census);
  const tableOf = (name: string): CensusTable => census.tables[name as CensusTableName];
  return runRules(
    censusRules,
    source,
    (table, row, field) => placeIn(tableOf(table), row, field),
    (table, row) => (row < 0 ? null : ids[tableOf(table).schoolRow(row)]),
  );
}
