import { civilOf, dayOf, isoOf, type Day } from "../../../prep/calendar/day";
import type { ExpectedValue } from "../expected-indicators";
import { ethnicityGroup } from "../groups";
import { hasPlanInForce } from "../../../prep/sample/plan-in-force";
import type { ReturnInfo } from "../../../prep/sample/history";
import { SAMPLESHIRE } from "../../../prep/sample/councils";
import { CENSUSES, type Term } from "../../../prep/sample/census/censuses";
import { phaseCode } from "../../../prep/sample/census/phase-code";
import type { Enrolment, Pupil, SampleStanding } from "../../../prep/sample/census/pupil";

const SEN = { N: "no_sen", K: "sen_support", E: "ehc_plan" } as const;
const PHASES = {
  PS: "primary",
  SS: "secondary",
  SP: "special",
  PR: "pupil_referral_unit",
} as const;
const UNAUTHORISED = ["G", "O", "U", "N"];
const AUTHORISED = ["I", "M", "C", "C2", "E", "S", "R", "T"];

interface Sheet {
  /** Sums by `indicator frequency end breakdown|value`. */
  readonly cells: ReadonlyMap<string, readonly [number, number]>;
  add(
    id: string,
    frequency: string,
    end: Day,
    groups: readonly string[],
    numerator: number,
    denominator: number,
  ): void;
}

function emptySheet(): Sheet {
  const cells = new Map<string, readonly [number, number]>();
  return {
    cells,
    add(id, frequency, end, groups, numerator, denominator) {
      for (const group of groups) {
        const key = [id, frequency, isoOf(end), group].join(" ");
        const [top, bottom] = cells.get(key) ?? [0, 0];
        cells.set(key, [top + numerator, bottom + denominator]);
      }
    },
  };
}

/** How a pupil last stood on a roll up to a census, for schools that the pupil has left. */
function lastStanding({ told }: Pupil, c: number): SampleStanding | null {
  for (let i = c; i >= 0; i--) if (told[i].onRoll.length > 0) return told[i].standing;
  return null;
}

/** First need of the latest spring census up to one. */
function needBy({ told }: Pupil, c: number): string {
  for (let i = c; i >= 0; i--)
    if (
      CENSUSES[i].term === "Spring" &&
      told[i].onRoll.length > 0 &&
      told[i].standing.needs.length > 0
    )
      return told[i].standing.needs[0];
  return "not_recorded";
}

const wardOf = ({ person }: Pupil): string =>
  SAMPLESHIRE.places.find(({ outward }) => outward === person.postcode.split(" ")[0])!.ward;
const personGroups = ({ person }: Pupil): string[] => [
  `sex|${person.sex}`,
  `ethnicity_group|${ethnicityGroup(person.ethnicity)}`,
];
const schoolGroups = ({ school }: Enrolment): string[] => [
  `phase|${PHASES[phaseCode(school)]}`,
  `school|urn:${school.urn}`,
];

/** Breakdown and value of a group; the value of a pair has a bar of its own. */
const split = (group: string): [breakdown: string, value: string] => [
  group.slice(0, group.indexOf("|")),
  group.slice(group.indexOf("|") + 1),
];

function standingGroups(
  pupil: Pupil,
  c: number,
  enrolment: Enrolment,
  sen: SampleStanding["sen"] | null,
): string[] {
  const standing = pupil.told[c].onRoll.includes(enrolment)
    ? pupil.told[c].standing
    : lastStanding(pupil, c);
  const provision = sen ?? standing?.sen ?? null;
  return [
    "all|all",
    `sen_provision|${provision ? SEN[provision] : "not_recorded"}`,
    `primary_need|${needBy(pupil, c)}`,
    `year_group|${standing?.year ?? "not_recorded"}`,
    ...personGroups(pupil),
    ...schoolGroups(enrolment),
  ];
}

/**
 * Ends of the periods that a term counts in: the term itself, the year up to each later term, and
 * the whole year.
 */
