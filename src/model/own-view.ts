import type { Judgement, Movement } from "../kpi/direction";
import { statusLevel } from "../kpi/own-status";
import type { Columns } from "./columns";
import type { OwnView } from "./kpi";
import type { Plan } from "./plan-kpi";
import { polarityOf } from "./rule-words";
import type { ModelRules } from "./rules";

/** Words and arrows of a direction, by what they begin with or are. */
const JUDGEMENTS: readonly (readonly [RegExp, Judgement])[] = [
  [/^(?:improv|better|getting better|(?:steady|slight) improv)/, "improving"],
  [/^(?:worse|deteriorat|getting worse|(?:steady|slight) deteriorat)/, "worsening"],
  [
    /^(?:steady|stable|same|no change|unchanged|static|maintain)(?!.*(?:creas|declin|ris|fall))/,
    "steady",
  ],
];
const MOVEMENTS: readonly (readonly [RegExp, Movement])[] = [
  [/^(?:[↑▲⬆]|up\b|increas|ris)/, "up"],
  [/^(?:[↓▼⬇]|down\b|decreas|declin|fall)/, "down"],
  [/^(?:[↔→►▶]|same|no change|unchanged|level)/, "same"],
];

const NOTHING_OWN: OwnView = {
  status: null,
  level: "none",
  direction: null,
  judgement: null,
  movement: null,
};

/**
 * The author's own status and direction of the latest figure. Where the latest is not known, or
 * is two figures, they stand only if all rows say the same.
 */
export function ownView(
  columns: Columns,
  { group, slots, last, row, unit }: Plan,
  rules: ModelRules,
): OwnView {
  if (!columns.has("ownStatus") && !columns.has("ownDirection")) return NOTHING_OWN;
  const said = (well: string): string | null => {
    if (last >= 0 && !slots.at(last).differ) return columns.text(well, row);
    const all = new Set(group.own.map((one) => columns.text(well, one)));
    return all.size === 1 ? [...all][0] : null;
  };
  const levelOf = (text: string): OwnView["level"] =>
    statusLevel(text, rules.ownWords, polarityOf(columns, row, rules, unit).polarity);
  const [status, direction] = [said("ownStatus"), said("ownDirection")];
  const word = (direction ?? "").toLowerCase();
  const meant = <T>(forms: readonly (readonly [RegExp, T])[], text: string): T | null =>
    forms.find(([form]) => form.test(text))?.[1] ?? null;
  return {
    status,
    level: status === null ? "none" : levelOf(status),
    direction,
    judgement: meant(JUDGEMENTS, word.replace(/^[^a-z]+/, "")),
    movement: meant(MOVEMENTS, word),
  };
}
