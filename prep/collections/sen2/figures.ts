import type { Day } from "../../calendar/day";
import { dayLabel, monthEnd, monthLabel, monthOf, monthStart } from "../../calendar/periods";
import { countFlow } from "../../indicators/count-flow";
import { countSnapshots, type SnapshotDays, type Spot } from "../../indicators/count-snapshot";
import type { Definition, FactView, FlowDefinition, PopulationView, SnapshotDefinition } from "../../indicators/definition";
import type { Emit } from "../../indicators/figure";
import { knownDays, type Interval, type KnownDays } from "../../indicators/known-days";
import { ageBands } from "../../star/age-bands";
import { settingGroups } from "../school-register/setting-groups";
import { alertView } from "./alerts/alert-view";
import { PHASE_TRANSFERS_SINCE, planAlerts } from "./alerts/plan-alerts";
import { requestAlerts } from "./alerts/request-alerts";
import { caseloadOn, reviewsKnown, type Caseload } from "./caseload";
import { groupsOf, sen2FactViews } from "./fact-views";
import { sen2Indicators } from "./indicators";
import type { Sen2Model } from "./model";
import { openOn } from "./open-requests";
import { ethnicityGroups } from "../../protect/ethnicity-group";
import { sexes } from "../../protect/people";
import { wardGroups } from "../../protect/ward-groups";
import { coveringRequests, coveringReturn, type ReturnPeriod } from "./periods";
import { needs } from "./plan-records";

const residentialWeeks = ["38_to_51_weeks", "52_weeks"] as const;

/** Days that each kind of event is known for, by the name that the indicators use. */
export function sen2KnownDays(periods: readonly ReturnPeriod[]): Readonly<Record<string, KnownDays>> {
  const span = (since: number, end: (period: ReturnPeriod) => Day): KnownDays => knownDays(periods.filter(({ year }) => year >= since).map((period): Interval => ({ from: period.start, to: end(period) })));
  return {
    requests: span(0, (period) => period.requestsEnd),
    request_source: span(2025, (period) => period.requestsEnd),
    plans: span(0, (period) => period.plansEnd),
    reviews: span(2024, (period) => period.plansEnd),
    phase_transfers: span(2025, (period) => period.plansEnd),
  };
}

function caseloadView(model: Sen2Model, load: Caseload, wards: ReturnType<typeof wardGroups>): PopulationView {
  const { people, options } = model;
  const transfers = load.transfersUncertain;
  return {
    count: load.count,
    flags: load.flags,
    caution: transfers === 0 ? null : `Includes ${transfers} transferred in whose date of transfer is not known`,
    breakdowns: {
      primary_need: { values: needs, groups: load.need },
      age_band: { values: ageBands, groups: load.ageBand },
      sex: groupsOf(sexes, load.person, people.sex),
      ethnicity_group: groupsOf(ethnicityGroups, load.person, people.ethnicityGroup),
      residential: { values: residentialWeeks, groups: Int8Array.from(load.residential, (weeks) => weeks - 1) },
      ...(options.register ? { setting_group: { values: settingGroups.map(({ id }) => id), groups: load.group } } : {}),
      ...(wards ? { ward: { values: wards.values, groups: Int32Array.from(load.person, (person) => wards.of[person]) } } : {}),
    },
  };
}

/** Months whose last day is known, from the first known day on. */
function wholeMonths(known: KnownDays): SnapshotDays["months"] {
  if (!known.months) return null;
  const { first, last } = known.months;
  const end = monthEnd(last) <= known.end ? last : last - 1;
  return first <= end ? { first, last: end } : null;
}

/** The data end where it lies within a month: alerts are told of it too, for they are of use only while they are new. */
function monthToDataEnd({ end }: KnownDays): Spot[] {
  const month = monthOf(end);
  return end === monthEnd(month) || end === -Infinity ? [] : [{ day: end, about: [{ frequency: "month", start: monthStart(month), end, label: `${monthLabel(month)} to ${dayLabel(end)}` }] }];
}

/** Counts the SEN2 indicators by period and breakdown. */
export function sen2Figures(model: Sen2Model, emit: Emit, definitions: readonly Definition[] = sen2Indicators): void {
  const { periods, merged, options } = model;
  const known = sen2KnownDays(periods);
  const facts: Readonly<Record<string, FactView>> = sen2FactViews(model);
  for (const definition of definitions.filter((d): d is FlowDefinition => d.kind === "flow")) countFlow(definition, facts[definition.fact], { known: known[definition.known], from: monthOf(periods[0].start), breakdownKnown: { request_source: known.request_source } }, emit);

  const wards = wardGroups(model.people);
  const reviewsOnly = (needed: string | undefined, day: Day): string | null =>
    needed === "reviews" && !reviewsKnown(day, periods[coveringReturn(periods, day)]) ? "SEN2 keeps only the latest review of each plan: known from the 2024 return, at 31 December and at the census date" : null;
  const snapshots = (population: string): SnapshotDefinition[] => definitions.filter((d): d is SnapshotDefinition => d.kind === "snapshot" && d.population === population);
  countSnapshots(
    snapshots("caseload"),
    {
      months: wholeMonths(known.plans),
      census: periods.flatMap(({ census }) => census ?? []),
      population: (day) => {
        const load = caseloadOn(model, day);
        return load && caseloadView(model, load, wards);
      },
      unknown: ({ needs: needed, known: only }, day) => (needed === "school_register" && !options.register ? "No school register was given" : reviewsOnly(only, day)),
    },
    emit,
  );
  const { age_band, sex, ethnicity_group, request_source } = facts.request.breakdowns;
  countSnapshots(
    snapshots("requests"),
    {
      months: wholeMonths(known.requests),
      census: periods.flatMap(({ census, requestsEnd }) => (census === requestsEnd ? census : [])),
      population: (day) => (coveringRequests(periods, day) < 0 ? null : { count: merged.count, flags: openOn(merged, options.limits, day), breakdowns: { age_band, sex, ethnicity_group, ...(known.request_source.has(day) ? { request_source } : {}) }, caution: null }),
      unknown: () => null,
    },
    emit,
  );
  const requestDays = { months: wholeMonths(known.requests), census: periods.flatMap(({ census, requestsEnd }) => (census === requestsEnd ? census : [])), spots: monthToDataEnd(known.requests) };
  countSnapshots(snapshots("request_alerts"), { ...requestDays, population: (day) => (coveringRequests(periods, day) < 0 ? null : alertView(requestAlerts(model, day))), unknown: () => null }, emit);
  countSnapshots(
    snapshots("plan_alerts"),
    {
      months: wholeMonths(known.plans),
      census: periods.flatMap(({ census }) => census ?? []),
      spots: monthToDataEnd(known.plans),
      population: (day) => (coveringReturn(periods, day) < 0 ? null : alertView(planAlerts(model, day))),
      unknown: ({ known: only }, day) => (only === "phase_transfers" && periods[coveringReturn(periods, day)].year < PHASE_TRANSFERS_SINCE ? "SEN2 has phase transfers from the 2025 return" : reviewsOnly(only, day)),
    },
    emit,
  );
}
