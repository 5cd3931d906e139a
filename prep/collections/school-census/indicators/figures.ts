import { dayLabel } from "../../../calendar/periods";
import {
  academicYear,
  academicYearOf,
  termLabel,
  termName,
  termStart,
} from "../../../calendar/terms";
import { countIndicators } from "../../../indicators/count";
import type { DayRows, Spot } from "../../../indicators/count-days";
import type { KnownTerms } from "../../../indicators/count-terms";
import type { Emit } from "../../../indicators/figure";
import { attendanceTerms, reasonTerms, type CensusModel } from "../model/model";
import type { CensusMatch } from "../model/plans";
import { suspensionTerms } from "../model/suspensions";
import { censusIndicators } from "./indicators";
import { OLD_CODES, type CensusRows } from "../views/rows";

const TERMS_A_YEAR = 3;
const NO_RETURN = "No SEN2 return loaded covers the census day";
const NO_SESSION_CODES = "The censuses loaded have no session codes for the whole period";

/** The periods that a census day stands for: its term, and in spring its academic year. */
function spotOf({ referenceDate: day, term }: CensusModel["censuses"][number]): Spot {
  const ofTerm = {
    frequency: "term",
    start: termStart(term),
    end: day,
    label: termLabel(term),
  } as const;
  if (termName(term) !== "Spring") return { day, about: [ofTerm] };
  const { start, label } = academicYear(academicYearOf(term));
  return {
    day,
    about: [
      ofTerm,
      { frequency: "academic_year", start, end: day, label: `${label} on ${dayLabel(day)}` },
    ],
  };
}

/** Pupils on the census days. */
function onCensusDays(
  { censuses }: CensusModel,
  { pupils }: CensusRows,
  matches: readonly (CensusMatch | null)[],
): DayRows {
  const at = (day: number): number =>
    censuses.findIndex(({ referenceDate }) => referenceDate === day);
  return {
    clock: "day",
    months: null,
    census: [],
    spots: censuses.map(spotOf),
    rowsOn: (day) => pupils[at(day)],
    unknown: ({ needs }, day) => (needs === "sen2" && !matches[at(day)] ? NO_RETURN : null),
  };
}

/** Pupils of the January census of each academic year, by the groups of a breakdown. */
function januaryRolls({ censuses }: CensusModel, { pupils }: CensusRows): KnownTerms["roll"] {
  const ofYear = new Map(
    censuses.flatMap(({ term }, c) =>
      termName(term) === "Spring" ? [[academicYearOf(term), pupils[c]] as const] : [],
    ),
  );
  return (year, breakdown) => {
    const rows = ofYear.get(year);
    if (!rows) return null;
    const { breakdowns, count, measures } = rows;
    const groups =
      breakdown === "all"
        ? { values: ["all"], groups: new Uint8Array(count) }
        : breakdowns[breakdown as keyof typeof breakdowns];
    if (!groups) return null;
    const counts = new Float64Array(groups.values.length);
    for (let row = 0; row < count; row++) counts[groups.groups[row]] += measures.on_roll[row];
    return counts;
  };
}

/**
 * Attendance and suspensions by SEN provision rest on censuses from the year before to those that
 * tell of their terms: some of these may have codes that have ended since.
 */
function withOldCodes({ censuses, pupils, lags }: CensusModel): KnownTerms["caution"] {
  const old = censuses.flatMap(({ term }, c) => (pupils[c].oldCodes ? term : []));
  const [before, behind] = [TERMS_A_YEAR, Math.max(lags.attendance, lags.suspension)];
  return (first, last, breakdown) =>
    breakdown === "sen_provision" &&
    old.some((term) => term >= first - before && term <= last + behind)
      ? OLD_CODES
      : null;
}

/** Counts every school census indicator by term, year and breakdown. */
export function censusFigures(
  model: CensusModel,
  rows: CensusRows,
  matches: readonly (CensusMatch | null)[],
  emit: Emit,
): void {
  const { attendance, suspensions } = model;
  const roll = januaryRolls(model, rows);
  const told = attendanceTerms(model);
  const caution = withOldCodes(model);
  countIndicators(
    censusIndicators,
    {
      pupils: onCensusDays(model, rows, matches),
      attendance: {
        clock: "term",
        rows: rows.attendance,
        term: attendance.term,
        terms: told,
        roll,
        caution,
      },
      absence_reason: {
        clock: "term",
        rows: rows.absence_reason,
        term: attendance.term,
        terms: reasonTerms(model),
        more: { terms: told, why: NO_SESSION_CODES },
        roll,
        caution,
      },
      suspension: {
        clock: "term",
        rows: rows.suspension,
        term: suspensions.term,
        terms: suspensionTerms(model),
        roll,
        caution,
      },
    },
    emit,
  );
}
