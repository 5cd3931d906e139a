import { dayOf } from "../../calendar/day";
import { wrongLetter } from "../planted-errors";
import { randomOf } from "../random";
import type { School } from "../schools";
import { CENSUSES, type SampleCensus } from "./censuses";
import type { Enrolment, Event, Pupil, SampleStanding, PupilInCensus } from "./pupil";

/** A pupil as a guest of a second school in one census. */
interface Guest {
  readonly person: Pupil["person"];
  readonly standing: SampleStanding;
  readonly enrolment: Enrolment;
  /** Whether the guest has left. */
  readonly left?: boolean;
  readonly possible?: number;
  readonly codes?: readonly (readonly [code: string, sessions: number])[];
  readonly events?: readonly Omit<Event, "enrolment">[];
}

/**
 * A kind of error that can be planted. Each makes a pupil the guest (enrolment status S) of a
 * second school in one census, with something wrong in
 * that record only, so that no figure changes: guests are not counted, and what is wrong is not
 * counted either.
 */
interface CensusErrorKind {
  /** The rule that must find it, and others that speak of the same record. */
  readonly rule: string;
  readonly also?: readonly string[];
  /** Which pupils it fits; in spring only where `spring` is set. */
  readonly fits?: (standing: SampleStanding) => boolean;
  readonly spring?: boolean;
  readonly spoil: (guest: Guest, census: SampleCensus, own: Enrolment) => Guest;
}

/** A code that no pupil truly has. */
const wrong = <T extends string>(code: string): T => code as T;

const hasSen = ({ sen }: SampleStanding): boolean => sen !== "N";
const hasNoSen = ({ sen }: SampleStanding): boolean => sen === "N";
const standing =
  (change: (of: SampleStanding) => Partial<SampleStanding>): CensusErrorKind["spoil"] =>
  (guest) => ({ ...guest, standing: { ...guest.standing, ...change(guest.standing) } });
const enrolment =
  (
    change: (of: Enrolment, census: SampleCensus, own: Enrolment) => Partial<Enrolment>,
  ): CensusErrorKind["spoil"] =>
  (guest, census, own) => ({
    ...guest,
    enrolment: { ...guest.enrolment, ...change(guest.enrolment, census, own) },
  });
const person =
  (change: (of: Pupil["person"]) => Partial<Pupil["person"]>): CensusErrorKind["spoil"] =>
  (guest) => ({ ...guest, person: { ...guest.person, ...change(guest.person) } });

/** A suspension in a term that no census of the sample tells of, so that it counts nowhere. */
const LONG_AGO: Omit<Event, "enrolment"> = {
  start: dayOf(2019, 6, 4),
  category: "SUSP",
  sessions: 3,
  reasons: ["PP"],
  sen: "N",
};
const event =
  (change: Partial<Event>, times = 1): CensusErrorKind["spoil"] =>
  (guest) => ({
    ...guest,
    events: Array.from({ length: times }, () => ({ ...LONG_AGO, ...change })),
  });

const CENSUS_ERROR_KINDS: readonly CensusErrorKind[] = [
  { rule: "SC-P01", spoil: person(() => ({ upnKnown: null })) },
  { rule: "SC-P02", spoil: person(({ upn }) => ({ upn: wrongLetter(upn) })) },
  { rule: "SC-P03", spoil: enrolment((_, __, { school }) => ({ school })) },
  { rule: "SC-P04", spoil: enrolment((_, __, { from }) => ({ status: "C", from: from - 200 })) },
  { rule: "SC-P05", spoil: enrolment(() => ({ status: wrong<Enrolment["status"]>("") })) },
  { rule: "SC-P06", spoil: person(() => ({ birth: dayOf(1990, 1, 1) })) },
  { rule: "SC-P07", spoil: enrolment((_, { day }) => ({ from: day + 30 })) },
  {
    rule: "SC-P08",
    spoil: (guest, { day }) => ({
      ...guest,
      left: true,
      enrolment: { ...guest.enrolment, from: day - 10, to: day - 40 },
    }),
  },
  { rule: "SC-S01", spoil: standing(() => ({ sen: wrong<SampleStanding["sen"]>("") })) },
  { rule: "SC-S02", spring: true, spoil: standing(() => ({ sen: "K", needs: [] })) },
  { rule: "SC-S03", spring: true, fits: hasSen, spoil: standing(() => ({ sen: "N" })) },
  { rule: "SC-S04", fits: hasNoSen, spoil: standing(() => ({ unit: true })) },
  { rule: "SC-A01", spoil: (guest) => ({ ...guest, possible: 10, codes: [["I", 11]] }) },
  { rule: "SC-A03", spoil: (guest) => ({ ...guest, possible: 0, codes: [["I", -1]] }) },
  { rule: "SC-E01", spoil: event({ start: dayOf(2030, 1, 8) }) },
  { rule: "SC-E02", spoil: event({}) },
  { rule: "SC-E03", also: ["SC-E02"], spoil: event({ sessions: 91 }) },
  { rule: "SC-E04", also: ["SC-E02"], spoil: event({ category: wrong<Event["category"]>("") }) },
  { rule: "SC-E05", also: ["SC-E02"], spoil: event({ reasons: [""] }) },
  { rule: "SC-C01", spoil: standing(() => ({ year: "99" })) },
  { rule: "SC-C02", spoil: (guest) => ({ ...guest, possible: NaN }) },
  {
    rule: "SC-C03",
    fits: hasSen,
    spoil: standing(() => ({ sen: wrong<SampleStanding["sen"]>("S") })),
  },
  { rule: "SC-K04", also: ["SC-E02"], spoil: event({}, 2) },
  {
    rule: "SC-R02",
    spoil: enrolment(({ school }) => ({ school: { ...school, estab: "9990", urn: "999990" } })),
  },
];

