import type { Kpi, Point } from "../../model/kpi";
import type { Words } from "../../host/words";
import { html } from "../element";
import { statusIcon } from "../icon";

/**
 * The twelve months of the reporting year that the latest figure lies in, from the first month on
 * (1 is January); null where there is no figure.
 */
function monthsOfYear(kpi: Kpi, firstMonth: number): { month: number; point: Point | null }[] {
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
    return { month, point: byMonth.get(`${year}-${month}`) ?? null };
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
export function monthStrip(kpi: Kpi, firstMonth: number, words: Words): HTMLElement {
  const cells = monthsOfYear(kpi, firstMonth).map(({ month, point }) => {
    const name = words(`month_${month + 1}`);
    const said =
      point === null || point.value === null
        ? words("no_figure")
        : words(`rating_${point.rating.rating}`);
    const shape =
      point === null || point.value === null
        ? html("i", { class: "no-figure" })
        : statusIcon(point.rating.rating);
    return html(
      "li",
      { class: point?.rating.rating ?? "future" },
      html("span", { "aria-hidden": "true" }, name.slice(0, 1)),
      shape,
      html("span", { class: "sr-only" }, `${name} ${said}`),
    );
  });
  return html("ol", { class: "months" }, ...cells);
}
