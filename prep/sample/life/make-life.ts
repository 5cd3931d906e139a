import { ageOn, dayOf, type Day } from "../../calendar/day";
import { yearOf, type Life, type Request, type ReturnInfo } from "../history";
import { randomOf, type Random } from "../random";
import type { SampleCouncil } from "../councils";
import { OTHERS, type School } from "../schools";
import { makeIdentity } from "./make-identity";
import { lastCease, makePlan } from "./make-plan";
import { makeAssessment, makeDecision } from "./make-request";

/** What a person's story begins with, in per cent. */
const STORIES = [
  ["plan", 56],
  ["request", 33],
  ["in hand", 4],
  ["transfer in", 4],
  ["date lost", 1.5],
  ["plan, date lost", 1.5],
] as const;

/** Age in months when a plan is held, and when a request is made. */
const HELD_AGES = [
  [[30, 59], 4],
  [[60, 131], 34],
  [[132, 191], 36],
  [[192, 239], 20],
  [[240, 282], 6],
] as const;
const REQUEST_AGES = [
  [[8, 59], 22],
  [[60, 131], 44],
  [[132, 191], 26],
  [[192, 239], 7],
  [[240, 270], 1],
] as const;

const EHC_PLANS_BEGAN = dayOf(2014, 9, 1);

interface World {
  readonly random: Random;
  readonly birth: Day;
  /** First day of the first reference year, and last day of the last. */
  readonly window: readonly [Day, Day];
  /** Last day of a decision that may be entered late. */
  readonly lastLate: Day;
  readonly schools: readonly School[];
  /** Days of an assessment for each that most councils need. */
  readonly pace: number;
}

const base = (random: Random): Pick<Request, "source" | "rya"> => ({
  source: random.weighted([
    [1, 45],
    [2, 47],
    [3, 4],
    [4, 2],
    [5, 2],
  ] as const),
  rya: random.chance(0.004),
});

/**
 * A request with all that follows from it. `firstIssue` is the first day on which its assessment
 * may end.
 */
function makeRequest(world: World, received: Day, yes: number, firstIssue: Day): Request {
  const { random, window, birth, schools, pace } = world;
  const decision = makeDecision(random, received, yes, world.lastLate);
  // A refusal of the window that mediation overturned keeps its own outcome; the assessment follows
  // all the same.
  const overturned =
    decision.outcome === "N" &&
    decision.mediation &&
    decision.date >= window[0] &&
    random.chance(0.3);
  if (decision.outcome !== "Y" && !overturned)
    return { received, ...base(random), decision, assessment: null, plan: null };
  const { assessment, issued } = makeAssessment(
    random,
    received,
    decision.date + (overturned ? 30 : 0),
    { firstIssue: Math.max(firstIssue, decision.recorded + 14), pace },
  );
  const start = issued === null ? 0 : issued + (random.chance(0.03) ? random.int(1, 7) : 0);
  return {
    received,
    ...base(random),
    decision,
    assessment,
    plan:
      issued === null
        ? null
        : makePlan(random, birth, { start, transfer: null, holdUntil: start, window, schools }),
  };
}

/**
 * A plan issued before the sample's first reference year; for two in five the date of the request
 * is lost.
 */
function oldPlan({ random, birth, window, schools }: World): Request {
  const start = Math.max(EHC_PLANS_BEGAN, birth + 240, window[0] - random.int(30, 2900));
  const received = start - random.int(100, 260);
  const decided = { outcome: "Y", dated: true, mediation: false, tribunal: false } as const;
  return {
    received: random.chance(0.6) ? received : null,
    ...base(random),
    decision: { ...decided, date: received + 40, recorded: received + 40, exported: "" },
    assessment: {
      result: { ...decided, date: start, otherMediation: false, otherTribunal: false },
      week20: false,
      agreedToIssue: null,
    },
    plan: makePlan(random, birth, { start, transfer: null, holdUntil: window[0], window, schools }),
  };
}

