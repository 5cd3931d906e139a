import { MISSING } from "../../../columns/column";
import { dayLabel } from "../../../calendar/periods";
import type { CutSpan } from "../../../calendar/spans";
import type { FoiCounts, FoiSource } from "../../../indicators/foi-source";
import { caseloadOn } from "../model/caseload";
import { sen2KnownDays } from "../indicators/figures";
import type { Sen2Model } from "../model/model";
import { openRequestRows } from "../views/open-request-view";
import type { ViewRows } from "../../../indicators/view";
import type { KnownDays } from "../../../indicators/known-days";
import { ageBands } from "../../../star/age-bands";
import { foiMeasures, impliedMeasures } from "./foi-measures";
import { formNames } from "../read/return";

const isKnown = ({ intervals }: KnownDays, { start, end }: CutSpan): boolean =>
  intervals.some(({ from, to }) => from <= start && to >= end);

/** What happened in each period. Periods follow on from each other. */
function countEvents(model: Sen2Model, periods: readonly CutSpan[]): FoiCounts[] {
  const known = sen2KnownDays(model.periods);
  const facts: Readonly<Record<string, ViewRows>> = { ...model.events };
  const first = periods[0].start;
  const periodOf = Int32Array.from(
    periods.flatMap(({ start, end }, i) => new Array<number>(end - start + 1).fill(i)),
  );
  const columns = foiMeasures.map(({ id, fact, date, flag, known: name }) => {
    const { count, dates, measures } = facts[fact];
    const [days, flags] = [dates[date], measures[flag]];
    const counts = new Int32Array(periods.length);
    for (let row = 0; row < count; row++) {
      const at = days[row] === MISSING ? -1 : days[row] - first;
      if (flags[row] > 0 && at >= 0 && at < periodOf.length) counts[periodOf[at]]++;
    }
    return {
      id,
      value: (i: number): number | null => (isKnown(known[name], periods[i]) ? counts[i] : null),
    };
  });
  return periods.map((_, i) => Object.fromEntries(columns.map(({ id, value }) => [id, value(i)])));
}

/** Cases that are open on a day. */
export const openPopulations = [
  {
    id: "requests_awaiting",
    measure: "requests.awaiting",
    heading: "Requests awaiting a decision",
    definition:
      "Requests received by the day and not decided or withdrawn by then. Age on the day the request was received.",
  },
  {
    id: "assessments_open",
    measure: "requests.open",
    heading: "Assessments under way",
    definition:
      "Assessments agreed by the day that had not ended in a plan, a decision not to " +
      "issue one or a withdrawal. Age on the day the request was received.",
  },
  {
    id: "plans_in_force",
    measure: "caseload.in_force",
    heading: "Plans in force",
    definition:
      "Children and young people with an EHC plan of this authority on the day. Age on the 31 August before.",
  },
] as const;

function byBand(bands: ArrayLike<number>, is: (row: number) => boolean): number[] {
  const counts = ageBands.map(() => 0);
  for (let row = 0; row < bands.length; row++) if (is(row)) counts[bands[row]]++;
  return counts;
}

/**
 * Cases open on the last day of each period, by population and age band (in the order of
 * `ageBands`).
 */
function countOpen(
  model: Sen2Model,
  periods: readonly CutSpan[],
): Readonly<Record<string, readonly (number | null)[]>>[] {
  const known = sen2KnownDays(model.periods);
  const unknown = ageBands.map(() => null);
  return periods.map(({ end }) => {
    const open = known.requests.has(end) ? openRequestRows(model, end).measures : null;
    const load = known.plans.has(end) ? caseloadOn(model, end) : null;
    return {
      requests_awaiting: open
        ? byBand(model.requests.ageBand, (row) => open.awaiting[row] === 1)
        : unknown,
      assessments_open: open
        ? byBand(model.requests.ageBand, (row) => open.open[row] === 1)
        : unknown,
      plans_in_force: load ? byBand(load.ageBand, () => true) : unknown,
    };
  });
}

/** What SEN2 returns tell for a pack of a freedom of information request. */
export function sen2FoiSource(model: Sen2Model): FoiSource {
  const known = sen2KnownDays(model.periods);
  return {
    columns: foiMeasures,
    implied: impliedMeasures,
    populations: openPopulations,
    events: (periods) => countEvents(model, periods),
    open: (periods) => countOpen(model, periods),
    extracts: model.returns.map(
      ({ year, form, referenceDate }) =>
        `SEN2 return ${year} (${formNames[form]}), as at ${dayLabel(referenceDate)}`,
    ),
    requestsTo: known.requests.end,
    plansTo: known.plans.end,
    planDays: model.options.limits.planDays,
  };
}
