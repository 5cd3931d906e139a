import { MISSING } from "../../../columns/column";
import type { Grouped } from "../../../columns/column-source";
import { dayLabel } from "../../../calendar/periods";
import type { CutSpan } from "../../../calendar/spans";
import type { FoiCounts, FoiDoubt, FoiSource } from "../../../indicators/foi-source";
import { verdictOn, type Verdict } from "../../../indicators/gate";
import type { FigureOfPeriod } from "../../../indicators/kpi-value-rows";
import type { ExtractContext } from "../../collection";
import { sen2Gaps } from "../indicators/gaps";
import { caseloadOn } from "../model/caseload";
import { sen2KnownDays } from "../indicators/figures";
import type { Sen2Model } from "../model/model";
import { caseloadRows } from "../views/caseload-view";
import { openRequestRows } from "../views/open-request-view";
import type { ViewRows } from "../../../indicators/view";
import type { KnownDays } from "../../../indicators/known-days";
import { ageBands } from "../../../star/age-bands";
import { foiMeasures, impliedMeasures, type FoiMeasure } from "./foi-measures";
import { formNames } from "../read/return";

/** What is said of a number of a pack, as of a figure that rests on the same. */
type FoiGate = (figure: FigureOfPeriod) => Verdict | null;

const isKnown = ({ intervals }: KnownDays, { start, end }: CutSpan): boolean =>
  intervals.some(({ from, to }) => from <= start && to >= end);

const eventsOf = ({ events }: Sen2Model): Readonly<Record<string, ViewRows>> => ({ ...events });

/** How many rows have a flag, by the period that their date lies in. */
function countFlag(
  { count, dates, measures }: ViewRows,
  date: string,
  flag: string,
  periods: readonly CutSpan[],
): Int32Array {
  const first = periods[0].start;
  const periodOf = Int32Array.from(
    periods.flatMap(({ start, end }, i) => new Array<number>(end - start + 1).fill(i)),
  );
  const [days, flags] = [dates[date], measures[flag]];
  const counts = new Int32Array(periods.length);
  for (let row = 0; row < count; row++) {
    const at = days[row] === MISSING ? -1 : days[row] - first;
    if (flags[row] > 0 && at >= 0 && at < periodOf.length) counts[periodOf[at]]++;
  }
  return counts;
}

/** What happened in each period, past the gate. Periods follow on from each other. */
function countEvents(model: Sen2Model, gate: FoiGate, periods: readonly CutSpan[]): FoiCounts[] {
  const known = sen2KnownDays(model.periods);
  const facts = eventsOf(model);
  const columns = foiMeasures.map((measure) => {
    const { id, fact, date, flag, known: name } = measure;
    const counts = countFlag(facts[fact], date, flag, periods);
    const verdicts = eventVerdicts(gate, measure, periods);
    return {
      id,
      value: (i: number): number | null =>
        isKnown(known[name], periods[i]) && verdicts[i]?.is !== "hidden" ? counts[i] : null,
    };
  });
  return periods.map((_, i) => Object.fromEntries(columns.map(({ id, value }) => [id, value(i)])));
}

/** What the gate says of a column in each period. */
const eventVerdicts = (
  gate: FoiGate,
  { restsAs }: FoiMeasure,
  periods: readonly CutSpan[],
): readonly (Verdict | null)[] =>
  periods.map(({ start, end }) => gate({ indicator: restsAs, breakdown: "all", start, end }));

/** Cases that are open on a day. */
const openPopulations = [
  {
    id: "requests_awaiting",
    measure: "requests.awaiting",
    restsAs: "ehc_requests_awaiting_decision",
    heading: "Requests awaiting a decision",
    definition:
      "Requests received by the day and not decided or withdrawn by then. Age on the day the request was received.",
  },
  {
    id: "assessments_open",
    measure: "requests.open",
    restsAs: "ehc_assessments_open",
    heading: "Assessments under way",
    definition:
      "Assessments agreed by the day that had not ended in a plan, a decision not to " +
      "issue one or a withdrawal. Age on the day the request was received.",
  },
  {
    id: "plans_in_force",
    measure: "caseload.in_force",
    restsAs: "ehc_plans_maintained",
    heading: "Plans in force",
    definition:
      "Children and young people with an EHC plan of this authority on the day. Age on the 31 August before.",
  },
] as const;

