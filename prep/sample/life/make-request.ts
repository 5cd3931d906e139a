import { civilOf, dayOf, type Day } from "../../calendar/day";
import { yearOf, type Assessment, type Decision, type AssessmentOutcome } from "../history";
import type { Random } from "../random";
import { OTHERS } from "../schools";

/** Days from request to decision: two thirds within six weeks, some on the last day. */
const decisionDays = (random: Random): number =>
  random.weighted([
    [() => 42, 8],
    [() => random.int(14, 41), 62],
    [() => random.int(43, 90), 22],
    [() => random.int(91, 200), 8],
  ] as const)();

/**
 * Days from request to plan: about half within twenty weeks, some on the last day, a tail beyond a
 * year.
 */
const issueDays = (random: Random): number =>
  random.weighted([
    [() => 140, 6],
    [() => random.int(98, 139), 43],
    [() => random.int(141, 210), 24],
    [() => random.int(211, 364), 18],
    [() => random.int(365, 620), 9],
  ] as const)();

const refusalDays = (random: Random): number =>
  random.weighted([
    [() => 112, 15],
    [() => random.int(84, 111), 45],
    [() => random.int(113, 250), 40],
  ] as const)();

/**
 * The authority's answer to a request, yes with the given probability, else mostly no. A few
 * decisions of November and December up to
 * `lastLate` are entered only after their own year's return (there has to be a later return that
 * shows them).
 */
export function makeDecision(random: Random, received: Day, yes: number, lastLate: Day): Decision {
  const outcome = random.weighted([
    ["Y", yes],
    ["N", (1 - yes) * 0.9],
    ["W", (1 - yes) * 0.1],
  ] as const);
  const date = received + decisionDays(random);
  const late =
    outcome === "Y" && date <= lastLate && civilOf(date).month >= 11 && random.chance(0.06);
  return {
    outcome,
    date,
    dated: outcome !== "W" || random.chance(0.5),
    mediation: outcome === "N" && random.chance(0.2),
    tribunal: outcome === "N" && random.chance(0.06),
    recorded: late ? dayOf(yearOf(date) + 1, 1, random.int(20, 31)) : date,
    exported: outcome === "W" && random.chance(0.4) ? random.pick(OTHERS) : "",
  };
}

interface Course {
  readonly assessment: Assessment;
  /** Day the plan was issued, or null. */
  readonly issued: Day | null;
}

/** When an assessment may end: first day, and days for each that most councils need. */
interface Ending {
  readonly firstIssue: Day;
  readonly pace: number;
}

/**
 * The assessment after a decision to assess. Nine in ten lead to a plan. `from` is the day the
 * clock began.
 */
export function makeAssessment(
  random: Random,
  from: Day,
  decision: Day,
  { firstIssue, pace }: Ending,
): Course {
  const outcome = random.weighted([
    ["Y", 91],
    ["N", 7],
    ["W", 2],
  ] as const);
  const days = Math.round(pace * (outcome === "N" ? refusalDays(random) : issueDays(random)));
  const earliest = Math.max(from + days, decision + random.int(14, 60), firstIssue);
  // A decision to assess and its plan never both fall between New Year and census day: the return
  // could not show the one without the other.
  const date =
    yearOf(earliest) === yearOf(decision) && earliest <= dayOf(yearOf(earliest), 1, 22)
      ? earliest + 30
      : earliest;
  const result: AssessmentOutcome = {
    outcome,
    date,
    dated: outcome !== "W" || random.chance(0.5),
    mediation: outcome === "N" && random.chance(0.3),
    tribunal: outcome === "N" && random.chance(0.1),
  };
  const agreed = outcome === "Y" && random.chance(0.15) ? date - random.int(5, 13) : null;
  return {
    assessment: {
      result: {
        ...result,
        otherMediation: outcome === "Y" && random.chance(0.03),
        otherTribunal: outcome === "Y" && random.chance(0.02),
      },
      week20: date - from > 140 && random.chance(0.15),
      agreedToIssue: agreed,
    },
    issued: outcome === "Y" ? date : null,
  };
}
