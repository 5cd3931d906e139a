import { NothingToBuild } from "../nothing-to-build";
import { authorityName } from "../reference/authorities";
import { columnOf, type Star } from "../star/frame";
import { WORDS } from "../star/merge-stars";

interface UnitOf {
  readonly unit: unknown;
  readonly authority: string;
}

/**
 * Throws `NothingToBuild` where two authorities keep one KPI in different units: in one table the
 * figures of one of them would be read as another thing, and no sum of both is any figure. Words
 * have no unit: where one has no number of a KPI, the other's unit holds.
 */
export function refuseOtherUnits(
  stars: readonly { readonly authority: string; readonly star: Star }[],
): void {
  const known = new Map<unknown, UnitOf>();
  const clashes: string[] = [];
  for (const { authority, star } of stars) {
    const frame = star.get("indicator")?.frame;
    if (!frame) continue;
    const [ids, names, units] = ["indicator_id", "indicator_name", "unit"].map((name) =>
      columnOf(frame, name),
    );
    for (let row = 0; row < frame.numRows(); row++) {
      const [id, unit] = [ids.at(row), units.at(row)];
      if (unit === WORDS) continue;
      const before = known.get(id);
      if (!before) known.set(id, { unit, authority });
      else if (before.unit !== unit)
        clashes.push(
          `${String(names.at(row))}: ${String(before.unit)} for ${authorityName(before.authority)}, ${String(unit)} for ${authorityName(authority)}`,
        );
    }
  }
  if (clashes.length > 0)
    throw new NothingToBuild(
      `These KPIs are kept in different units, so they cannot be in one table. Give both the same unit or different names, or build the authorities apart.\n${clashes.join("\n")}`,
    );
}
