import { ageOn, type Day } from "../../calendar/day";
import type { Random } from "../random";
import { makeContacts, makeIndirect } from "./make-contacts";
import { PROVIDERS, type Provider, type Team } from "./organisations";
import type { Referral } from "./person";

const [CHILDREN, ADULTS, VOLUNTARY, DIGITAL] = PROVIDERS;
const SOURCES: readonly (readonly [string, number])[] = [
  ["A1", 34],
  ["C2", 20],
  ["B1", 11],
  ["B2", 5],
  ["C1", 8],
  ["F1", 6],
  ["F3", 4],
  ["H1", 5],
  ["A2", 2],
  ["E6", 1],
  ["P1", 3],
  ["M7", 1],
];
const REASONS: readonly (readonly [string, number])[] = [
  ["05", 26],
  ["04", 14],
  ["24", 14],
  ["15", 10],
  ["16", 7],
  ["12", 5],
  ["11", 4],
  ["06", 4],
  ["21", 4],
  ["18", 6],
  ["10", 2],
  ["30", 4],
];

function providerFor(random: Random, age: number): Provider {
  if (age >= 26) return ADULTS;
  if (age >= 18)
    return random.weighted([
      [ADULTS, 80],
      [CHILDREN, 20],
    ] as const);
  return random.weighted([
    [CHILDREN, 72],
    [VOLUNTARY, 16],
    [ADULTS, 12],
  ] as const);
}

function teamFor(random: Random, { teams }: Provider, age: number): Team | null {
  if (teams.length === 0) return null;
  const fit = teams.filter(({ ages }) => ages === "01" || (ages === "02") === age < 18);
  return random.pick(fit.length > 0 ? fit : teams);
}

/**
 * Reason for a referral to a team: autism for an autism service, crisis for liaison, and for the
 * others what there is.
 */
function reasonFor(random: Random, team: Team | null): string {
  if (team?.type === "C01")
    return random.weighted([
      ["25", 80],
      ["26", 20],
    ] as const);
  if (team?.type === "C02") return "13";
  if (team?.type === "C04")
    return random.weighted([
      ["24", 60],
      ["25", 40],
    ] as const);
  return random.weighted(REASONS);
}

interface Asked {
  readonly birth: Day;
  readonly provider: Provider;
  readonly received: Day;
  readonly commissioner: string;
  /** Last day of the world. */
  readonly last: Day;
  /** Digits that make the referral's number its own. */
  readonly digits: string;
}

type Ended = Referral["discharged"];

/** A referral that the provider does not take, so far as it has said so until the last day. */
function turnedDown(
  random: Random,
  day: Day,
  last: Day,
): Pick<Referral, "rejected" | "discharged"> {
  if (day > last) return { rejected: null, discharged: null };
  const reason = random.weighted([
    ["02", 70],
    ["03", 20],
    ["01", 10],
  ] as const);
  return {
    rejected: { date: day, reason },
    discharged: random.chance(0.7) ? { date: day, reason: "06" } : null,
  };
}

/** Discharge up to two months after the latest contact; one in four stays open. */
function dischargeAfter(random: Random, latest: Day, last: Day): Ended {
  const date = latest + random.int(0, 60);
  if (!random.chance(0.72) || date > last) return null;
  return {
    date,
    reason: random.weighted([
      ["02", 50],
      ["04", 10],
      ["08", 12],
      ["05", 14],
      ["07", 8],
      ["06", 6],
    ] as const),
  };
}

/** A second team of the provider beside the first, now and then. */
function secondTeam(
  random: Random,
  { provider, received }: Pick<Asked, "provider" | "received">,
  team: Team | null,
  until: Day,
): Referral["second"] {
  const others = provider.teams.filter((other) => other !== team && other.type !== "A11");
  const closed = received + random.int(10, 200);
  return team && others.length > 0 && random.chance(0.08)
    ? { team: random.pick(others), closed: closed <= until ? closed : null }
    : null;
}