function periodsOf(term: Term, known: readonly Term[]): [string, Day][] {
  const yearOf = ({ last }: Term): number =>
    civilOf(last).year - (civilOf(last).month >= 9 ? 0 : 1);
  const [autumn24, spring25, summer25, autumn25] = CENSUSES.map(({ told }) => told);
  const inYear = [autumn24, spring25, summer25].filter((one) => yearOf(one) === yearOf(term));
  const periods: [string, Day][] = [["term", term.last]];
  const whole = yearOf(term) === 2024;
  if (whole)
    for (const later of inYear)
      if (later.last >= term.last && known.includes(later))
        periods.push(["year_to_date", later.last]);
  if (whole && inYear.every((one) => known.includes(one)))
    periods.push(["academic_year", dayOf(2025, 8, 31)]);
  if (term === autumn25) periods.push(["year_to_date", term.last]);
  return periods;
}

const missedIn = (codes: readonly (readonly [string, number])[]): number =>
  codes.reduce(
    (sum, [code, sessions]) =>
      sum + (AUTHORISED.includes(code) || UNAUTHORISED.includes(code) ? sessions : 0),
    0,
  );

function countRoll(
  pupil: Pupil,
  c: number,
  returns: readonly ReturnInfo[],
  sheet: Sheet,
  rolls: Map<string, number>,
): void {
  const census = CENSUSES[c];
  const told = pupil.told[c];
  const counted = told.onRoll.find(({ status }) => status !== "S");
  if (!counted) return;
  const { standing } = told;
  const spring = census.term === "Spring";
  const meals =
    pupil.meals !== null &&
    pupil.meals.from <= census.day &&
    (pupil.meals.to === null || pupil.meals.to >= census.day);
  const shared = [
    "all|all",
    `year_group|${standing.year}`,
    ...personGroups(pupil),
    ...schoolGroups(counted),
    `free_meals|${meals ? "eligible" : "not_eligible"}`,
    `ward|${wardOf(pupil)}`,
  ];
  const main = standing.needs[0] ?? "not_recorded";
  const need = spring ? [`primary_need|${main}`] : [];
  const pairs = spring
    ? [
        `primary_need_by_phase|${main} | ${PHASES[phaseCode(counted.school)]}`,
        `year_group_by_primary_need|${standing.year} | ${main}`,
      ]
    : [];
  const provision = `sen_provision|${SEN[standing.sen]}`;
  const byNeed = spring ? [`sen_provision_by_primary_need|${SEN[standing.sen]} | ${main}`] : [];
  const upn = pupil.person.upnKnown !== null && pupil.person.upnKnown <= census.day;
  const [support, plan, unit] = [
    standing.sen === "K",
    standing.sen === "E",
    standing.unit || standing.resourced,
  ].map(Number);
  const found =
    plan && upn && pupil.life !== null && hasPlanInForce(pupil.life, census.day, returns) !== null;
  for (const frequency of spring ? ["term", "academic_year"] : ["term"]) {
    const add = (id: string, groups: readonly string[], top: number, bottom: number): void =>
      sheet.add(id, frequency, census.day, groups, top, bottom);
    add("pupils_on_roll", [...shared, ...need, ...pairs, ...byNeed, provision], 1, 0);
    add("sen_support_pupils", [...shared, ...need, ...pairs], support, 0);
    add("sen_support_pct", shared, support, 1);
    add("ehc_pupils_pct", shared, plan, 1);
    add("sen_unit_or_resourced_pupils", [...shared, ...need, provision], unit, 0);
    if (plan && upn)
      add("ehc_census_match_pct", ["all|all", ...schoolGroups(counted)], Number(found), 1);
  }
  if (spring)
    for (const group of [...shared, ...need, provision])
      rolls.set(`${census.year - 1} ${group}`, (rolls.get(`${census.year - 1} ${group}`) ?? 0) + 1);
}

interface Stay {
  readonly possible: number;
  readonly missed: number;
  readonly groups: readonly string[];
}

