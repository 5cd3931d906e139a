import { ageOn, dayOf, type Day } from "../../calendar/day";
import { hasPlanInForce } from "../plan-in-force";
import type { History, ReturnInfo } from "../history";
import { makeIdentity } from "../life/make-identity";
import { randomOf, type Random } from "../random";
import type { SampleCouncil } from "../councils";
import type { School } from "../schools";
import { CENSUSES, type SampleCensus, type Term } from "./censuses";
import type {
  Attended,
  Enrolment,
  Event,
  Pupil,
  SessionCount,
  SampleStanding,
  PupilInCensus,
} from "./pupil";

const NEEDS: readonly (readonly [string, number])[] = [
  ["SLCN", 24],
  ["SEMH", 20],
  ["MLD", 15],
  ["SPLD", 14],
  ["ASD", 10],
  ["OTH", 5],
  ["NSA", 4],
  ["HI", 2],
  ["PD", 2],
  ["VI", 1],
];
const ABSENCES: readonly (readonly [string, number])[] = [
  ["I", 40],
  ["M", 12],
  ["C", 6],
  ["E", 3],
  ["G", 10],
  ["O", 12],
  ["U", 6],
  ["N", 5],
  ["T", 1],
  ["R", 1],
  ["C2", 1],
  ["S", 1],
];
/** Codes that are no absence and must not be counted as one. */
const OTHER_CODES: readonly (readonly [string, number])[] = [
  ["B", 4],
  ["V", 4],
  ["D", 2],
  ["Y6", 2],
  ["Q", 1],
  ["X", 2],
  ["#", 2],
];
const REASONS = ["PP", "PA", "VP", "VA", "BU", "DB", "DM", "TH", "DA", "MT", "OW"];

/**
 * Person numbers of pupils that SEN2 does not know begin here, so that their names and numbers are
 * their own.
 */
const FIRST_OTHER = 1_000_000;
/** Streams of random numbers of pupils begin here; those of lives are below. */
const STREAMS = 3_000_000;

/** The schools of a council that pupils are on roll of, and its pupil referral unit. */
interface Rolls {
  readonly schools: readonly School[];
  readonly unit: School;
}

function rollsOf({ schools, authority }: SampleCouncil): Rolls {
  const own = schools.filter((school) => school.authority === authority);
  const isTaught = ({ group, closed }: School): boolean =>
    closed === null &&
    /^(mainstream_(maintained|academy|free_school)|special_(maintained|academy))$/.test(group);
  return {
    schools: own.filter(isTaught),
    unit: own.find(({ group }) => group === "ap_maintained")!,
  };
}

function schoolFor(random: Random, { schools }: Rolls, age: number, special: boolean): School {
  const fit = schools.filter(
    ({ ages, group }) =>
      ages[0] <= age && age <= ages[1] && group.startsWith("special") === special,
  );
  return random.pick(fit);
}

/**
 * Where a pupil is on roll: one school until the next stage in September 2025, a few moves, a few
 * with a second registration, a few who leave.
 */
function makeEnrolments(random: Random, rolls: Rolls, birth: Day, special: boolean): Enrolment[] {
  const [age, next] = [ageOn(birth, dayOf(2024, 8, 31)), ageOn(birth, dayOf(2025, 8, 31))];
  const first = schoolFor(random, rolls, age, special);
  const from = dayOf(2024 - Math.min(age - first.ages[0], 6), 9, 3);
  if (random.chance(0.03))
    return [
      {
        school: first,
        from,
        to: random.pick([dayOf(2025, 2, 20), dayOf(2025, 6, 20)]),
        status: "C",
      },
    ];
  const moves = random.chance(0.06)
    ? random.pick([dayOf(2025, 1, 31), dayOf(2025, 6, 6), dayOf(2025, 11, 14)])
    : null;
  const leaves = first.ages[1] < next ? dayOf(2025, 8, 31) : null;
  const change = moves !== null && (leaves === null || moves < leaves) ? moves : leaves;
  const dual = !special && random.chance(0.02);
  const status = dual ? "M" : "C";
  const stays: Enrolment[] = [{ school: first, from, to: change, status }];
  if (change !== null) {
    const second = schoolFor(random, rolls, ageOn(birth, change), special);
    if (second === first) return [{ ...stays[0], to: null }];
    stays.push({ school: second, from: change + 1, to: null, status });
  }
  if (dual) stays.push({ school: rolls.unit, from: dayOf(2024, 9, 9), to: null, status: "S" });
  return stays;
}

const isOn = ({ from, to }: Enrolment, day: Day): boolean =>
  from <= day && (to === null || to > day);

/** What a pupil's standing depends on. */
interface Described {
  readonly birth: Day;
  readonly sen: SampleStanding["sen"];
  readonly need: string;
  readonly school: School;
}

function makeStanding(
  random: Random,
  { day }: SampleCensus,
  { birth, sen, need, school }: Described,
): SampleStanding {
  const age = ageOn(birth, dayOf(day >= dayOf(2025, 9, 1) ? 2025 : 2024, 8, 31));
  const second = random.weighted(NEEDS);
  return {
    sen,
    needs: sen === "N" ? [] : random.chance(0.3) && second !== need ? [need, second] : [need],
    year: age === 4 ? "R" : String(age - 4),
    unit: sen !== "N" && school.hasUnit && random.chance(0.3),
    resourced: sen !== "N" && school.hasResourced && random.chance(0.3),
  };
}

