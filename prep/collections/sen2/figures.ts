import type { Day } from "../../calendar/day";
import { dayLabel, monthEnd, monthLabel, monthOf, monthStart } from "../../calendar/periods";
import { countFlow } from "../../indicators/count-flow";
import { countSnapshots, type SnapshotDays, type Spot } from "../../indicators/count-snapshot";
import type {
  Breakdown,
  Definition,
  FactView,
  FlowDefinition,
  PopulationView,
  SnapshotDefinition,
} from "../../indicators/definition";
import type { Emit } from "../../indicators/figure";
import { knownDays, type Interval, type KnownDays } from "../../indicators/known-days";
import { ageBands } from "../../star/age-bands";
import { settingGroups } from "../../sources/school-register/setting-groups";
import { alertFlags } from "./alerts/alert-flags";
import { planAlertKinds, requestAlertKinds } from "./alerts/alert-kinds";
import { PHASE_TRANSFERS_SINCE, planAlerts } from "./alerts/plan-alerts";
import { requestAlerts } from "./alerts/request-alerts";
import { caseloadOn, reviewsKnown, type Caseload } from "./caseload";
import { groupsOf, sen2FactViews } from "./fact-views";
import { sen2Indicators } from "./indicators";
import type { Sen2Model } from "./model";
import { openOn } from "./open-requests";
import { ethnicityGroups } from "../../protect/ethnicity-group";
import { sexes } from "../../protect/people";
import { placeGroups, type PlaceGroups } from "../../protect/place-groups";
import { coveringRequests, coveringReturn, type ReturnPeriod } from "./periods";
import { needs } from "./plan-records";

const residentialWeeks = ["38_to_51_weeks", "52_weeks"] as const;

/** Days that each kind of event is known for, by the name that the indicators use. */
export function sen2KnownDays(
  periods: readonly ReturnPeriod[],
): Readonly<Record<string, KnownDays>> {
  const span = (since: number, end: (period: ReturnPeriod) => Day): KnownDays =>
    knownDays(
      periods
        .filter(({ year }) => year >= since)
        .map((period): Interval => ({ from: period.start, to: end(period) })),
    );
  return {
    requests: span(0, (period) => period.requestsEnd),
    request_source: span(2025, (period) => period.requestsEnd),
    plans: span(0, (period) => period.plansEnd),
    reviews: span(2024, (period) => period.plansEnd),
    phase_transfers: span(2025, (period) => period.plansEnd),
  };
}

/** The small areas that are known, as breakdowns of some persons. */
const placesOf = (
  places: Readonly<Record<string, PlaceGroups | null>>,
  persons: Int32Array,
): Record<string, Breakdown> =>
  Object.fromEntries(
    Object.entries(places).flatMap(([name, groups]) =>
      groups
        ? [[name, { values: groups.values, groups: persons.map((person) => groups.of[person]) }]]
        : [],
    ),
  );

function caseloadView(
  model: Sen2Model,
  load: Caseload,
  places: Readonly<Record<string, PlaceGroups | null>>,
): PopulationView {
  const { people, options } = model;
  const transfers = load.transfersUncertain;
  const { flags, measures } = alertFlags(planAlerts(model, load), planAlertKinds, load.count);
  return {
    count: load.count,
    flags: { ...load.flags, ...flags },
    measures,
    caution:
      transfers === 0
        ? null
        : `Includes ${transfers} transferred in whose date of transfer is not known`,
    breakdowns: {
      primary_need: { values: needs, groups: load.need },
      age_band: { values: ageBands, groups: load.ageBand },
      sex: groupsOf(sexes, load.person, people.sex),
      ethnicity_group: groupsOf(ethnicityGroups, load.person, people.ethnicityGroup),
      residential: {
        values: residentialWeeks,
        groups: Int8Array.from(load.residential, (weeks) => weeks - 1),
      },
      ...(options.register
        ? { setting_group: { values: settingGroups.map(({ id }) => id), groups: load.group } }
        : {}),
      ...placesOf(places, load.person),
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

/** The data end where it lies within a month. */
function monthToDataEnd({ end }: KnownDays): Spot[] {
  const month = monthOf(end);
  return end === monthEnd(month) || end === -Infinity
    ? []
    : [
        {
          day: end,
          about: [
            {
              frequency: "month",
              start: monthStart(month),
              end,
              label: `${monthLabel(month)} to ${dayLabel(end)}`,
            },
          ],
        },
      ];
}

/** Counts the SEN2 indicators by period and breakdown. */
export function sen2Figures(
  model: Sen2Model,
  emit: Emit,
  definitions: readonly Definition[] = sen2Indicators,
): void {
  const { periods, merged, options } = model;
  const known = sen2KnownDays(periods);
  const facts: Readonly<Record<string, FactView>> = sen2FactViews(model);
  for (const definition of definitions.filter((d): d is FlowDefinition => d.kind === "flow"))
    countFlow(
      definition,
      facts[definition.fact],
      {
        known: known[definition.known],
        from: monthOf(periods[0].start),
        breakdownKnown: { request_source: known.request_source },
      },
      emit,
    );

  const places = {
    ward: placeGroups(model.people.ward),
    locality: placeGroups(model.people.locality),
  };
  const snapshots = (population: string): SnapshotDefinition[] =>
    definitions.filter(
      (d): d is SnapshotDefinition => d.kind === "snapshot" && d.population === population,
    );
  const caseloads: SnapshotDays = {
    months: wholeMonths(known.plans),
    census: periods.flatMap(({ census }) => census ?? []),
    population: (day) => {
      const load = caseloadOn(model, day);
      return load && caseloadView(model, load, places);
    },
    unknown: ({ needs: needed, known: only }, day) => {
      const period = periods[coveringReturn(periods, day)];
      if (needed === "school_register" && !options.register) return "No school register was given";
      if (only === "reviews" && !reviewsKnown(day, period))
        return "SEN2 keeps only the latest review of each plan: known from the 2024 return, at 31 December and at the census date";
      if (only === "phase_transfers" && period.year < PHASE_TRANSFERS_SINCE)
        return "SEN2 has phase transfers from the 2025 return";
      return null;
    },
  };
  countSnapshots(snapshots("caseload"), caseloads, emit);
  const { age_band, sex, ethnicity_group, request_source } = facts.request.breakdowns;
  const requests: SnapshotDays = {
    months: wholeMonths(known.requests),
    census: periods.flatMap(({ census, requestsEnd }) => (census === requestsEnd ? census : [])),
    population: (day) => {
      if (coveringRequests(periods, day) < 0) return null;
      const open = openOn(merged, options.limits, day);
      const { flags, measures } = alertFlags(
        requestAlerts(model, day, open),
        requestAlertKinds,
        merged.count,
      );
      return {
        count: merged.count,
        flags: { ...open, ...flags },
        measures,
        breakdowns: {
          age_band,
          sex,
          ethnicity_group,
          ...(known.request_source.has(day) ? { request_source } : {}),
        },
        caution: null,
      };
    },
    unknown: () => null,
  };
  countSnapshots(snapshots("requests"), requests, emit);
  const isOfDataEnd = ({ atDataEnd }: SnapshotDefinition): boolean => atDataEnd === true;
  countSnapshots(
    snapshots("caseload").filter(isOfDataEnd),
    { ...caseloads, months: null, census: [], spots: monthToDataEnd(known.plans) },
    emit,
  );
  countSnapshots(
    snapshots("requests").filter(isOfDataEnd),
    { ...requests, months: null, census: [], spots: monthToDataEnd(known.requests) },
    emit,
  );
}
