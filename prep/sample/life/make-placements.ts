import { ageOn, civilOf, dayOf, type Day } from "../../calendar/day";
import type { Placement } from "../history";
import type { Random } from "../random";
import { TRAINING_PROVIDER, type School } from "../schools";

type Choice = readonly [string, number];

/**
 * Where children with plans are taught, by age on entry: a placement group of the register, a
 * SENsetting code, or the provider in no register.
 */
const CHOICES: readonly { readonly below: number; readonly choices: readonly Choice[] }[] = [
  {
    below: 4,
    choices: [
      ["mainstream_maintained", 50],
      ["EYP", 40],
      ["special_maintained", 6],
      ["NIEO", 4],
    ],
  },
  {
    below: 11,
    choices: [
      ["mainstream_maintained", 27],
      ["mainstream_academy", 22],
      ["mainstream_free_school", 3],
      ["mainstream_independent", 1],
      ["special_maintained", 19],
      ["special_academy", 13],
      ["special_non_maintained", 2],
      ["special_independent", 6],
      ["ap_maintained", 1],
      ["OLA", 1.5],
      ["OPA", 0.5],
      ["EHE", 2],
      ["NIEO", 2],
      ["OTH", 0.3],
      ["welsh_establishment", 0.3],
    ],
  },
  {
    below: 16,
    choices: [
      ["mainstream_maintained", 8],
      ["mainstream_academy", 24],
      ["mainstream_free_school", 2],
      ["mainstream_independent", 1],
      ["special_maintained", 21],
      ["special_academy", 15],
      ["special_non_maintained", 2],
      ["special_independent", 9],
      ["ap_maintained", 2],
      ["ap_academy", 1],
      ["ap_free_school", 1],
      ["OLA", 3],
      ["OPA", 0.5],
      ["EHE", 4],
      ["NIEO", 3],
      ["OTH", 0.3],
      ["online_provider", 0.7],
      ["other_establishment", 0.3],
    ],
  },
  {
    below: 19,
    choices: [
      ["fe_general", 44],
      ["fe_specialist", 10],
      ["fe_ukrlp", 6],
      ["mainstream_academy", 10],
      ["special_maintained", 12],
      ["special_independent", 4],
      ["OLA", 2],
      ["EHE", 1],
      ["NEET", 8],
      ["NIEC", 1],
      ["NIEO", 2],
    ],
  },
  {
    below: 99,
    choices: [
      ["fe_general", 58],
      ["fe_specialist", 14],
      ["fe_ukrlp", 8],
      ["OLA", 3],
      ["NEET", 13],
      ["NIEC", 2],
      ["NIEO", 2],
    ],
  },
];

const SETTLED = dayOf(2014, 1, 1);

interface Wanted {
  readonly group: string;
  readonly age: number;
  readonly entry: Day;
}

function schoolFor(
  random: Random,
  schools: readonly School[],
  { group, age, entry }: Wanted,
): School | undefined {
  const open = schools.filter(
    (school) =>
      school.group === group &&
      school.opened < SETTLED &&
      (school.closed === null || school.closed >= entry) &&
      school.ages[0] <= age &&
      school.ages[1] >= age,
  );
  const near = open.filter((school) => school.authority === schools[0].authority);
  return near.length > 0 && random.chance(0.9)
    ? random.pick(near)
    : open.length > 0
      ? random.pick(open)
      : undefined;
}

/**
 * One placement from a day. A child under four in a setting that no school of the list takes goes
 * to an early years provider.
 */
function placementAt(
  random: Random,
  age: number,
  schools: readonly School[],
  { entry, leaving, rank }: Pick<Placement, "entry" | "leaving" | "rank">,
): Placement {
  const choice = random.weighted(CHOICES.find(({ below }) => age < below)!.choices);
  const blank: Placement = {
    urn: "",
    ukprn: "",
    setting: "",
    rank,
    entry,
    leaving,
    unit: false,
    resourced: false,
    residential: "",
    workBased: "",
    stale: random.chance(0.3),
  };
  if (choice === "fe_ukrlp")
    return { ...blank, ukprn: TRAINING_PROVIDER, workBased: random.pick(["A", "T", "S", ""]) };
  if (/^[A-Z]+$/.test(choice)) return { ...blank, setting: choice };
  const school = schoolFor(random, schools, { group: choice, age, entry });
  if (!school) return { ...blank, setting: age < 4 ? "EYP" : "OLA" };
  const byUkprn = choice === "fe_general" && random.chance(0.3);
  const residential =
    /special_(independent|non_maintained)|fe_specialist/.test(choice) && random.chance(0.25)
      ? random.pick(["A", "B"])
      : "";
  const [unit, resourced] = [
    school.hasUnit && random.chance(0.4),
    school.hasResourced && random.chance(0.4),
  ];
  return byUkprn
    ? { ...blank, ukprn: school.ukprn }
    : { ...blank, urn: school.urn, unit, resourced, residential };
}

/** 1 September on which a child starts at the first or the next stage after a day. */
function nextStage(birth: Day, after: Day): Day {
  const { year } = civilOf(after);
  for (let start = year; ; start++) {
    const day = dayOf(start, 9, 1);
    if (day > after && [4, 11, 16, 19].includes(ageOn(birth, day - 1))) return day;
    if (start > year + 12) return dayOf(9999, 1, 1);
  }
}

/** From when to when, and the schools to choose from, those of the own council first. */
interface Stay {
  readonly first: Day;
  readonly last: Day | null;
  readonly schools: readonly School[];
}

/**
 * Placements from `first` until `last` (null: still running): a new one at each stage of education,
 * now and then a move within
 * a stage with a gap before it, and sometimes a second placement beside the first. Two of a rank
 * never overlap.
 */
export function makePlacements(
  random: Random,
  birth: Day,
  { first, last, schools }: Stay,
): Placement[] {
  const until = last ?? dayOf(2027, 8, 31);
  const placements: Placement[] = [];
  let entry = first;
  while (entry <= until) {
    const stage = nextStage(birth, entry);
    const moves = random.chance(0.2) && stage - entry > 500;
    const end = moves ? entry + random.int(200, stage - entry - 200) : stage - 1;
    const leaving = end >= until ? last : end;
    const age = ageOn(birth, entry);
    placements.push(placementAt(random, age, schools, { entry, leaving, rank: 1 }));
    // The second placement outlasts the first by up to 20 days and begins 30 after it, so that the
    // next second one never overlaps it.
    if (random.chance(0.05) && age >= 5 && (leaving ?? until) - entry > 120)
      placements.push(
        placementAt(random, age, schools, {
          entry: entry + 30,
          leaving: leaving === null ? null : Math.min(leaving + random.int(0, 20), until),
          rank: 2,
        }),
      );
    entry = end + 1 + (moves || random.chance(0.1) ? random.int(0, 70) : 0);
  }
  return placements;
}