function makeSessions(random: Random, possible: number): SessionCount {
  const share = random.weighted([
    [0, 20],
    [0.03, 40],
    [0.08, 22],
    [0.1, 3],
    [0.15, 10],
    [0.5, 2],
    [0.7, 3],
  ] as const);
  let left = Math.round(possible * share);
  const codes = new Map<string, number>();
  while (left > 0) {
    const sessions = Math.min(left, random.int(1, 12));
    const code = random.weighted(ABSENCES);
    codes.set(code, (codes.get(code) ?? 0) + sessions);
    left -= sessions;
  }
  if (random.chance(0.2)) codes.set(random.weighted(OTHER_CODES), random.int(1, 9));
  return { possible, codes: [...codes] };
}

function makeAttended(
  random: Random,
  enrolments: readonly Enrolment[],
  { told, term }: SampleCensus,
): Attended[] {
  return enrolments.flatMap((enrolment): Attended[] => {
    const days =
      Math.min(enrolment.to ?? told.last, told.last) - Math.max(enrolment.from, told.first) + 1;
    if (days <= 0) return [];
    const possible = Math.round((told.sessions * days) / (told.last - told.first + 1));
    if (term !== "Autumn")
      return [{ enrolment, first: makeSessions(random, possible), second: null }];
    const half = Math.round(possible / 2);
    return [
      {
        enrolment,
        first: makeSessions(random, half),
        second: makeSessions(random, possible - half),
      },
    ];
  });
}

function makeEvents(
  random: Random,
  enrolments: readonly Enrolment[],
  { first, last }: Term,
  sen: SampleStanding["sen"],
): Event[] {
  const often = sen === "N" ? 0.04 : 0.12;
  const count = random.chance(often) ? random.int(1, 3) : 0;
  return Array.from({ length: count }, (_, n): Event => ({
    enrolment: random.pick(enrolments),
    start: first + 20 + n * 21 + random.int(0, Math.min(15, last - first - 80)),
    category: random.weighted([
      ["SUSP", 86],
      ["LNCH", 9],
      ["PERM", 5],
    ] as const),
    sessions: random.int(1, 20),
    reasons: random.chance(0.2) ? [random.pick(REASONS), "DB"] : [random.pick(REASONS)],
    sen,
  }));
}

const isSchoolAge = (birth: Day): boolean =>
  ageOn(birth, dayOf(2024, 8, 31)) >= 4 && ageOn(birth, dayOf(2025, 8, 31)) <= 16;

function makePupil(
  random: Random,
  { person, life }: Pick<Pupil, "person" | "life">,
  rolls: Rolls,
  returns: readonly ReturnInfo[],
): Pupil | null {
  const { birth } = person;
  if (!isSchoolAge(birth)) return null;
  const planned = CENSUSES.map(
    ({ day }) => life !== null && hasPlanInForce(life, day, returns) !== null,
  );
  const enrolments = makeEnrolments(
    random,
    rolls,
    birth,
    planned.some(Boolean) && random.chance(0.4),
  );
  const own = life
    ? random.weighted([
        ["K", 60],
        ["N", 40],
      ] as const)
    : random.weighted([
        ["N", 84],
        ["K", 14],
        ["E", 2],
      ] as const);
  const need = random.weighted(NEEDS);
  const told = CENSUSES.map((census, c): PupilInCensus => {
    const since = c === 0 ? dayOf(2024, 10, 3) : CENSUSES[c - 1].day;
    const onRoll = enrolments.filter((enrolment) => isOn(enrolment, census.day));
    const left = enrolments.filter(({ to }) => to !== null && to > since && to <= census.day);
    const shown = [...onRoll, ...left];
    const sen = planned[c] && random.chance(0.95) ? "E" : own;
    const standing = makeStanding(random, census, {
      birth,
      sen,
      need,
      school: shown[0]?.school ?? rolls.unit,
    });
    return {
      standing,
      onRoll,
      left,
      attended: makeAttended(random, shown, census),
      events: shown.length === 0 ? [] : makeEvents(random, shown, census.events, sen),
    };
  });
  const meals = random.chance(0.25)
    ? {
        from: random.int(dayOf(2023, 9, 1), dayOf(2025, 8, 1)),
        to: random.chance(0.2) ? random.int(dayOf(2025, 9, 1), dayOf(2025, 12, 31)) : null,
      }
    : null;
  return { person, life, meals, told };
}

/**
 * The pupils of the sample's schools: those children of its lives who are of school age, and so
 * many others. The same seed gives the same pupils.
 */
export function* makePupils(
  seed: number,
  { lives, returns }: Pick<History, "lives" | "returns">,
  others: number,
  council: SampleCouncil,
): Generator<Pupil> {
  const rolls = rollsOf(council);
  for (const life of lives()) {
    const random = randomOf(seed, STREAMS + life.index);
    const pupil = makePupil(random, { person: life.person, life }, rolls, returns);
    if (pupil) yield pupil;
  }
  const window = [dayOf(2024, 1, 1), dayOf(2024, 12, 31)] as const;
  const first = council.firstPerson + FIRST_OTHER;
  for (let n = 0; n < others; n++) {
    const random = randomOf(seed, STREAMS + first + n);
    const person = makeIdentity(random, first + n, {
      months: random.int(61, 190),
      on: dayOf(2024, 8, 31),
      window,
      places: council.places,
    });
    const pupil = makePupil(random, { person, life: null }, rolls, returns);
    if (pupil) yield pupil;
  }
}