function transferIn(
  { random, birth, window, schools }: World,
  earliest: Day,
  begins: Day,
): Request | null {
  const year = random.int(yearOf(window[0]), yearOf(window[1]));
  const day = dayOf(year, random.int(2, 11), random.int(1, 28));
  if (day < earliest || day > lastCease(birth) - 60) return null;
  const start = Math.max(
    begins,
    birth + 240,
    random.chance(0.5) ? dayOf(year, 1, 1) + random.int(0, 25) : day - random.int(100, 2500),
  );
  return start >= day
    ? null
    : {
        received: null,
        ...base(random),
        decision: null,
        assessment: null,
        plan: makePlan(random, birth, {
          start,
          transfer: { from: random.pick(OTHERS), day },
          holdUntil: day,
          window,
          schools,
        }),
      };
}

/**
 * An assessment under way when the sample begins, of a request whose date is lost; it ends in a
 * plan in the first year, or in none.
 */
function dateLost(world: World, withPlan: boolean): Request {
  const { random, window, birth, schools } = world;
  const date = window[0] - random.int(60, 300);
  const decision = {
    outcome: "Y",
    date,
    dated: true,
    mediation: false,
    tribunal: false,
    recorded: date,
    exported: "",
  } as const;
  const ends = withPlan ? window[0] + random.int(1, 360) : random.int(window[0], window[1] + 200);
  const outcome = withPlan ? ("Y" as const) : random.pick(["N", "W"] as const);
  const result = {
    outcome,
    date: ends,
    dated: true,
    mediation: false,
    tribunal: false,
    otherMediation: false,
    otherTribunal: false,
  };
  const plan = withPlan
    ? makePlan(random, birth, { start: ends, transfer: null, holdUntil: ends, window, schools })
    : null;
  return {
    received: null,
    ...base(random),
    decision,
    assessment: { result, week20: false, agreedToIssue: null },
    plan,
  };
}

function firstRequest(world: World, story: (typeof STORIES)[number][0], received: Day): Request {
  if (story === "plan") return oldPlan(world);
  if (story === "request") return makeRequest(world, received, 0.72, world.window[0]);
  if (story === "in hand") return makeRequest(world, received, 1, world.window[0]);
  if (story === "transfer in")
    return transferIn(world, world.window[0], EHC_PLANS_BEGAN) ?? oldPlan(world);
  return dateLost(world, story === "plan, date lost");
}

/**
 * What may follow: a second request after a refusal, a new request or a transfer back after a plan
 * has ended.
 */
function nextRequest(world: World, before: Request): Request | null {
  const { random, window, birth } = world;
  const ended = before.plan?.cease ?? null;
  const refused =
    before.plan === null && before.decision?.outcome === "N" ? before.decision.date : null;
  if (ended && ended.reason === 5 && random.chance(0.25))
    return transferIn(world, ended.date + 60, ended.date + 10);
  const from =
    refused !== null && random.chance(0.45)
      ? refused
      : ended && [2, 5, 6, 7].includes(ended.reason) && random.chance(0.15)
        ? ended.date
        : null;
  if (from === null) return null;
  const received = from + random.int(60, 300);
  return received < window[0] || received > window[1] || ageOn(birth, received) > 22
    ? null
    : makeRequest(world, received, 0.8, window[0]);
}

/**
 * The whole life of invented person number `index` of a council: always the same for the same seed
 * and returns, whoever else is in the sample.
 */
export function makeLife(
  seed: number,
  index: number,
  returns: readonly ReturnInfo[],
  { places, schools, pace }: Pick<SampleCouncil, "places" | "schools" | "pace">,
): Life {
  const random = randomOf(seed, index);
  const window = [returns[0].start, returns[returns.length - 1].end] as const;
  const story = random.weighted(STORIES);
  const asked = story === "request" || story === "in hand";
  const received =
    story === "request" ? random.int(window[0], window[1]) : window[0] - random.int(1, 150);
  const [low, high] = random.weighted<readonly [number, number]>(asked ? REQUEST_AGES : HELD_AGES);
  const person = makeIdentity(random, index, {
    months: random.int(low, high),
    on: asked ? received : window[0],
    window,
    places,
  });
  const lastLate = returns.length > 1 ? returns[returns.length - 2].end : window[0] - 1;
  const world = { random, birth: person.birth, window, lastLate, schools, pace };
  const first = firstRequest(world, story, received);
  const next = nextRequest(world, first);
  return { index, person, requests: next ? [first, next] : [first] };
}
