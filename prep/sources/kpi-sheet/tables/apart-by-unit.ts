import { UNIT_NAMES, type Unit } from "../../../../src/kpi/unit";
import { readUnit } from "../sheet-words";
import { phrase } from "./fold";
import type { Entry } from "./table-context";

const unitOf = ({ labels }: Entry): Unit | null =>
  readUnit(labels.get("unit") ?? "") ?? readUnit(labels.get("metric") ?? "");

const keyOf = ({ name, section, place }: Entry): string =>
  JSON.stringify([phrase(name), section, place.authority, place.part]);

const ending = (unit: Unit): string => (unit === "percent" ? " (%)" : ` (${UNIT_NAMES[unit]})`);

/**
 * Rows of one name that say other units, such as a row of numbers above one of percentages, are KPIs
 * of their own: each with its unit behind its name.
 */
export function apartByUnit(entries: readonly Entry[]): readonly Entry[] {
  const units = new Map<string, Set<Unit>>();
  for (const entry of entries) {
    const unit = unitOf(entry);
    if (unit === null) continue;
    const key = keyOf(entry);
    units.set(key, (units.get(key) ?? new Set<Unit>()).add(unit));
  }
  return entries.map((entry) => {
    const unit = unitOf(entry);
    return unit !== null && units.get(keyOf(entry))!.size > 1
      ? { ...entry, name: `${entry.name}${ending(unit)}` }
      : entry;
  });
}
