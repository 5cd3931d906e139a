import type { MeasureParts, MeasureSelection } from "../../indicators/counted-as";
import { spanEnds, type Ledger, type LedgerSeries, type TimeMap } from "./ledger";
import { sparseRow, type SparseRow } from "./sparse-row";

const ALL = { breakdown: "all", group: "all" } as const;

const timesOf = (series: Iterable<LedgerSeries>, of: TimeMap): Set<number> =>
  new Set([...series].flatMap((one) => [...one[of].keys()]));

/** A whole less its parts in a unit of time. */
function difference(
  ledger: Ledger,
  { whole, parts }: Pick<Divided, "whole" | "parts">,
  time: number,
  of: TimeMap,
): SparseRow {
  const terms = parts.flatMap((part): [number, number][] =>
    part[of].has(time) ? [[part[of].get(time)!, -1]] : [],
  );
  return sparseRow([[ledger.unknown(whole, time, of), 1], ...terms]);
}

function listsBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list) list.push(item);
    else lists.set(keyOf(item), [item]);
  }
  return lists;
}

/**
 * Everybody less all groups of a breakdown, for each breakdown and unit of time: every breakdown
 * divides all that its measure counts.
 */
export function breakdownRelations(ledger: Ledger, by: TimeMap = "unknowns"): SparseRow[] {
  const divided = ledger.all.filter(({ breakdown }) => breakdown !== "all");
  return [
    ...listsBy(
      divided,
      ({ measure, place, breakdown }) => `${measure}\n${place}\n${breakdown}`,
    ).values(),
  ].flatMap((groups) => {
    const whole = ledger.open({ ...groups[0], ...ALL });
    return [...timesOf(groups, by)].map((time) =>
      difference(ledger, { whole, parts: groups }, time, by),
    );
  });
}

/** A whole with its parts and, unless they are all of it, the rest. */
export interface Divided {
  readonly whole: LedgerSeries;
  readonly parts: readonly LedgerSeries[];
  readonly rest: LedgerSeries | null;
  readonly restTells: boolean;
}

/**
 * Where measures that contain others meet them: for each group of the whole whose parts are there
 * too.
 */
export function dividedSeries(ledger: Ledger, relations: readonly MeasureParts[]): Divided[] {
  const byMeasure = listsBy(ledger.all, ({ measure }) => measure);
  return relations.flatMap(({ whole: measure, parts: names, exact, restTells = false }) =>
    (byMeasure.get(measure) ?? []).flatMap((whole): Divided[] => {
      const parts = names.flatMap((name) => ledger.find({ ...whole, measure: name }) ?? []);
      if (parts.length === 0 || (exact && parts.length < names.length)) return [];
      return [
        {
          whole,
          parts,
          rest: exact
            ? null
            : ledger.open({
                ...whole,
                measure: `${measure} less ${parts.map((part) => part.measure).join(", ")}`,
              }),
          restTells,
        },
      ];
    }),
  );
}

/** A whole less its parts and the rest, for each unit of time. */
export const partRelations = (
  ledger: Ledger,
  divided: readonly Divided[],
  by: TimeMap = "unknowns",
): SparseRow[] =>
  divided.flatMap(({ whole, parts, rest }) =>
    [...timesOf([whole, ...parts], by)].map((time) => {
      if (rest) ledger.unknown(rest, time, by);
      // A part without a figure of the span may still have been counted.
      if (by === "spans") for (const part of parts) ledger.unknown(part, time, by);
      return difference(ledger, { whole, parts: rest ? [...parts, rest] : parts }, time, by);
    }),
  );

/**
 * Groups that a measure cannot have, for it is some other groups of that breakdown: zero whatever
 * is published.
 */
export const impossibleGroups = (
  ledger: Ledger,
  selections: readonly MeasureSelection[],
): SparseRow[] =>
  selections.flatMap(({ measure, breakdown, groups }) =>
    ledger.all
      .filter(
        (series) =>
          series.measure === measure &&
          series.breakdown === breakdown &&
          !groups.includes(series.group),
      )
      .flatMap(({ unknowns }) =>
        [...unknowns.values()].map((unknown) => ({ at: [unknown], by: [1] })),
      ),
  );

/** A measure less the groups of another that it is. */
export const selectionRelations = (
  ledger: Ledger,
  selections: readonly MeasureSelection[],
  by: TimeMap = "unknowns",
): SparseRow[] =>
  selections.flatMap(({ measure, of, breakdown, groups }) =>
    ledger.all
      .filter((series) => series.measure === measure && series.breakdown === "all")
      .flatMap((whole) => {
        const selected = groups.flatMap(
          (group) => ledger.find({ measure: of, place: whole.place, breakdown, group }) ?? [],
        );
        if (selected.length === 0) return [];
        const same = selected.flatMap((series) => {
          const mine = ledger.find({ ...series, measure });
          return mine ? [[mine, series] as const] : [];
        });
        return [
          ...[...timesOf([whole], by)]
            .filter((time) => selected.every((one) => one[by].has(time)))
            .map((time) => difference(ledger, { whole, parts: selected }, time, by)),
          ...same.flatMap(([mine, series]) =>
            [...timesOf([mine], by)]
              .filter((time) => series[by].has(time))
              .map((time) => difference(ledger, { whole: mine, parts: [series] }, time, by)),
          ),
        ];
      }),
  );

/** Each span less its units of time, and each year less its quarters where it has them. */
export const spanRelations = (ledger: Ledger): SparseRow[] =>
  ledger.all.flatMap(({ unknowns, spans }) =>
    [...spans].flatMap(([span, unknown]) => {
      const [first, last] = spanEnds(span);
      const units = Array.from({ length: last - first + 1 }, (_, i) => unknowns.get(first + i));
      const quarters = [...spans].filter(([other]) => {
        const [from, to] = spanEnds(other);
        return from >= first && to <= last && to - from === 2 && (from - first) % 3 === 0;
      });
      const less = (parts: readonly (number | undefined)[]): SparseRow[] =>
        parts.some((part) => part === undefined)
          ? []
          : [sparseRow([[unknown, 1], ...parts.map((part): [number, number] => [part!, -1])])];
      return [
        ...less(units),
        ...(last - first === 11 && quarters.length === 4
          ? less(quarters.map(([, quarter]) => quarter))
          : []),
      ];
    }),
  );
