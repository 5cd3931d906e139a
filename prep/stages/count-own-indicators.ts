import type { Finding } from "../check/finding";
import { fileFinding } from "../extracts/file-rules";
import { countOwn } from "../indicators/count-own";
import type { Limited } from "../indicators/limited";
import { knownDays } from "../indicators/known-days";
import type { OwnKnown } from "../indicators/own-periods";
import type { OwnIndicatorOf } from "../sources/own-indicators/read";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { Built } from "./loaded";

/** A collection that was put together, with its fact tables. */
export interface WithTables extends Built {
  readonly tables: readonly StarData[];
}

const nothingKnown: OwnKnown = { days: knownDays([]), frequencies: ["month"] };

/**
 * Counts the council's own indicators from the tables of the star; one that cannot be counted is a
 * finding that says why.
 */
export function countOwnIndicators(
  indicators: readonly OwnIndicatorOf[],
  dimensions: readonly StarData[],
  built: readonly WithTables[],
  limited: Limited,
): { figures: KpiValueRow[]; findings: Finding[] } {
  const countable = built.filter(({ collection }) => collection.countable);
  const star = new Map(
    [...dimensions, ...countable.flatMap(({ tables }) => tables)].map((table) => [
      table.declaration.name,
      table,
    ]),
  );
  const figures: KpiValueRow[] = [];
  const findings: Finding[] = [];
  for (const indicator of indicators) {
    const table = indicator.count?.table ?? "";
    const from =
      countable.find(({ tables }) => tables.some(({ declaration: { name } }) => name === table)) ??
      countable.at(0);
    const can = from?.collection.countable;
    const counted = countOwn(
      indicator,
      star,
      can?.known(from!.model, table) ?? nothingKnown,
      limited,
    );
    if (from && can && counted.figures.length > 0)
      figures.push(...can.rows(from.model, from.context, table, counted.figures));
    if (counted.problem !== null)
      findings.push(fileFinding("F08", indicator.file, counted.problem));
  }
  return { figures, findings };
}
