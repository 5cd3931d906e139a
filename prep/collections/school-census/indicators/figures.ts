import { dayLabel } from "../../../calendar/periods";
import {
  academicYear,
  academicYearOf,
  termLabel,
  termName,
  termStart,
} from "../../../calendar/terms";
import { countSnapshots, type Spot } from "../../../indicators/count-snapshot";
import { countTerms, type KnownTerms } from "../../../indicators/count-terms";
import type { Breakdown, PopulationView, TermView } from "../../../indicators/definition";
import type { Emit } from "../../../indicators/figure";
import type { Places } from "../../../places/places";
import { ethnicityGroups } from "../../../protect/ethnicity-group";
import { sexes, type People } from "../../../protect/people";
import { placeGroups, type PlaceGroups } from "../../../protect/place-groups";
import {
  exclusionReason,
  freeMeals,
  needTypes,
  phase,
  senProvision,
  yearGroup,
} from "../fields/code-sets";
import { absenceReasons } from "../model/attendance";
import {
  attendanceTerms,
  reasonTerms,
  suspensionTerms,
  type AttendanceFacts,
  type CensusModel,
  type SuspensionFacts,
} from "../model/model";
import { isLinkable, isMatched, type CensusMatch } from "../model/plans";
import { countedSessions, suspensionKind } from "../tables/tables";
import { censusSnapshots, censusTermIndicators } from "./indicators";

export interface CensusFigureContext {
  readonly people: People;
  readonly settings: Places;
  readonly matches: readonly (CensusMatch | null)[];
}

type Schools = { readonly values: readonly string[]; readonly of: Int32Array };

/** The schools of all censuses as groups, by setting key; setting ids as values. */
function schoolGroups({ schools }: CensusModel, { list }: Places): Schools {
  const keys = [...new Set(schools.flatMap((of) => [...of]))]
    .filter((key) => key > 0)
    .sort((a, b) => a - b);
  const of = new Int32Array(list.length).fill(keys.length);
  keys.forEach((key, group) => (of[key] = group));
  return { values: [...keys.map((key) => list[key]!.id), "not_recorded"], of };
}

const grouped = (values: readonly string[], groups: ArrayLike<number>): Breakdown => ({
  values,
  groups,
});
const each = (rows: ArrayLike<number>, of: ArrayLike<number>): Int32Array =>
  Int32Array.from(rows, (row) => of[row]);

/** The counted pupils of one census as a population: one row a person. */
function pupilView(
  model: CensusModel,
  c: number,
  { people, matches }: CensusFigureContext,
  schools: Schools,
  wards: PlaceGroups | null,
  localities: PlaceGroups | null,
): PopulationView {
  const {
    tables: { pupilonroll },
    absent,
  } = model.censuses[c];
  const {
    onRoll,
    sen,
    need,
    phase: phases,
    year,
    freeMeals: meals,
    freeMealsKnown,
    unitOrResourced,
  } = model.pupils[c];
  const rows = Int32Array.from({ length: pupilonroll.rowCount }, (_, row) => row).filter(
    (row) => onRoll[row] === 1,
  );
  const persons = each(rows, model.personOf[c].onroll);
  const flag = (test: (row: number) => boolean): Uint8Array =>
    Uint8Array.from(rows, (row) => Number(test(row)));
  const [SUPPORT, PLAN] = ["sen_support", "ehc_plan"].map((value) =>
    senProvision.values.indexOf(value),
  );
  const match = matches[c];
  return {
    count: rows.length,
    flags: {
      on_roll: flag(() => true),
      sen_support: flag((row) => sen[row] === SUPPORT),
      ehc_plan: flag((row) => sen[row] === PLAN),
      unit_or_resourced: flag((row) => unitOrResourced[row] === 1),
      ehc_linkable: flag((row) => match !== null && isLinkable(match, row)),
      ehc_matched: flag((row) => match !== null && isMatched(match, row)),
    },
    breakdowns: {
      sen_provision: grouped(senProvision.values, each(rows, sen)),
      ...(termName(model.censuses[c].term) === "Spring" && !absent.has("senneeds")
        ? { primary_need: grouped(needTypes.values, each(rows, need)) }
        : {}),
      phase: grouped(phase.values, each(rows, phases)),
      year_group: grouped(yearGroup.values, each(rows, year)),
      sex: grouped(sexes, each(persons, people.sex)),
      ethnicity_group: grouped(ethnicityGroups, each(persons, people.ethnicityGroup)),
      ...(freeMealsKnown ? { free_meals: grouped(freeMeals, each(rows, meals)) } : {}),
      school: grouped(
        schools.values,
        Int32Array.from(rows, (row) => schools.of[model.schools[c][pupilonroll.parent[row]]]),
      ),
      ...(wards ? { ward: grouped(wards.values, each(persons, wards.of)) } : {}),
      ...(localities ? { locality: grouped(localities.values, each(persons, localities.of)) } : {}),
    },
    caution: null,
  };
}

/** Breakdowns that attendance and suspensions share. */
function standingBreakdowns(
  facts: AttendanceFacts | SuspensionFacts,
  { people }: CensusFigureContext,
  schools: Schools,
): Record<string, Breakdown> {
  const localities = placeGroups(people.locality);
  return {
    sen_provision: grouped(senProvision.values, facts.sen),
    primary_need: grouped(needTypes.values, facts.need),
    phase: grouped(phase.values, facts.phase),
    year_group: grouped(yearGroup.values, facts.year),
    sex: grouped(sexes, each(facts.person, people.sex)),
    ethnicity_group: grouped(ethnicityGroups, each(facts.person, people.ethnicityGroup)),
    school: grouped(schools.values, each(facts.setting, schools.of)),
    ...(localities
      ? { locality: grouped(localities.values, each(facts.person, localities.of)) }
      : {}),
  };
}