/** How many rows there are in each band, in the order of `ageBands`. */
function byBand(bands: Grouped, is: (row: number) => boolean): number[] {
  const counts = new Map<string, number>(ageBands.map((band) => [band, 0]));
  for (let row = 0; row < bands.groups.length; row++) {
    const band = bands.values[bands.groups[row]];
    if (is(row)) counts.set(band, counts.get(band)! + 1);
  }
  return [...counts.values()];
}

/** What the gate says of a population on the last day of a period, by age. */
const openVerdict = (gate: FoiGate, restsAs: string, { end }: CutSpan): Verdict | null =>
  gate({ indicator: restsAs, breakdown: "age_band", start: end, end });

/**
 * Cases open on the last day of each period, by population and age band (in the order of
 * `ageBands`), past the gate.
 */
function countOpen(
  model: Sen2Model,
  gate: FoiGate,
  periods: readonly CutSpan[],
): Readonly<Record<string, readonly (number | null)[]>>[] {
  const known = sen2KnownDays(model.periods);
  const unknown = ageBands.map(() => null);
  const ofRequests = model.events.request.breakdowns.age_band!;
  return periods.map((period) => {
    const { end } = period;
    const open = known.requests.has(end) ? openRequestRows(model, end).measures : null;
    const load = known.plans.has(end) ? caseloadOn(model, end) : null;
    const counts: Readonly<Record<string, readonly (number | null)[]>> = {
      requests_awaiting: open ? byBand(ofRequests, (row) => open.awaiting[row] === 1) : unknown,
      assessments_open: open ? byBand(ofRequests, (row) => open.open[row] === 1) : unknown,
      plans_in_force: load
        ? byBand(caseloadRows(model, load).breakdowns.age_band!, () => true)
        : unknown,
    };
    return Object.fromEntries(
      openPopulations.map(({ id, restsAs }) => [
        id,
        openVerdict(gate, restsAs, period)?.is === "hidden" ? unknown : counts[id],
      ]),
    );
  });
}

/** The columns and populations that were read in part, each once, with the worst that is said. */
function doubtsOf(gate: FoiGate, periods: readonly CutSpan[]): FoiDoubt[] {
  const told = [
    ...foiMeasures.map((measure) => ({
      heading: measure.heading,
      verdicts: eventVerdicts(gate, measure, periods),
    })),
    ...openPopulations.map(({ heading, restsAs }) => ({
      heading,
      verdicts: periods.map((period) => openVerdict(gate, restsAs, period)),
    })),
  ];
  return told.flatMap(({ heading, verdicts }): FoiDoubt[] => {
    const hidden = verdicts.find((verdict) => verdict?.is === "hidden");
    const worst = hidden ?? verdicts.find((verdict) => verdict?.is === "caution");
    return worst ? [{ heading, isHidden: hidden !== undefined, why: worst.note }] : [];
  });
}

/** What SEN2 returns tell for a pack of a freedom of information request. */
export function sen2FoiSource(
  model: Sen2Model,
  { doubts, settings: { coverage } }: Pick<ExtractContext, "doubts" | "settings">,
): FoiSource {
  const gapsOf = sen2Gaps(model);
  const gate: FoiGate = (figure) => verdictOn([...gapsOf(figure), ...doubts], coverage);
  const known = sen2KnownDays(model.periods);
  return {
    columns: foiMeasures,
    implied: impliedMeasures,
    populations: openPopulations,
    events: (periods) => countEvents(model, gate, periods),
    open: (periods) => countOpen(model, gate, periods),
    doubts: (periods) => doubtsOf(gate, periods),
    extracts: model.returns.map(
      ({ year, form, referenceDate }) =>
        `SEN2 return ${year} (${formNames[form]}), as at ${dayLabel(referenceDate)}`,
    ),
    requestsTo: known.requests.end,
    plansTo: known.plans.end,
    planDays: model.options.limits.planDays,
  };
}
