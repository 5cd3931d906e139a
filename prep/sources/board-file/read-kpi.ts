import { readDay } from "../../calendar/read-day";
import type { Day } from "../../calendar/day";
import { profileNamed } from "../../../src/kpi/rating-profile";
import { readPolarity } from "../../../src/kpi/read-polarity";
import { readNumber } from "../../../src/kpi/read-number";
import { readTargets } from "../../../src/kpi/read-target";
import { readTolerance } from "../../../src/kpi/read-tolerance";
import { readPeriod } from "../kpi-sheet/period-text";
import { readUnit } from "../kpi-sheet/sheet-words";
import type { Baseline, BoardKpi, DatedTarget, TypedKpi } from "./board-file";
import type { BoardRow } from "./cells";
import { FROM_TYPE, kpiColumns, LENS_WORDS, TARGET_TYPE, type KpiField } from "./columns";

const typeOf = (field: KpiField): string =>
  kpiColumns.find((column) => column.field === field)!.type;

/**
 * What a cell says, by a reader of its text; null where it is empty. What is not understood is a
 * finding and null.
 */
function read<T>(row: BoardRow, field: KpiField, reader: (text: string) => T | null): T | null {
  const text = row.text(field);
  if (text === "") return null;
  const value = reader(text);
  if (value === null) row.report("B83", field, typeOf(field));
  return value;
}

const wordsIn = (row: BoardRow, field: KpiField): string | null => row.text(field) || null;

function yesOrNo(text: string): boolean | null {
  if (/^(?:y|yes|true|1|x)$/i.test(text)) return true;
  return /^(?:n|no|none|never|false|0)$/i.test(text) ? false : null;
}

/** A day, or the first or last of a period. */
function dayIn(text: string, end: "start" | "end"): Day | null {
  return readDay(text) ?? readPeriod(text)?.[end] ?? null;
}

/**
 * The targets of a row. A target without a day holds from the beginning; `95 by Mar 26` holds from
 * the end of that month, when it is to be reached.
 */
function targetsOf(row: BoardRow, places: readonly number[]): DatedTarget[] {
  const targets = places.flatMap((target): DatedTarget[] => {
    const words = row.text({ target, is: "target" });
    const fromText = row.text({ target, is: "from" });
    if (words === "") {
      if (fromText !== "") row.report("B83", { target, is: "target" }, TARGET_TYPE);
      return [];
    }
    const reads = readTargets(words);
    if (reads.some(({ kind }) => kind === "not_understood" || kind === "range")) {
      row.report("B83", { target, is: "target" }, TARGET_TYPE);
      return [];
    }
    const given = fromText === "" ? null : dayIn(fromText, "start");
    if (fromText !== "" && given === null) {
      row.report("B83", { target, is: "from" }, FROM_TYPE);
      return [];
    }
    return reads.map((one) => ({
      read: one,
      words,
      from: ("by" in one ? one.by : null) ?? given,
    }));
  });
  const times = (day: Day | null): number => targets.filter(({ from }) => from === day).length;
  const once = targets.filter(({ from }) => times(from) === 1);
  if (once.length < targets.length) row.report("B90", { target: places[0], is: "target" });
  return once.sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
}

function baselineOf(row: BoardRow): Baseline | null {
  const number = read(row, "baseline", readNumber);
  const day = read(row, "baseline_date", (text) => dayIn(text, "end"));
  return number && { value: number.value, unit: number.unit, day };
}

const typedOf = (row: BoardRow, places: readonly number[]): TypedKpi => ({
  cells: Object.fromEntries(
    kpiColumns.flatMap(({ field }) => (row.text(field) === "" ? [] : [[field, row.text(field)]])),
  ),
  targets: places
    .map((target) => ({
      target: row.text({ target, is: "target" }),
      from: row.text({ target, is: "from" }),
    }))
    .filter(({ target, from }) => target !== "" || from !== ""),
});

/** Reads one row of a board. What cannot be read becomes findings; the row is kept. */
export function readKpi(row: BoardRow, places: readonly number[]): BoardKpi {
  const words = (field: KpiField): string | null => wordsIn(row, field);
  return {
    line: row.line,
    typed: typedOf(row, places),
    board: row.text("board"),
    kpi: row.text("kpi") || row.text("printed_name"),
    printedName: words("printed_name"),
    number: words("number"),
    section: words("section"),
    subsection: words("subsection"),
    priority: words("priority"),
    lens: read(
      row,
      "lens",
      (text) => LENS_WORDS.find((lens) => lens === text.toLowerCase()) ?? null,
    ),
    headline: read(row, "headline", yesOrNo),
    polarity: read(row, "polarity", readPolarity),
    polarityReason: words("polarity_reason"),
    unit: read(row, "unit", readUnit),
    decimals: read(row, "decimals", (text) => (/^[0-4]$/.test(text) ? Number(text) : null)),
    targets: targetsOf(row, places),
    tolerance: read(row, "tolerance", (text) => readTolerance(text) ?? null),
    ratingRule: read(row, "rating_rule", (text) => profileNamed(text)?.id ?? null),
    baseline: baselineOf(row),
    owner: words("owner"),
    lead: words("lead"),
    footprint: words("footprint"),
    cumulative: read(row, "cumulative", yesOrNo),
    nextDue: read(row, "next_due", readDay),
    definition: words("definition"),
    words: words("words"),
  };
}
