import type { Judgement, Movement } from "../kpi/direction";
import { statusLevel } from "../kpi/own-status";
import type { Columns } from "./columns";
import type { OwnView } from "./kpi";
import type { Plan } from "./plan-kpi";
import type { ModelRules } from "./rules";

/** Words and arrows of a direction, by what they begin with or are. */
const JUDGEMENTS: readonly (readonly [RegExp, Judgement])[] = [
  [/^(?:improv|better|getting better)/, "improving"],
  [/^(?:worse|deteriorat|declin|getting worse)/, "worsening"],
  [/^(?:steady|stable|same|no change|unchanged|static|maintain)/, "steady"],
];
const MOVEMENTS: readonly (readonly [RegExp, Movement])[] = [
  [/^(?:[↑▲⬆]|up\b|increas|ris)/, "up"],
  [/^(?:[↓▼⬇]|down\b|decreas|fall)/, "down"],
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
 * The author's own status and direction of the latest figure. Where the latest is not known they
 * stand only if all rows say the same.
 */
export function ownView(columns: Columns, { group, last, row }: Plan, rules: ModelRules): OwnView {
  if (!columns.has("ownStatus") && !columns.has("ownDirection")) return NOTHING_OWN;
  const said = (well: string): string | null => {
    if (last >= 0) return columns.text(well, row);
    const all = new Set(group.own.map((one) => columns.text(well, one)));
    return all.size === 1 ? [...all][0] : null;
  };
  const [status, direction] = [said("ownStatus"), said("ownDirection")];
  const word = (direction ?? "").toLowerCase();
  const meant = <T>(forms: readonly (readonly [RegExp, T])[], text: string): T | null =>
    forms.find(([form]) => form.test(text))?.[1] ?? null;
  return {
    status,
    level: status === null ? "none" : statusLevel(status, rules.ownWords),
    direction,
    judgement: meant(JUDGEMENTS, word.replace(/^[^a-z]+/, "")),
    movement: meant(MOVEMENTS, word),
  };
}
