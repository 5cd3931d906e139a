import type { RuleText } from "../../check/rule";
import { runRules, type CheckResult } from "../../check/run";
import type { CensusTable } from "./census";
import type { CensusTableName } from "./fields";
import { placeIn } from "./place";
import { columnRules } from "./rules/column-rules";
import { pupilRules } from "./rules/pupil-rules";
import { readingRules } from "./rules/reading-rules";
import { schoolRules } from "./rules/school-rules";
import { senRules } from "./rules/sen-rules";
import { sessionRules } from "./rules/session-rules";
import type { CensusRule, CensusSource } from "./rules/source";
import { suspensionRules } from "./rules/suspension-rules";
import { schoolIds } from "./schools";

/** Every rule that looks at one census. */
export const censusRules: readonly CensusRule[] = [
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
export function checkCensus(source: CensusSource): CheckResult {
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
