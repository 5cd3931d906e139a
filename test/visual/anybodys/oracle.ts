import { SPELLINGS } from "./periods";
import type { DrawnRow } from "./read-row";
import type { Shape } from "./shape";
import type { Truth } from "./truth";

/** What is so of the latest figure of a KPI, worked out from its truth alone. */
interface Latest {
  /** Null where the latest is words, or there is none. */
  readonly value: number | null;
  /** The figure of the period before; undefined where there are two of them. */
  readonly before: number | null | undefined;
  /** Two different figures, or targets, stand for the latest period. */
  readonly torn: boolean;
}

function latestOf({ figures, target }: Truth, { noise, layout }: Shape): Latest {
  const last = figures.map(({ value }) => value !== null).lastIndexOf(true);
  const value = noise.words !== null ? null : (figures[last]?.value ?? null);
  return {
    value,
    before: noise.conflict === 1 ? undefined : (figures[last - 1]?.value ?? null),
    torn:
      (noise.conflict === 0 || (noise.rival && target !== null)) && last >= 0 && layout !== "flat",
  };
}

/** A cell that is a figure without a question mark; NaN where it is none. */
const figureIn = (text: string): number =>
  /^-?£?\d{1,3}(,\d{3})*(\.\d+)?%?$/.test(text) ? Number(text.replace(/[£,%]/g, "")) : NaN;
const decimalsIn = (text: string): number => /\.(\d+)/.exec(text)?.[1].length ?? 0;

/** Whether a table leaves no doubt of a KPI, so that its figure and status have to be drawn. */
export function isPlain(shape: Shape, index: number): boolean {
  const { noise, layout, value, target, unit, kpis, spellings } = shape;
  const kpi = kpis[index];
  // Figures up to 1 among percentages may be shares.
  const small = [kpi.target, ...kpi.figures.map((figure) => figure.value)].some(
    (figure) => figure !== null && kpi.kind === "percent" && figure <= 1,
  );
  const quiet =
    noise.conflict === null &&
    noise.totals === "none" &&
    noise.words === null &&
    !noise.coarser &&
    !noise.rival;
  const alike =
    value !== "bareShare" &&
    value !== "decimalComma" &&
    (value === "share" ? target !== "number" : target !== "share");
  return (
    quiet &&
    !small &&
    // Dates of another KPI that are written month first make those of the whole column unsure.
    !spellings.slice(0, kpis.length).includes("monthFirst") &&
    alike &&
    kpi.figures.some((figure) => figure.value !== null) &&
    (layout === "flat" || layout === "hierarchy" || SPELLINGS[spellings[index]].certain) &&
    (kpi.kind === "count" || unit || !/^(number|text)$/.test(value))
  );
}

/** What is wrong with the drawn row of a KPI; null where it is right, or visibly not sure. */
export function faultOf(shape: Shape, index: number, row: DrawnRow | undefined): string | null {
  const kpi = shape.kpis[index];
  if (!row) return "no row";
  // Months or quarters without a year: the row says which it took for the first.
  if (/\(year from/.test(row.asAt) && row.value.endsWith("?")) return null;
  const { value, before, torn } = latestOf(kpi, shape);
  const shown = figureIn(row.value);
  const sure = !Number.isNaN(shown);
  const near = (a: number, b: number): boolean =>
    Math.abs(a - b) <= 0.5000001 * 10 ** -decimalsIn(row.value);
  if (sure) {
    if (value === null) return `a figure where there is none: ${row.value}`;
    if (torn) return `one of two figures: ${row.value}`;
    const share = !row.value.includes("%") && kpi.kind === "percent" && shape.value === "bareShare";
    if (!near(shown, share ? value / 100 : value)) return `${row.value} for ${value}`;
  }
  const { target, higherIsBetter } = kpi;
  const rated = row.status === "Met" || row.status === "Missed" || row.status === "Near";
  const polarity =
    shape.layout !== "measures" && (shape.polarity !== "none" || shape.target === "words");
  if (rated) {
    if (value === null || target === null || torn || !polarity)
      return `${row.status} without a reason`;
    // Where nothing says per cent, the figures are what they look like.
    const bare = shape.value === "bareShare" && !shape.unit && shape.target === "number";
    const figure = bare ? value / 100 : value;
    const met = higherIsBetter ? figure >= target : figure <= target;
    if (row.status !== (met ? "Met" : "Missed")) return `${row.status}: ${value} against ${target}`;
  }
  if (row.direction !== "") {
    if (value === null || torn || before === undefined) return `${row.direction} of nothing`;
    const [arrow, word] = row.direction.split(", ");
    const moved = before === null ? null : Math.sign(value - before);
    const said = { up: 1, down: -1, "no change": 0 }[arrow];
    if (moved === null) return `${row.direction} from no figure`;
    const printed = (figure: number): number => {
      const scale = 10 ** decimalsIn(row.value) / (shape.value === "bareShare" ? 100 : 1);
      return Math.floor(Number((figure * scale).toFixed(6)) + 0.5);
    };
    const alike = before !== null && value !== null && printed(before) === printed(value);
    if (said !== moved && !(said === 0 && alike))
      return `${row.direction} from ${before} to ${value}`;
    if (
      word &&
      /improving|worsening/.test(word) &&
      (!polarity || (word === "improving") !== (moved > 0 === higherIsBetter))
    )
      return `${row.direction}, ${higherIsBetter ? "higher" : "lower"} is better`;
  }
  if (!isPlain(shape, index)) return null;
  if (!sure) return `not sure of a plain table: ${row.value}`;
  if (target !== null && polarity && !rated) return `not rated: ${value} against ${target}`;
  return null;
}
