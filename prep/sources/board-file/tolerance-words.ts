import type { Tolerance } from "../../../src/kpi/tolerance";

/** A tolerance as it may be typed; null where there is none. */
export function toleranceWords(tolerance: Tolerance | null): string | null {
  if (tolerance === null) return null;
  switch (tolerance.kind) {
    case "absolute":
      return String(tolerance.amount);
    case "percentage_points":
      return `${tolerance.amount} percentage points`;
    case "percent_of_target":
      return `${tolerance.percent}% of target`;
    case "percent":
      return `${tolerance.amount}%`;
    case "bounds":
      return `${tolerance.lower ?? "…"} to ${tolerance.upper ?? "…"}`;
  }
}
