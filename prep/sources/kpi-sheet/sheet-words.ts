import type { Movement } from "../../../src/kpi/direction";
import type { Frequency } from "../../../src/kpi/frequency";
import type { Polarity } from "../../../src/kpi/polarity";
import type { Target } from "../../../src/kpi/target";
import type { Tolerance } from "../../../src/kpi/tolerance";
import { UNIT_FORMS, type Unit } from "../../../src/kpi/unit";
import type { KpiCell } from "./cell";

type Table<T> = readonly { readonly form: RegExp; readonly is: T }[];

const look = <T>(table: Table<T>, text: string): T | null =>
  table.find(({ form }) => form.test(text.trim()))?.is ?? null;

/** Arrows and words for a required or printed direction. */
const DIRECTIONS: Table<Movement> = [
  { form: /^[▲↑⬆🔼🡅]\uFE0F?$|^(up|increase[ds]?|increasing|higher|rise[ns]?)$/iu, is: "up" },
  { form: /^[▼↓⬇🔽🡇]\uFE0F?$|^(down|decrease[ds]?|decreasing|lower|fallen|falls?)$/iu, is: "down" },
  { form: /^[↔→⇔►▶⬌]\uFE0F?$|^(same|no change|static|stable|steady|maintained)$/iu, is: "same" },
];

/** The arrow that a cell prints, or null for none. */
export const readArrow = (text: string): Movement | null => look(DIRECTIONS, text);

const POLARITIES: Table<Polarity> = [
  { form: /^(neutral|neither|none|for information|contextual|-)$/i, is: "neutral" },
  { form: /\b(higher|high|increas\w*|more|above|maximi[sz]e\w*)\b/i, is: "higher" },
  { form: /\b(lower|low|decreas\w*|reduc\w*|less|fewer|below|minimi[sz]e\w*)\b/i, is: "lower" },
];

/** Which way is better, from an arrow or words such as "Higher is better"; null where the cell does not say, or says both. */
export function readPolarity(text: string): Polarity | null {
  const arrow = readArrow(text);
  if (arrow !== null) return arrow === "up" ? "higher" : arrow === "down" ? "lower" : "neutral";
  const hits = POLARITIES.filter(({ form }) => form.test(text.trim()));
  return hits.length === 1 ? hits[0].is : null;
}

const FREQUENCIES: Table<Frequency> = [
  { form: /rolling/i, is: "rolling_12_months" },
  { form: /year[- ]to[- ]date|ytd/i, is: "year_to_date" },
  { form: /month|weekly|daily/i, is: "month" },
  { form: /half[- _]?term/i, is: "half_term" },
  { form: /term/i, is: "term" },
  { form: /quarter/i, is: "quarter" },
  { form: /academic/i, is: "academic_year" },
  { form: /financial/i, is: "financial_year" },
  { form: /census|snapshot/i, is: "census" },
  { form: /annual|year/i, is: "calendar_year" },
];

/** How often, from words such as "Monthly" or "(Termly data)"; null where they do not say. */
export const readFrequency = (text: string): Frequency | null => look(FREQUENCIES, text);

const NAME_FREQUENCIES: Table<Frequency> = [
  { form: /\btermly\b/i, is: "term" },
  { form: /\bquarterly\b/i, is: "quarter" },
  { form: /\b(annual|yearly) (data|update|figure)\b/i, is: "academic_year" },
  { form: /\brolling (12|twelve) months\b/i, is: "rolling_12_months" },
];

/** How often a KPI is made where its name says so, such as "(Termly data)". */
export const frequencyInName = (name: string): Frequency | null => look(NAME_FREQUENCIES, name);

/** Whether the name says that the figure runs on from the start of a year. */
export const isCumulativeName = (name: string): boolean =>
  /\bcumulative\b|\byear to date\b|\bytd\b/i.test(name);

const NAME_UNITS: Table<Unit> = [
  { form: /%|\bper ?cent\b|\bpercentage\b|\bproportion\b/i, is: "percent" },
  { form: /\bFTE\b/, is: "fte" },
  { form: /\brate\b|\bscore\b/i, is: "score" },
];

/** The unit that a KPI's name gives away; a plain number otherwise. "No / %" promises a number with a percentage behind it. */
export const unitInName = (name: string): Unit =>
  /^no\.?\s*\/\s*%/i.test(name.trim()) ? "count" : (look(NAME_UNITS, name) ?? "count");

/** A unit as the template lists it; null where it is none of ours. */
export function readUnit(text: string): Unit | null {
  const folded = text.trim().toLowerCase();
  const found = (Object.keys(UNIT_FORMS) as Unit[]).find(
    (unit) => unit === folded || UNIT_FORMS[unit].name === folded,
  );
  return (
    found ??
    (folded === "%"
      ? "percent"
      : folded === "£"
        ? "gbp"
        : folded === "£m"
          ? "gbp_m"
          : folded === "fte"
            ? "fte"
            : null)
  );
}

const RELATIVE: Table<"england" | "region" | "neighbours"> = [
  { form: /\b(national|england)\b/i, is: "england" },
  { form: /\bregion(al)?\b/i, is: "region" },
  { form: /\bneighbours?\b|\bSNs?\b/i, is: "neighbours" },
];

/** The target that a cell states: a number, a comparator ("Below National"), or why there is none. Null where it cannot be read. */
export function readTarget(cell: KpiCell): Target | null {
  if (cell.status === "ok" && cell.value !== null) return { kind: "number", value: cell.value };
  if (
    cell.status === "to_be_confirmed" ||
    cell.status === "being_scoped" ||
    cell.status === "awaiting"
  )
    return { kind: "none", reason: "target_not_set" };
  if (cell.status === "not_applicable" || cell.status === "not_available")
    return { kind: "none", reason: "target_not_applicable" };
  if (cell.status === "missing") return { kind: "none", reason: "no_target" };
  const comparator = look(RELATIVE, cell.words);
  return comparator === null ? null : { kind: "comparator", comparator };
}

/** A tolerance such as `5`, `5 points`, `5 pp`, `10% of target`, `90 to 100` (bounds); undefined where it cannot be read, null where blank. */
export function readTolerance(text: string): Tolerance | null | undefined {
  const words = text.trim().toLowerCase();
  if (words === "") return null;
  const [, amount, rest] = /^(\d+(?:\.\d+)?)\s*(.*)$/.exec(words) ?? [];
  if (amount === undefined) return undefined;
  if (rest === "") return { kind: "absolute", amount: Number(amount) };
  if (/^(pp|points?|percentage points?)$/.test(rest))
    return { kind: "percentage_points", amount: Number(amount) };
  if (/^(%|per ?cent) of (the )?target$/.test(rest))
    return { kind: "percent_of_target", percent: Number(amount) };
  const upper = /^(?:to|-)\s*(\d+(?:\.\d+)?)$/.exec(rest)?.[1];
  return upper === undefined
    ? undefined
    : { kind: "bounds", lower: Number(amount), upper: Number(upper) };
}
