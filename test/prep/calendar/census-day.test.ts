import { expect } from "chai";
import { censusDay } from "../../../prep/calendar/census-day";
import { isoOf } from "../../../prep/calendar/day";

describe("census days", () => {
  it("are those of 2022 to 2026, of SEN2 in January too", () => {
    const days = [
      [2022, "Spring", "2022-01-20"],
      [2022, "Autumn", "2022-10-06"],
      [2023, "Spring", "2023-01-19"],
      [2023, "Autumn", "2023-10-05"],
      [2024, "Spring", "2024-01-18"],
      [2024, "Summer", "2024-05-16"],
      [2024, "Autumn", "2024-10-03"],
      [2025, "Spring", "2025-01-16"],
      [2025, "Summer", "2025-05-15"],
      [2026, "Spring", "2026-01-15"],
      [2026, "Summer", "2026-05-21"],
    ] as const;
    for (const [year, term, day] of days) expect(isoOf(censusDay(year, term))).to.equal(day);
  });
});
