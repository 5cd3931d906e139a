import type { Rating } from "../../kpi/rating";
import type { Kpi, Point } from "../../model/kpi";
import type { Words } from "../../host/words";
import { html } from "../element";
import { statusIcon } from "../icon";

/** A month, from 0, with the rating of its figure. */
interface RatedMonth {
  readonly month: number;
  /** Null where the data has no such period. */
  readonly rating: Rating | null;
  readonly hasFigure: boolean;
}

/**
 * The twelve months of the reporting year that the latest figure lies in, from the first month on
 * (1 is January); null where there is no figure.
 */
export function monthsOfYear(kpi: Kpi, firstMonth: number): RatedMonth[] {
  const end = kpi.latest.period.end;
  if (end === null) return [];
  const latest = new Date(end * 86_400_000);
  const startYear = latest.getUTCFullYear() - (latest.getUTCMonth() + 1 < firstMonth ? 1 : 0);
  const byMonth = new Map(
    kpi.series.flatMap((point) =>
      point.period.end === null ? [] : [[monthKey(point.period.end), point] as const],
    ),
  );
  return Array.from({ length: 12 }, (_, index) => {
    const month = (firstMonth - 1 + index) % 12;
    const year = startYear + (firstMonth - 1 + index > 11 ? 1 : 0);
    const point: Point | undefined = byMonth.get(`${year}-${month}`);
    return {
      month,
      rating: point?.rating.rating ?? null,
      hasFigure: point !== undefined && point.value !== null,
    };
  });
}

const monthKey = (end: number): string => {
  const date = new Date(end * 86_400_000);
  return `${date.getUTCFullYear()}-${date.getUTCMonth()}`;
};

/**
 * Twelve status shapes with the month's initial above each; months without a figure are empty
 * rings.
 */
export function drawMonths(months: readonly RatedMonth[], words: Words): HTMLElement {
  const cells = months.map(({ month, rating, hasFigure }) => {
    const name = words(`month_${month + 1}`);
    const known = hasFigure ? rating : null;
    const said = known === null ? words("no_figure") : words(`rating_${known}`);
    const shape = known === null ? html("i", { class: "no-figure" }) : statusIcon(known);
    return html(
      "li",
      { class: rating ?? "future" },
      html("span", { "aria-hidden": "true" }, name.slice(0, 1)),
      shape,
      html("span", { class: "sr-only" }, `${name} ${said}`),
    );
  });
  return html("ol", { class: "months" }, ...cells);
}