/**
 * Where an error stands: the census, and the establishment number of the school whose record it is.
 */
interface PlantedCensusError {
  readonly rule: string;
  readonly also: readonly string[];
  readonly census: string;
  readonly school: string;
}

interface CensusPlanting {
  /** The guests, to be written with the pupils. */
  readonly guests: readonly Pupil[];
  readonly planted: readonly PlantedCensusError[];
}

const absent: Pick<PupilInCensus, "onRoll" | "left" | "attended" | "events"> = {
  onRoll: [],
  left: [],
  attended: [],
  events: [],
};

function guestPupil(
  pupil: Pupil,
  c: number,
  {
    person: as,
    standing: shown,
    enrolment: stay,
    left = false,
    possible,
    codes = [],
    events = [],
  }: Guest,
): Pupil {
  const there: PupilInCensus = {
    standing: shown,
    onRoll: left ? [] : [stay],
    left: left ? [stay] : [],
    attended:
      possible === undefined ? [] : [{ enrolment: stay, first: { possible, codes }, second: null }],
    events: events.map((one) => ({ ...one, enrolment: stay })),
  };
  return {
    person: as,
    life: null,
    meals: null,
    told: pupil.told.map((told, i) => (i === c ? there : { ...told, ...absent })),
  };
}

/** At one school through all censuses, and known by UPN before the first. */
const isSteady = ({ told, person: { upnKnown } }: Pupil): boolean => {
  const school = told[0].onRoll[0]?.school;
  return (
    school !== undefined &&
    upnKnown !== null &&
    upnKnown <= CENSUSES[0].day &&
    told.every(
      ({ onRoll, left }) => onRoll.length === 1 && left.length === 0 && onRoll[0].school === school,
    )
  );
};

/**
 * Plants so many errors, kind after kind and census after census, each with a pupil of its own;
 * fewer where there are not pupils enough that an
 * error fits. The same seed gives the same errors.
 */
export function plantCensusErrors(
  pupils: readonly Pupil[],
  errors: number,
  seed: number,
): CensusPlanting {
  const waiting = pupils.filter(isSteady);
  const schools = [...new Set(waiting.map(({ told }) => told[0].onRoll[0].school))].sort((a, b) =>
    a.estab < b.estab ? -1 : 1,
  );
  const random = randomOf(seed, 4_000_000);
  const guests: Pupil[] = [];
  const planted: PlantedCensusError[] = [];
  for (let n = 0; n < errors && schools.length > 1; n++) {
    const {
      rule,
      also = [],
      fits = () => true,
      spring = false,
      spoil,
    } = CENSUS_ERROR_KINDS[n % CENSUS_ERROR_KINDS.length];
    const turn = Math.floor(n / CENSUS_ERROR_KINDS.length) + n;
    const springs = CENSUSES.flatMap(({ term }, c) => (term === "Spring" ? [c] : []));
    const c = spring ? springs[turn % springs.length] : turn % CENSUSES.length;
    const from = random.int(0, Math.max(0, waiting.length - 1));
    const found = waiting.findIndex((pupil, i) => i >= from && fits(pupil.told[c].standing));
    const at = found >= 0 ? found : waiting.findIndex(({ told }) => fits(told[c].standing));
    if (at < 0) continue;
    const [pupil] = waiting.splice(at, 1);
    const own = pupil.told[c].onRoll[0];
    const others = schools.filter((school: School) => school !== own.school);
    const guest: Guest = {
      person: pupil.person,
      standing: { ...pupil.told[c].standing, unit: false, resourced: false },
      enrolment: { school: random.pick(others), from: dayOf(2024, 9, 9), to: null, status: "S" },
    };
    const spoilt = spoil(guest, CENSUSES[c], own);
    guests.push(guestPupil(pupil, c, spoilt));
    planted.push({
      rule,
      also,
      census: `${CENSUSES[c].year}-${CENSUSES[c].term.toLowerCase()}`,
      school: spoilt.enrolment.school.estab,
    });
  }
  return { guests, planted };
}
