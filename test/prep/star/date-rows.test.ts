import { expect } from "chai";
import { dayFromIso, isoOf } from "../../../prep/calendar/day";
import { IntegerColumn } from "../../../prep/columns/column";
import { termEnd, termIn, termOf } from "../../../prep/calendar/terms";
import { dateRows } from "../../../prep/star/date-rows";
import { dateSpan } from "../../../prep/star/date-span";
import { starFrame } from "../../../prep/star/frame";

const on = (iso: string): number => dayFromIso(iso)!;

describe("the date table", () => {
  it("knows Easter, on which the spring term ends (dates as the churches publish them, the earliest and latest among them)", () => {
    const published = [
      "1818-03-22",
      "1943-04-25",
      "1961-04-02",
      "2000-04-23",
      "2008-03-23",
      "2011-04-24",
      "2019-04-21",
      "2023-04-09",
      "2024-03-31",
      "2025-04-20",
      "2026-04-05",
      "2027-03-28",
      "2038-04-25",
    ];
    expect(
      published.map((iso) => isoOf(termEnd(termIn(Number(iso.slice(0, 4)), "Spring")))),
    ).to.deep.equal(published);
  });

  it("ends the spring term with Easter Sunday", () => {
    expect(
      ["2024-03-31", "2024-04-01", "2024-07-31", "2024-08-01", "2024-12-31", "2025-01-01"].map(
        (iso) => termOf(on(iso)),
      ),
    ).to.deep.equal(["Spring", "Summer", "Summer", "Autumn", "Autumn", "Spring"]);
  });

  it("has every day of its calendar years once, with the years that it lies in", () => {
    const { frame } = dateRows(on("2023-06-10"), on("2024-02-01"));
    expect(frame.numRows()).to.equal(365 + 366);
    const at = (iso: string) => frame.object(on(iso) - on("2023-01-01")) as Record<string, unknown>;
    expect(at("2024-02-29")).to.include({
      date: on("2024-02-29"),
      year: 2024,
      quarter: 1,
      month: 2,
      academic_year: "2023/24",
      academic_month: 6,
      financial_year: "2023-24",
      financial_month: 11,
      half_term: 4,
    });
  });

  it("reaches as far as the dates that refer to it, but not to typing slips", () => {
    const declaration = {
      name: "t",
      kind: "fact",
      label: "T",
      description: "",
      grain: "",
      key: [],
      columns: [
        { name: "d", type: "date", label: "D", description: "", references: "date.date" },
        { name: "n", type: "int64", label: "N", description: "" },
      ],
    } as const;
    const days = ["2012-05-01", "1025-01-01", "2027-03-01", "2205-01-01"].map(on);
    const table = {
      declaration,
      frame: starFrame(declaration, {
        d: [...days, null],
        n: new IntegerColumn(new Int32Array(5)),
      }),
    };
    const { from, to } = dateSpan([table], on("2024-01-01"), on("2026-01-15"));
    expect([isoOf(from), isoOf(to)]).to.deep.equal(["2012-05-01", "2027-03-01"]);
  });
});
