import { expect } from "chai";
import { dayFromIso } from "../../../prep/calendar/day";
import { monthOf } from "../../../prep/calendar/periods";
import { knownDays } from "../../../prep/indicators/known-days";

const on = (iso: string): number => dayFromIso(iso)!;
const span = (from: string, to: string) => ({ from: on(from), to: on(to) });
const states = (known: ReturnType<typeof knownDays>, ...months: string[]) =>
  months.map((month) => known.month(monthOf(on(`${month}-01`))));

describe("known days", () => {
  it("merge what overlaps or touches, in any order", () => {
    const known = knownDays([
      span("2025-01-01", "2025-12-31"),
      span("2023-01-01", "2024-01-18"),
      span("2024-01-19", "2024-06-30"),
      span("2024-02-01", "2024-02-02"),
    ]);
    expect(known.intervals).to.deep.equal([
      span("2023-01-01", "2024-06-30"),
      span("2025-01-01", "2025-12-31"),
    ]);
  });

  it("tell months that are known, cut by the data end, in a gap, and after it", () => {
    const known = knownDays([span("2023-01-01", "2024-01-18"), span("2025-01-01", "2025-09-12")]);
    expect(
      states(
        known,
        "2022-12",
        "2023-01",
        "2023-12",
        "2024-01",
        "2024-06",
        "2025-01",
        "2025-08",
        "2025-09",
        "2025-10",
      ),
    ).to.deep.equal([
      "unknown",
      "known",
      "known",
      "unknown",
      "unknown",
      "known",
      "known",
      "part",
      "after",
    ]);
    expect([known.has(on("2024-01-18")), known.has(on("2024-01-19"))]).to.deep.equal([true, false]);
  });

  it("are none without extracts, and pass over spans that end before they begin", () => {
    expect(knownDays([span("2025-01-01", "2024-12-31")])).to.include({
      months: null,
      end: -Infinity,
    });
  });
});
