import { dayNumber } from "../../src/kpi/day-number";
import { defaultProfile } from "../../src/kpi/rating-profile";
import { buildScorecard } from "../src/support/build-scorecard";
import { targetText, valueText } from "../../src/model/display";
import type { Kpi } from "../../src/model/kpi";
import { dataViewOf } from "../../page/visual/data-view";
import { layoutOf, type Layout, type Truth } from "./layout";
import { randomFrom } from "./random";

/** What is wrong with a table as the visual shows it; `unsure` counts KPIs that it left open. */
export interface Verdict {
  readonly faults: readonly string[];
  readonly unsure: number;
  readonly shown: number;
}

const TODAY = dayNumber(2079, 1, 1);

/** Draws the table of a number and holds it against what it was written from. */
export function judgeLayout(seed: number): Verdict {
  const layout = layoutOf(randomFrom(seed));
  const { kpis } = buildScorecard(dataViewOf(layout.rows, layout.view), {
    profile: defaultProfile,
    tolerance: null,
    polarity: "neutral",
    base: null,
    ownWords: {},
    judgedBy: "automatic",
    baselinePoints: null,
    steps: [],
    averageMethod: "mean",
    years: null,
    firstMonth: 4,
    today: TODAY,
  });
  const faults: string[] = [];
  let unsure = 0;
  for (const truth of layout.truths) {
    const kpi = kpis.find(({ name }) => name === truth.name);
    const { wrong, open } = kpi
      ? judgeKpi(kpi, truth, layout)
      : { wrong: ["is not drawn"], open: false };
    if (open) unsure++;
    faults.push(...wrong.map((text) => `table ${seed}, ${truth.name}: ${text}`));
  }
  return { faults, unsure, shown: layout.truths.length };
}

function judgeKpi(
  kpi: Kpi,
  truth: Truth,
  layout: Layout,
): { readonly wrong: readonly string[]; readonly open: boolean } {
  const wrong: string[] = [];
  const told = kpi.doubts.length > 0 || kpi.latest.value === null;
  const value = truth.values.at(-1)!;
  const { latest, direction } = kpi;
  const { rating, reason } = latest.rating;
  const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b));
  const open = latest.value === null || rating === "not_rated" || kpi.begins !== null;
  if (kpi.begins !== null) return { wrong, open };
  const own = layout.rows.filter(({ indicator }) => indicator === truth.name);
  if (latest.value === null) {
    if (!layout.vague.has(truth.name)) wrong.push(`shows no value: ${reason}`);
    else if (!latest.words) wrong.push("shows no value and says nothing");
  } else if (!same(latest.value, value) && !same(latest.value * 100, value)) {
    wrong.push(`shows ${latest.value} for ${value}`);
  } else if (!same(latest.value, value) && !told && kpi.form.unit === "percent") {
    wrong.push(`shows ${latest.value} for ${value} without a word`);
  }
  const hasTarget = own.some((row) => row.target !== undefined);
  const hasPolarity = own.some((row) => row.polarity !== undefined);
  const expected = ratingOf(truth);
  if (rating !== "not_rated" && rating !== expected) wrong.push(`is ${rating} for ${expected}`);
  if (rating === "not_rated" && hasTarget && hasPolarity && !layout.vague.has(truth.name))
    wrong.push(`is not rated: ${reason}`);
  const before = truth.values.at(-2) ?? null;
  if (direction.movement !== null && latest.value !== null) {
    const sign = before === null ? null : Math.sign(value - before);
    const shown = { up: 1, down: -1, same: 0 }[direction.movement];
    if (sign === null || (shown !== 0 && shown !== sign))
      wrong.push(`moves ${direction.movement} from ${before} to ${value}`);
    // From twelve figures on the process is judged, not the last step.
    const few = truth.values.filter((one) => one !== null).length < 12;
    if (few && direction.judgement === "improving" && truth.higher !== value > before!)
      wrong.push("improves where it worsens");
  } else if (
    before !== null &&
    latest.value !== null &&
    !layout.vague.has(truth.name) &&
    !layout.mixed.has(truth.name)
  )
    wrong.push(`has no direction: ${direction.reason}`);
  const printed = printedFault(kpi);
  if (printed) wrong.push(printed);
  return { wrong, open };
}

function ratingOf({ values, targets, higher, tolerance }: Truth): string {
  const gap = (values.at(-1)! - targets[values.length - 1]) * (higher ? 1 : -1);
  if (gap >= -1e-9) return "met";
  return gap >= -tolerance - 1e-9 ? "near" : "missed";
}

/** Whether value and target, as printed, say another thing than the status. */
function printedFault(kpi: Kpi): string | null {
  const { latest, polarity } = kpi;
  if (latest.value === null || latest.target === null || latest.rating.rating === "not_rated")
    return null;
  const number = (text: string): number =>
    Number(text.replace(/[^\d.\u2212]/g, "").replace("\u2212", "-"));
  const gap =
    (number(valueText(kpi)) - number(targetText(kpi, (key) => key))) *
    (polarity === "lower" ? -1 : 1);
  const met = latest.rating.rating === "met";
  return met === gap >= 0
    ? null
    : `prints ${valueText(kpi)} beside ${targetText(kpi, (key) => key)}, ${latest.rating.rating}`;
}
