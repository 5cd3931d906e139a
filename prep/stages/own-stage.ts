import type { Finding } from "../check/finding";
import { fileFinding } from "../extracts/file-rules";
import type { OwnIndicatorOf } from "../extracts/read-own-indicators";
import { countOwn } from "../indicators/count-own";
import type { Figure } from "../indicators/figure";
import type { KnownDays } from "../indicators/known-days";
import type { StarData } from "../star/frame";

/** Tables whose rows are known as far as requests are; the others as far as plans are. */
const REQUEST_TABLES: readonly string[] = ["ehc_request"];

/** Counts the council's own indicators from the tables of the star; one that cannot be counted is a finding that says why. */
export function ownStage(indicators: readonly OwnIndicatorOf[], tables: readonly StarData[], known: Readonly<Record<string, KnownDays>>): { figures: Figure[]; findings: Finding[] } {
  const star = new Map(tables.map((table) => [table.declaration.name, table]));
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  for (const indicator of indicators) {
    const counted = countOwn(indicator, star, REQUEST_TABLES.includes(indicator.count?.table ?? "") ? known.requests : known.plans);
    figures.push(...counted.figures);
    if (counted.problem !== null) findings.push(fileFinding("F08", indicator.file, counted.problem));
  }
  return { figures, findings };
}
