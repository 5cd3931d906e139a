import { profileNamed } from "../kpi/rating-profile";
import type { ModelRules } from "../model/rules";
import type { Settings } from "./settings-table";

/** The rules that the settings choose. `today` is in days since 1970-01-01. */
export function modelRules(
  { status, own, comparators, direction, numbers, trend }: Settings,
  today: number,
): ModelRules {
  const { toleranceKind: kind, toleranceAmount: amount } = status;
  return {
    profile: status.profile === "data" ? null : profileNamed(status.profile),
    tolerance:
      kind === "none"
        ? null
        : kind === "percent_of_target"
          ? { kind, percent: amount }
          : { kind, amount },
    polarity: status.polarity,
    base: direction.base === "automatic" ? null : direction.base,
    ownWords: own,
    judgedBy: direction.judgedBy,
    baselinePoints: trend.baselinePoints || null,
    steps: trend.steps
      .toLowerCase()
      .split(/[,;]/)
      .map((label) => label.trim())
      .filter((label) => label !== ""),
    averageMethod: comparators.averageMethod,
    years: numbers.years === "automatic" ? null : numbers.years,
    firstMonth: numbers.firstMonth,
    today,
  };
}
