import { bySeverity, exceptionKind } from "../kpi/exception";
import type { ColumnId } from "../settings/column-ids";
import type { Kpi } from "./kpi";

/** A line of the scorecard: a section's heading or a KPI. */
export type Line =
  | {
      readonly kind: "section";
      readonly id: string;
      readonly name: string;
      readonly level: 1 | 2;
      readonly kpis: readonly Kpi[];
      readonly collapsed: boolean;
    }
  | { readonly kind: "kpi"; readonly kpi: Kpi };

interface Arrangement {
  readonly sections: boolean;
  readonly collapsed: readonly string[];
  readonly sort: { readonly column: ColumnId; readonly descending: boolean } | null;
  readonly furthest: boolean;
  readonly exceptions: boolean;
}

const RATING_ORDER = { missed: 0, near: 1, met: 2, not_rated: 3 } as const;
const JUDGEMENT_ORDER = { worsening: 0, steady: 1, improving: 2 } as const;

const LEVEL_ORDER = { poor: 0, fair: 1, other: 2, good: 3, done: 4, none: 5 } as const;

/** What a column sorts by; null goes last whichever way. */
const SORT_BY: Readonly<Record<ColumnId, (kpi: Kpi) => number | string | null>> = {
  number: ({ number }) => number,
  priority: ({ priority }) => priority,
  indicator: ({ name }) => name,
  value: ({ latest }) => latest.value,
  direction: ({ direction: { judgement } }) =>
    judgement === null ? null : JUDGEMENT_ORDER[judgement],
  previous: ({ previous }) => previous.value,
  target: ({ latest }) => latest.target,
  status: ({ latest }) => RATING_ORDER[latest.rating.rating],
  ownStatus: ({ own: { status, level } }) => (status === null ? null : LEVEL_ORDER[level]),
  ownDirection: ({ own }) => own.direction,
  trend: ({ direction }) => direction.change,
  months: ({ latest }) => RATING_ORDER[latest.rating.rating],
  england: ({ england }) => england?.value ?? null,
  region: ({ region }) => region?.value ?? null,
  neighbours: ({ neighbours, average }) => neighbours?.rank ?? average?.value ?? null,
  gap: ({ distance }) => (distance === null ? null : -distance),
  spc: ({ spc }) => spc()?.variation ?? null,
  asAt: ({ asAt }) => asAt,
  owner: ({ notes }) => notes.owner,
  commentary: ({ notes }) => notes.commentary,
};

/**
 * An exception is a KPI that misses its target or is getting worse, or has no rating and a poor
 * status of the author's.
 */
const isException = ({ latest: { rating }, direction, own }: Kpi): boolean =>
  exceptionKind(rating.rating, direction.judgement) !== null ||
  (rating.rating === "not_rated" && own.status !== null && own.level === "poor");

/**
 * The lines to draw, in order. Sorted or filtered lists have no sections; otherwise sections stand
 * where they first appear, each with its sub-sections.
 */
export function arrange(
  kpis: readonly Kpi[],
  { sections, collapsed, sort, furthest, exceptions }: Arrangement,
): Line[] {
  const shown = exceptions ? kpis.filter(isException) : kpis;
  if (sort || furthest || exceptions)
    return sorted(shown, sort).map((kpi) => ({ kind: "kpi", kpi }));
  if (!sections || shown.every(({ section }) => section === null))
    return shown.map((kpi) => ({ kind: "kpi", kpi }));
  return [...grouped(shown, ({ section }) => section)].flatMap(([name, members]): Line[] => {
    const closed = collapsed.includes(name);
    const heading: Line = {
      kind: "section",
      id: name,
      name,
      level: 1,
      kpis: members,
      collapsed: closed,
    };
    if (closed) return [heading];
    if (members.every(({ subsection }) => subsection === null))
      return [heading, ...members.map((kpi): Line => ({ kind: "kpi", kpi }))];
    return [
      heading,
      ...[...grouped(members, ({ subsection }) => subsection)].flatMap(([part, list]): Line[] => {
        const id = `${name}\u001f${part}`;
        const shut = collapsed.includes(id);
        return [
          { kind: "section", id, name: part, level: 2, kpis: list, collapsed: shut },
          ...(shut ? [] : list.map((kpi): Line => ({ kind: "kpi", kpi }))),
        ];
      }),
    ];
  });
}

function sorted(kpis: readonly Kpi[], sort: Arrangement["sort"]): Kpi[] {
  if (sort === null)
    return [...kpis].sort((a, b) =>
      bySeverity(
        { rating: a.latest.rating.rating, distance: a.distance },
        { rating: b.latest.rating.rating, distance: b.distance },
      ),
    );
  const read = SORT_BY[sort.column];
  const sign = sort.descending ? -1 : 1;
  return [...kpis].sort((a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === "number" && typeof right === "number") return sign * (left - right);
    return sign * String(left).localeCompare(String(right), "en-GB", { numeric: true });
  });
}

function grouped(kpis: readonly Kpi[], by: (kpi: Kpi) => string | null): Map<string, Kpi[]> {
  const groups = new Map<string, Kpi[]>();
  for (const kpi of kpis) {
    const name = by(kpi) ?? "";
    const list = groups.get(name);
    if (list) list.push(kpi);
    else groups.set(name, [kpi]);
  }
  return groups;
}