/** Numbers each pupil at each school. */
function enrolments(
  { person, setting, count }: AttendanceFacts,
  settings: number,
): { count: number; of: Int32Array } {
  const numbers = new Map<number, number>();
  const of = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const key = person[row] * settings + setting[row];
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    of[row] = number;
  }
  return { count: numbers.size, of };
}

function attendanceView(
  { attendance }: CensusModel,
  context: CensusFigureContext,
  schools: Schools,
): TermView {
  const counts = Array.from({ length: attendance.count }, (_, row) =>
    countedSessions(attendance, row),
  );
  return {
    count: attendance.count,
    term: attendance.term,
    measures: {
      possible: Int32Array.from(counts, ({ possible }) => possible),
      missed: Int32Array.from(counts, ({ missed }) => missed),
    },
    units: { enrolment: enrolments(attendance, context.settings.list.length) },
    breakdowns: standingBreakdowns(attendance, context, schools),
  };
}

/** The rows of attendance whose session codes say why every session was missed. */
function reasonView(
  { attendance: { byReason, reasonsWhole, counted } }: CensusModel,
  { measures: { possible }, ...attendance }: TermView,
): TermView {
  const counts = (row: number): boolean => counted[row] === 1 && reasonsWhole[row] === 1;
  return {
    ...attendance,
    measures: {
      possible: Int32Array.from(possible, (sessions, row) => (counts(row) ? sessions : 0)),
      ...Object.fromEntries(
        absenceReasons.map(({ name }, reason) => [
          name,
          byReason[reason].map((sessions, row) => (counts(row) ? sessions : 0)),
        ]),
      ),
    },
  };
}

function suspensionView(
  model: CensusModel,
  context: CensusFigureContext,
  schools: Schools,
): TermView {
  const { suspensions, personCount } = model;
  const known = suspensionTerms(model);
  const kind = Uint8Array.from({ length: suspensions.count }, (_, row) =>
    suspensionKind(suspensions, row, known),
  );
  const reasons = Int32Array.from(
    suspensions.reasons,
    ([first]) => exclusionReason.of.get(first ?? "") ?? exclusionReason.values.length - 1,
  );
  return {
    count: suspensions.count,
    term: suspensions.term,
    measures: {
      suspended: kind.map((value) => Number(value === 1)),
      excluded: kind.map((value) => Number(value === 2)),
    },
    units: { person: { count: personCount, of: suspensions.person } },
    breakdowns: {
      ...standingBreakdowns(suspensions, context, schools),
      reason: grouped(exclusionReason.values, reasons),
    },
  };
}

/** Counts every school census indicator by term, year and breakdown. */
export function censusFigures(model: CensusModel, context: CensusFigureContext, emit: Emit): void {
  const schools = schoolGroups(model, context.settings);
  const [wards, localities] = [
    placeGroups(context.people.ward),
    placeGroups(context.people.locality),
  ];
  const views = model.censuses.map((_, c) =>
    pupilView(model, c, context, schools, wards, localities),
  );
  const at = (day: number): number =>
    model.censuses.findIndex(({ referenceDate }) => referenceDate === day);
  const spots = model.censuses.map(({ referenceDate: day, term }): Spot => ({
    day,
    about: [
      { frequency: "term", start: termStart(term), end: day, label: termLabel(term) },
      ...(termName(term) === "Spring"
        ? [
            {
              frequency: "academic_year" as const,
              start: academicYear(academicYearOf(term)).start,
              end: day,
              label: `${academicYear(academicYearOf(term)).label} on ${dayLabel(day)}`,
            },
          ]
        : []),
    ],
  }));
  countSnapshots(
    censusSnapshots,
    {
      months: null,
      census: [],
      spots,
      population: (day) => views[at(day)],
      unknown: ({ needs }, day) =>
        needs === "sen2" && !context.matches[at(day)]
          ? "No SEN2 return loaded covers the census day"
          : null,
    },
    emit,
  );
  const rolls = new Map<number, PopulationView>(
    model.censuses.flatMap(({ term }, c) =>
      termName(term) === "Spring" ? [[academicYearOf(term), views[c]]] : [],
    ),
  );
  const roll = (year: number, breakdown: string): Float64Array | null => {
    const view = rolls.get(year);
    if (!view) return null;
    const of =
      breakdown === "all"
        ? { values: ["all"], groups: new Uint8Array(view.count) }
        : view.breakdowns[breakdown];
    if (!of) return null;
    const counts = new Float64Array(of.values.length);
    for (let row = 0; row < view.count; row++) counts[of.groups[row]]++;
    return counts;
  };
  const [attendance, told] = [attendanceView(model, context, schools), attendanceTerms(model)];
  const facts: Readonly<Record<string, { view: TermView; known: Omit<KnownTerms, "roll"> }>> = {
    attendance: { view: attendance, known: { terms: told } },
    absence_reason: {
      view: reasonView(model, attendance),
      known: {
        terms: reasonTerms(model),
        more: {
          terms: told,
          why: "The censuses loaded have no session codes for the whole period",
        },
      },
    },
    suspension: {
      view: suspensionView(model, context, schools),
      known: { terms: suspensionTerms(model) },
    },
  };
  for (const definition of censusTermIndicators)
    countTerms(
      definition,
      facts[definition.fact].view,
      { ...facts[definition.fact].known, roll },
      emit,
    );
}
