import type { Day } from "../../calendar/day";
import type { CutSpan } from "../../calendar/spans";
import { ageBands } from "../../star/age-bands";
import type { FoiSource } from "../../indicators/foi-source";
import type { FigureKey } from "../disclosure/known-figure";
import type { CountCell } from "./suppress";

/**
 * Cases of one kind that are open on a day: all of them, then by age band; null where the extracts
 * do not speak of the
 * day.
 */
export interface OpenRow {
  readonly period: string;
  readonly day: Day;
  readonly heading: string;
  readonly all: CountCell | null;
  readonly bands: readonly (CountCell | null)[];
}

/** A row for each period and kind of case. `place` is the area, as figures call it. */
export function openCasesTable(
  periods: readonly CutSpan[],
  { populations }: Pick<FoiSource, "populations">,
  counts: ReturnType<FoiSource["open"]>,
  place: string,
): OpenRow[] {
  return periods.flatMap(({ label, end }, i) =>
    populations.map(({ id, heading, measure }): OpenRow => {
      const keyOf = (breakdown: string, group: string): FigureKey => ({
        measure,
        place,
        breakdown,
        group,
        unit: "own",
        first: end,
        last: end,
        adds: true,
      });
      const bands = counts[i][id].map((value, band): CountCell | null =>
        value === null
          ? null
          : {
              value,
              of: [`${i} ${id} ${ageBands[band]}`],
              key: keyOf("age_band", ageBands[band]),
            },
      );
      const known = bands.flatMap((cell) => cell ?? []);
      const all =
        known.length < bands.length
          ? null
          : {
              value: known.reduce((sum, cell) => sum + cell.value, 0),
              of: known.flatMap(({ of }) => of),
              key: keyOf("all", "all"),
            };
      return { period: label, day: end, heading, all, bands };
    }),
  );
}
