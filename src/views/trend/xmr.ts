import type { SpcChart } from "../../kpi/spc";
import { variationIcon } from "../../kpi/spc";
import { formatValue } from "../../kpi/number-format";
import type { Kpi, Point } from "../../model/kpi";
import type { Words } from "../../host/words";
import { svg } from "../element";
import { lineThrough, unbroken } from "../series-lines";

interface ChartMarks {
  readonly marks: readonly SVGElement[];
  readonly labels: { place: number; text: string; className: string }[];
}

/**
 * The mean, the limits and the points of an XmR chart, each point in the NHS colour of its cause;
 * special causes are larger and differ in shape.
 */
export function xmrLines(
  kpi: Kpi,
  spc: SpcChart,
  x: (point: Point) => number,
  y: (value: number) => number,
  words: Words,
): ChartMarks {
  const { series, form } = kpi;
  const marks: SVGElement[] = [];
  const labels: ChartMarks["labels"] = [];
  const lines = [
    ["mean", "mean"],
    ["upper", "limit"],
    ["lower", "limit"],
  ] as const;
  for (const [name, className] of lines) {
    const known = spc.points.flatMap(({ limits }, index) =>
      limits[name] === null ? [] : [{ point: series[index], value: limits[name] }],
    );
    if (known.length === 0) continue;
    // Limits that are worked out anew do not lead over from those before.
    const groups = known.reduce<(typeof known)[]>((all, one) => {
      if (all.length === 0 || one.point.mark.step) all.push([]);
      all[all.length - 1].push(one);
      return all;
    }, []);
    const lines = groups.map((group) =>
      lineThrough(
        group,
        ({ point }) => x(point),
        ({ value }) => y(value),
      ),
    );
    marks.push(svg("path", { class: `xmr-${className}`, d: lines.join("") }));
    const { value } = known[known.length - 1];
    const key = name === "mean" && spc.kind === "g" ? "median" : name;
    labels.push({
      place: y(value),
      text: `${words(`xmr_${key}`)} ${formatValue(value, form)}`,
      className: "xmr",
    });
  }
  for (const run of unbroken(series, kpi))
    marks.push(
      svg("path", { class: "xmr-line", d: lineThrough(run, x, ({ value }) => y(value!)) }),
    );
  series.forEach((point, index) => {
    if (point.value === null) return;
    const kind = point.mark.ghost
      ? "ghost"
      : variationIcon(spc.points[index].cause, kpi.polarity).split("_")[0];
    const at = `translate(${x(point)} ${y(point.value)})`;
    marks.push(
      svg("path", {
        class: `xmr-point ${kind}`,
        d:
          kind === "common" || kind === "ghost"
            ? "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z"
            : kind === "concern"
              ? "M-4-4H4V4H-4Z"
              : "M0-5 5 0 0 5-5 0Z",
        transform: at,
      }),
    );
  });
  return { marks, labels };
}