/** A hospital stay, rarely, and only with a provider that has beds. */
function makeSpell(
  random: Random,
  { provider, received, digits }: Asked,
  discharged: Ended,
  until: Day,
): Referral["spell"] {
  const from = received + random.int(0, 20);
  const to = from + random.int(5, 80);
  const hasBeds = provider === ADULTS || provider === CHILDREN;
  return random.chance(hasBeds ? 0.03 : 0) && from <= until
    ? { id: `70071992547${digits}`, from, to: to <= until ? to : (discharged?.date ?? null) }
    : null;
}

function makeReferral(random: Random, asked: Asked): Referral {
  const { birth, provider, received, commissioner, last, digits } = asked;
  const team = teamFor(random, provider, ageOn(birth, received));
  const urgent = team?.type === "A11";
  const base = {
    provider,
    id: `80071992547${digits}`,
    received,
    commissioner,
    team,
    source: random.weighted(SOURCES),
    reason: reasonFor(random, team),
    priority: urgent
      ? random.pick(["1", "4"])
      : random.weighted([
          ["3", 85],
          ["2", 15],
        ] as const),
  };
  const rejectedOn = received + random.int(1, 20);
  if (random.chance(0.08))
    return {
      ...base,
      ...turnedDown(random, rejectedOn, last),
      second: null,
      contacts: [],
      indirect: [],
      spell: null,
    };
  const contacts = makeContacts(
    random,
    { received, until: last, urgent, written: provider.anonymous },
    (n) => `900719925${digits}${String(n).padStart(2, "0")}`,
  );
  const latest = contacts.at(-1)?.date ?? received + random.int(20, 300);
  const discharged = dischargeAfter(random, latest, last);
  const until = discharged?.date ?? last;
  const second = secondTeam(random, asked, team, until);
  const spell = makeSpell(random, asked, discharged, until);
  return {
    ...base,
    second,
    rejected: null,
    discharged,
    contacts,
    indirect: makeIndirect(random, received, until),
    spell,
  };
}

export interface ReferralWindow {
  /** First day on which a referral may be received, and the last day of the world. */
  readonly first: Day;
  readonly last: Day;
}

/** A person who is referred: birth day, number in the sample, and code of the commissioner. */
interface Referred {
  readonly birth: Day;
  readonly number: number;
  readonly commissioner: string;
}

/**
 * One to four referrals of a person, in the order of their days: some at once with two providers,
 * some again after the first has ended.
 */
export function makeReferrals(
  random: Random,
  { birth, number, commissioner }: Referred,
  { first, last }: ReferralWindow,
): Referral[] {
  const wanted = random.weighted([
    [1, 60],
    [2, 27],
    [3, 10],
    [4, 3],
  ] as const);
  const referrals: Referral[] = [];
  let [received, provider] = [random.int(first, last), providerFor(random, ageOn(birth, last))];
  while (referrals.length < wanted && received <= last) {
    const referral = makeReferral(random, {
      birth,
      provider,
      received,
      commissioner,
      last,
      digits: `${String(number).padStart(8, "0")}${referrals.length}`,
    });
    referrals.push(referral);
    const end = referral.discharged?.date ?? referral.rejected?.date ?? null;
    const atOnce = random.chance(0.35) || end === null;
    received = atOnce ? received + random.int(0, 60) : end! + random.int(1, 180);
    if (atOnce || random.chance(0.3))
      provider = providerFor(random, ageOn(birth, Math.min(received, last)));
  }
  return referrals;
}

/** What somebody told an anonymous service, which does not know whom it shares with others. */
export function makeDigitalReferrals(
  random: Random,
  { birth, number, commissioner }: Referred,
  { first, last }: ReferralWindow,
): Referral[] {
  const received = random.int(first, last);
  return [
    makeReferral(random, {
      birth,
      provider: DIGITAL,
      received,
      commissioner,
      last,
      digits: `${String(number).padStart(8, "0")}0`,
    }),
  ];
}
