import type { Words } from "../host/words";
import { formatValue } from "../kpi/number-format";
import type { Kpi } from "./kpi";
import { sayPeriod } from "./say-period";

/** A trend in words, for people who do not see it: its first and its last figure. */
export function trendText(kpi: Kpi, words: Words): string {
  const known = kpi.series.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  return words(
    "trend_name",
    kpi.name,
    known.length,
    formatValue(first.value!, kpi.form),
    sayPeriod(first.period.label, words),
    formatValue(last.value!, kpi.form),
    sayPeriod(last.period.label, words),
  );
}
