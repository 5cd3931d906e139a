import type { Finding } from "../check/finding";
import { fileFinding } from "../extracts/file-rules";
import type { OwnIndicatorOf } from "../extracts/read-own-indicators";
import { countOwn } from "../indicators/count-own";
import type { Figure } from "../indicators/figure";
import type { OwnKnown } from "../indicators/own-periods";
import { knownDays } from "../indicators/known-days";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";

/** What a collection gives so that a council's own indicators can be counted from its tables. */
export interface OwnTables {
  readonly tables: readonly StarData[];
  /** What is known of a table. */
  known(table: string): OwnKnown;
  /** Figures counted from a table as rows of `kpi_value`. */
  rows(table: string, figures: readonly Figure[]): KpiValueRow[];
}

const nothingKnown: OwnKnown = { days: knownDays([]), frequencies: ["month"] };

/** Counts the council's own indicators from the tables of the star; one that cannot be counted is a finding that says why. */
export function ownStage(
  indicators: readonly OwnIndicatorOf[],
  collections: readonly OwnTables[],
): { figures: KpiValueRow[]; findings: Finding[] } {
  const star = new Map(
    collections.flatMap(({ tables }) => tables.map((table) => [table.declaration.name, table])),
  );
  const figures: KpiValueRow[] = [];
  const findings: Finding[] = [];
  for (const indicator of indicators) {
    const table = indicator.count?.table ?? "";
    const collection =
      collections.find(({ tables }) =>
        tables.some(({ declaration: { name } }) => name === table),
      ) ?? collections[0];
    const counted = countOwn(indicator, star, collection?.known(table) ?? nothingKnown);
    if (counted.figures.length > 0) figures.push(...collection.rows(table, counted.figures));
    if (counted.problem !== null)
      findings.push(fileFinding("F08", indicator.file, counted.problem));
  }
  return { figures, findings };
}
