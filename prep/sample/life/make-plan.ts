import { addMonths, ageOn, civilOf, dayOf, type Day } from "../../calendar/day";
import { yearOf, type SamplePlan, type Review } from "../history";
import type { Random } from "../random";
import type { School } from "../schools";
import { makePlacements } from "./make-placements";

const NEEDS: readonly (readonly [string, number])[] = [
  ["ASD", 33],
  ["SEMH", 21],
  ["SLCN", 20],
  ["MLD", 8],
  ["SLD", 4],
  ["SPLD", 4],
  ["PD", 3],
  ["HI", 1.7],
  ["VI", 1],
  ["MSI", 0.3],
  ["PMLD", 1.5],
  ["DS", 1],
  ["OTH", 1.5],
];

const LAST_YEAR = 2026;

function makeNeeds(random: Random, start: Day, window: readonly [Day, Day]): SamplePlan["needs"] {
  const need = (from: Day): SamplePlan["needs"][number] => {
    const primary = random.weighted(NEEDS);
    const second = random.weighted(NEEDS);
    return { from, primary, secondary: random.chance(0.3) && second !== primary ? second : "" };
  };
  const changed = random.int(window[0], window[1]);
  return random.chance(0.1) && changed > start ? [need(start), need(changed)] : [need(start)];
}

/**
 * Last day on which a plan can end: 31 July of the school year in which the person turns 25, a year
 * sooner for those who would be
 * over 26 on the next census day.
 */
export function lastCease(birth: Day): Day {
  const { year, month, day } = civilOf(birth);
  return dayOf(year + (month === 1 && day <= 25 ? 24 : 25), 7, 31);
}

/**
 * Keeps a cease out of New Year's Eve to census day unless the plan is so young that no annual
 * review of it is due.
 */
function settle(date: Day, start: Day): Day {
  const { month, day } = civilOf(date);
  if (start > addMonths(date, -11)) return date;
  if (month === 1 && day <= 22) return date + 25;
  return month === 12 && day === 31 ? date - 1 : date;
}

/**
 * When and why a plan ends, from a day on; null when it is still in force at the end of the sample.
 */
function makeCease(random: Random, birth: Day, start: Day, from: Day): SamplePlan["cease"] {
  const newYear = dayOf(yearOf(start) + 1, 1, random.int(2, 12));
  if (random.chance(0.02) && newYear > from && start > addMonths(newYear, -11))
    return { date: newYear, reason: random.pick([5, 7, 9]) };
  const last = lastCease(birth);
  for (let year = yearOf(from); year <= LAST_YEAR; year++) {
    const anyDay = settle(dayOf(year, 1, 1) + random.int(0, 364), start);
    if (anyDay > from && anyDay < last && random.chance(0.015))
      return {
        date: anyDay,
        reason: random.weighted([
          [5, 75],
          [7, 10],
          [8, 5],
          [9, 10],
        ] as const),
      };
    const summer = random.pick([dayOf(year, 7, 31), dayOf(year, 8, 31), dayOf(year, 7, 19)]);
    const age = ageOn(birth, summer);
    if (summer >= last)
      return { date: Math.max(Math.min(summer, last), from), reason: age >= 24 ? 1 : 6 };
    if (summer > from && age >= 16 && random.chance(age >= 18 ? 0.22 : 0.08))
      return {
        date: summer,
        reason: age >= 18 ? random.pick([2, 3, 4, 6]) : random.pick([2, 4, 6]),
      };
  }
  return null;
}

/**
 * Annual reviews from a day on. Some meet between New Year and census day: the return then hides
 * the one that was the latest on New Year's Eve.
 */
function makeReviews(random: Random, from: Day, end: Day): Review[] {
  const reviews: Review[] = [];
  for (let last = from; ;) {
    let meeting = random.weighted([
      [() => addMonths(last, 12), 10],
      [() => last + random.int(300, 364), 55],
      [() => last + random.int(366, 430), 27],
      [() => last + random.int(500, 800), 8],
    ] as const)();
    const { year, month, day } = civilOf(meeting);
    if (month === 12 && random.chance(0.2)) meeting = dayOf(year, 12, 31);
    if (month === 1 && day <= 22) {
      const later = dayOf(year, 1, random.int(23, 31));
      if (day % 2 === 0) meeting = later;
    }
    if (meeting > end) return reviews;
    const outcome = random.weighted([
      ["M", 55],
      ["A", 42],
      ["C", 3],
    ] as const);
    const decided = random.chance(0.06)
      ? null
      : meeting +
        random.weighted([
          [28, 10],
          [random.int(3, 27), 50],
          [random.int(29, 90), 40],
        ] as const);
    reviews.push({
      meeting,
      outcome,
      draft:
        outcome === "A" && decided !== null ? Math.min(meeting + random.int(3, 25), decided) : null,
      decided,
    });
    last = meeting;
  }
}

/**
 * Phase transfers of the years from 2023: to secondary school by 15 February, to post-16 by 31
 * March.
 */
function makePhaseTransfers(random: Random, birth: Day, held: Day): SamplePlan["phaseTransfers"] {
  const transfers: { due: Day; final: Day | null }[] = [];
  for (let year = 2023; year <= LAST_YEAR; year++) {
    const age = ageOn(birth, dayOf(year, 8, 31));
    if (age !== 11 && age !== 16) continue;
    const due = age === 11 ? dayOf(year, 2, 15) : dayOf(year, 3, 31);
    const days = random.weighted<() => number | null>([
      [() => 0, 8],
      [() => -random.int(1, 40), 72],
      [() => random.int(1, 60), 12],
      [() => null, 8],
    ])();
    if (held < due - 120) transfers.push({ due, final: days === null ? null : due + days });
  }
  return transfers;
}

interface PlanOptions {
  readonly start: Day;
  readonly transfer: SamplePlan["transfer"];
  /** The plan may not end before this day. */
  readonly holdUntil: Day;
  readonly window: readonly [Day, Day];
  readonly schools: readonly School[];
}

/** A plan from its start to its end, with its placements, needs, reviews and phase transfers. */
export function makePlan(
  random: Random,
  birth: Day,
  { start, transfer, holdUntil, window, schools }: PlanOptions,
): SamplePlan {
  const held = transfer ? transfer.day : start;
  const cease = makeCease(random, birth, start, Math.max(held + 20, holdUntil));
  const entry = transfer
    ? held
    : Math.min(start, Math.max(start - random.int(0, 700), birth + 730));
  return {
    start,
    transfer,
    cease,
    budget: random.chance(0.06) ? random.int(Math.max(start, window[0] - 900), window[1]) : null,
    placements: makePlacements(random, birth, { first: entry, last: cease?.date ?? null, schools }),
    needs: makeNeeds(random, start, window),
    reviews: makeReviews(random, Math.max(held, window[0] - 1000), window[1] + 15),
    phaseTransfers: makePhaseTransfers(random, birth, held),
  };
}