function countAttendance(pupil: Pupil, known: readonly Term[], sheet: Sheet): void {
  const stays = new Map<string, Stay>();
  for (const [c, { told: term }] of CENSUSES.entries())
    for (const { enrolment, first, second } of pupil.told[c].attended) {
      const possible = first.possible + (second?.possible ?? 0);
      const missed = missedIn(first.codes) + missedIn(second?.codes ?? []);
      const groups = standingGroups(pupil, c, enrolment, null);
      for (const [frequency, end] of periodsOf(term, known)) {
        sheet.add("absence_rate_pct", frequency, end, groups, missed, possible);
        const key = `${frequency} ${end} ${enrolment.school.urn}`;
        const before = stays.get(key);
        stays.set(key, {
          possible: possible + (before?.possible ?? 0),
          missed: missed + (before?.missed ?? 0),
          groups,
        });
      }
    }
  for (const [key, { possible, missed, groups }] of stays) {
    if (possible === 0) continue;
    const [frequency, end] = key.split(" ");
    sheet.add(
      "persistent_absence_pct",
      frequency,
      Number(end),
      groups,
      Number(missed / possible >= 0.1),
      1,
    );
    sheet.add(
      "severe_absence_pct",
      frequency,
      Number(end),
      groups,
      Number(missed / possible >= 0.5),
      1,
    );
  }
}

function countEvents(pupil: Pupil, known: readonly Term[], sheet: Sheet): void {
  const suspended = new Map<string, readonly string[]>();
  for (const [c, { events: term }] of CENSUSES.entries())
    for (const { enrolment, start, category, reasons, sen } of [...pupil.told[c].events].sort(
      (a, b) => a.start - b.start,
    )) {
      if (start < term.first || start > term.last)
        throw new Error("a sample event lies outside its term");
      const groups = standingGroups(pupil, c, enrolment, sen);
      const [counts, rate] =
        category === "PERM"
          ? ["permanent_exclusions", "permanent_exclusion_rate"]
          : ["suspensions", "suspension_rate"];
      for (const [frequency, end] of periodsOf(term, known)) {
        sheet.add(counts, frequency, end, [...groups, `reason|${reasons[0]}`], 1, 0);
        sheet.add(rate, frequency, end, groups, 1, 0);
        if (category !== "PERM") suspended.set(`${frequency} ${end}`, groups);
      }
    }
  for (const [key, groups] of suspended) {
    const [frequency, end] = key.split(" ");
    sheet.add("pupils_suspended_pct", frequency, Number(end), groups, 1, 0);
  }
}

const RATES = ["suspension_rate", "permanent_exclusion_rate", "pupils_suspended_pct"];
const COUNTS = [
  "pupils_on_roll",
  "sen_support_pupils",
  "sen_unit_or_resourced_pupils",
  "suspensions",
  "permanent_exclusions",
];

/**
 * What the school census indicators must come to, for each period and group that somebody is in,
 * worked out pupil by pupil from what truly
 * happened. It shares no code with the reading and counting of files. Needs the sample's school
 * register and postcode directory in the build.
 */
export function expectedCensus(
  pupils: Iterable<Pupil>,
  returns: readonly ReturnInfo[],
): ExpectedValue[] {
  const sheet = emptySheet();
  const rolls = new Map<string, number>();
  const told = CENSUSES.map(({ told: term }) => term);
  const events = CENSUSES.map(({ events: term }) => term);
  for (const pupil of pupils) {
    for (let c = 0; c < CENSUSES.length; c++) countRoll(pupil, c, returns, sheet, rolls);
    countAttendance(pupil, told, sheet);
    countEvents(pupil, events, sheet);
  }
  return [...sheet.cells].flatMap(([key, [numerator, sum]]): ExpectedValue[] => {
    const [id, frequency, end] = key.split(" ");
    const group = key.split(" ").slice(3).join(" ");
    const [breakdown, value] = split(group);
    const where = {
      indicator_id: id,
      frequency,
      period_end: end,
      breakdown,
      breakdown_value: value,
    };
    if (COUNTS.includes(id))
      return [{ ...where, numerator, denominator: null, value: numerator, status: "ok" }];
    // Rates need the January census of the year: summer 2024 has none.
    if (RATES.includes(id) && end < "2024-09-01") return [];
    const denominator = RATES.includes(id) ? (rolls.get(`2024 ${group}`) ?? 0) : sum;
    return [
      {
        ...where,
        numerator,
        denominator,
        value: denominator === 0 ? null : (100 * numerator) / denominator,
        status: denominator === 0 ? "not_applicable" : "ok",
      },
    ];
  });
}
