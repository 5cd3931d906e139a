import { active, issued, person, request, smallReturn, xmlFile } from "./small-return";
import { text, type MemoryFile } from "./run";

const YEARS = [2022, 2023, 2024];

/** Estimates with so many people of each age and sex in a district; a thousand more each year. */
export function estimates(
  districts: Readonly<Record<string, number>>,
  more: readonly string[] = [],
) {
  const lines = Object.entries(districts).flatMap(([code, each]) =>
    [1, 2].flatMap((sex) =>
      Array.from({ length: 31 }, (_, age) =>
        [code, "A place", code[0], sex, age, ...YEARS.map((_, i) => each + 1000 * i)].join(","),
      ),
    ),
  );
  const years = YEARS.map((year) => `population_${year}`).join(",");
  return text(
    "ons/myeb1.csv",
    [`ladcode23,laname23,country,sex,age,${years}`, ...lines, ...more, ""].join("\n"),
  );
}

/** A return of ten plans, seven of one year and three of the next, and the people who live there. */
export function ratedFolder(): MemoryFile[] {
  const some = (count: number, first: number, received: string, plan: string) =>
    Array.from({ length: count }, (_, i) =>
      person(first + i, request(received, plan, {}, issued(plan), active())),
    );
  const returned = smallReturn(2025, [
    ...some(7, 1, "2023-02-01", "2023-06-01"),
    ...some(3, 11, "2024-02-01", "2024-06-01"),
  ]);
  return [xmlFile(returned), estimates({ E06009999: 100 })];
}
