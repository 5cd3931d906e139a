import { addMonths, ageOn, civilOf, dayOf, type Day } from "../../calendar/day";
import type { History, Identity } from "../history";
import { SAMPLESHIRE, type SampleCouncil } from "../councils";
import { makeIdentity } from "../life/make-identity";
import { randomOf, type Random } from "../random";
import { nhsNumberOf, personIdOf } from "./identifiers";
import { makeDigitalReferrals, makeReferrals, type ReferralWindow } from "./make-referrals";
import { homeIn, homesOf, PRACTICES, type Home, type HOMES } from "./organisations";
import type { Patient, Stretch } from "./person";

/** Streams of random numbers of patients begin here; those of lives and pupils are below. */
const STREAMS = 10_000_000;
/**
 * Numbers of patients whom SEN2 does not know, and of people as an anonymous service knows them.
 */
const FIRST_OTHER = 20_250_000;
const FIRST_DIGITAL = 60_000_000;
/** Months before the first month of the extract in which referrals begin. */
const BEFORE = 10;

/**
 * Ethnic categories of the health service by the first letters of the education code; the rest by
 * their main group.
 */
const ETHNICITIES: readonly (readonly [string, string])[] = [
  ["WBRI", "A"],
  ["WENG", "A"],
  ["WSCO", "A"],
  ["WIR", "B"],
  ["W", "C"],
  ["MWBC", "D"],
  ["MWBA", "E"],
  ["MWAS", "F"],
  ["M", "G"],
  ["AIND", "H"],
  ["APKN", "J"],
  ["ABAN", "K"],
  ["A", "L"],
  ["BCRB", "M"],
  ["BAFR", "N"],
  ["BSOM", "N"],
  ["B", "P"],
  ["CH", "R"],
  ["O", "S"],
  ["REFU", "Z"],
  ["NOBT", "99"],
];
const ethnicityOf = (code: string): string =>
  ETHNICITIES.find(([start]) => code.startsWith(start))![1];

function stretchIn(random: Random, { first, last }: ReferralWindow): Stretch {
  const from = random.int(addMonths(first, -24), last);
  return { from, to: random.chance(0.5) ? from + random.int(60, 500) : null };
}

interface Known {
  readonly number: number;
  readonly who: Pick<Identity, "birth" | "sex" | "ethnicity">;
  /** Where SEN2 says that they live; null for people whom it does not know. */
  readonly own: Home | null;
  readonly anonymous: boolean;
}

function makePatient(
  random: Random,
  { number, who, own, anonymous }: Known,
  window: ReferralWindow,
  homesHere: typeof HOMES,
): Patient {
  const { birth } = who;
  const home = own ?? random.weighted(homesHere);
  const homes = [
    {
      from: 0,
      home:
        anonymous && random.chance(0.5) ? { ...home, district: "", council: "not_recorded" } : home,
    },
  ];
  if (!own && !anonymous && random.chance(0.08))
    homes.push({ from: random.int(window.first, window.last), home: random.weighted(homesHere) });
  const registered = random.weighted([
    ["practice", 93],
    ["none", 4],
    ["silent", 3],
  ] as const);
  const practice = registered === "practice" && !anonymous ? random.weighted(PRACTICES) : null;
  const child = ageOn(birth, window.last) < 19;
  const former =
    practice && random.chance(0.04)
      ? { practice: random.weighted(PRACTICES), ended: window.first - random.int(30, 900) }
      : null;
  const commissioner = practice?.subIcb ?? (homes[0].home.subIcb || "91Q");
  return {
    number,
    birth,
    homes,
    practice,
    gender: random.chance(0.02) ? "3" : who.sex === "M" ? "1" : "2",
    ethnicity: ethnicityOf(who.ethnicity),
    personId: personIdOf(anonymous ? FIRST_DIGITAL + ((number - FIRST_DIGITAL) >> 1) : number),
    nhsNumber: nhsNumberOf(number),
    school: child ? `EE${110_000 + random.int(1, 60)}` : "",
    silent: registered === "silent" || anonymous,
    formerPractice: former,
    lookedAfter: child && random.chance(0.09) ? stretchIn(random, window) : null,
    protectionPlan: child && random.chance(0.08) ? stretchIn(random, window) : null,
    youngCarer: child && random.chance(0.06),
    learningDisability: random.weighted([
      ["5", 80],
      ["1", 8],
      ["2", 4],
      ["U", 5],
      ["Z", 3],
    ] as const),
    autism: random.weighted([
      ["5", 66],
      ["1", 12],
      ["2", 12],
      ["3", 4],
      ["X", 6],
    ] as const),
    referrals: anonymous
      ? makeDigitalReferrals(random, { birth, number, commissioner }, window)
      : makeReferrals(random, { birth, number, commissioner }, window),
  };
}

/**
 * Months of age on the last day, from four years on: children, young adults, and some adults. One
 * in twelve is near eighteen or nineteen.
 */
const monthsOld = (random: Random): number => {
  const [low, high] = random.weighted([
    [[66, 215], 66],
    [[205, 235], 8],
    [[216, 311], 17],
    [[312, 720], 9],
  ] as const);
  return random.int(low, high);
};

interface PatientOptions {
  readonly seed: number;
  /** About how many people, an anonymous service's apart. */
  readonly people: number;
  /** First day of the first month and last day of the last one of the extract. */
  readonly first: Day;
  readonly last: Day;
  /** Whose people they are, in the order of their numbers. */
  readonly councils?: readonly SampleCouncil[];
}

/** How many of the patients SEN2 returns tell of, as far as there are as many. */
const SHARED = 0.4;

/**
 * People known to mental health services: some of those that SEN2 knows, others, and users of an
 * anonymous digital service. The same options give the same people.
 */
export function* makePatients(
  { lives }: History,
  { seed, people, first, last, councils = [SAMPLESHIRE] }: PatientOptions,
): Generator<Patient> {
  const window: ReferralWindow = { first: addMonths(first, -BEFORE), last };
  const known = [...lives()].filter(
    ({ person: { birth } }) => birth < dayOf(civilOf(first).year - 5, 1, 1),
  );
  const share = Math.min(0.5, (SHARED * people) / Math.max(1, known.length));
  const homesHere = homesOf(councils);
  const homeOf = (number: number): Home =>
    homeIn(councils.filter(({ firstPerson }) => firstPerson <= number).at(-1)!);
  const { places } = councils[0];
  let count = 0;
  for (const { index, person } of known) {
    const random = randomOf(seed, STREAMS + index);
    if (count >= people || !random.chance(share)) continue;
    count++;
    const known = { number: index, who: person, own: homeOf(index), anonymous: false };
    yield makePatient(random, known, window, homesHere);
  }
  for (let n = 0; count < people; n++, count++) {
    const random = randomOf(seed, STREAMS + FIRST_OTHER + n);
    yield makePatient(
      random,
      {
        number: FIRST_OTHER + n,
        who: makeIdentity(random, FIRST_OTHER + n, {
          months: monthsOld(random),
          on: last,
          window: [first, last],
          places,
        }),
        own: null,
        anonymous: false,
      },
      window,
      homesHere,
    );
  }
  for (let n = 0; n < Math.ceil(people / 10); n++) {
    const random = randomOf(seed, STREAMS + FIRST_DIGITAL + n);
    yield makePatient(
      random,
      {
        number: FIRST_DIGITAL + n,
        who: makeIdentity(random, FIRST_DIGITAL + n, {
          months: random.int(140, 260),
          on: last,
          window: [first, last],
          places,
        }),
        own: null,
        anonymous: true,
      },
      window,
      homesHere,
    );
  }
}
