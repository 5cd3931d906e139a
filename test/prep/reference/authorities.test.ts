import { expect } from "chai";
import { dayOf } from "../../../prep/calendar/day";
import { isInForce } from "../../../prep/reference/in-force";
import { csvRows } from "../../csv-rows";
import { fixtureText } from "../../fixture";
import { authorities, authoritiesOn, isKnownAuthority } from "../../../prep/reference/authorities";

describe("authorities", () => {
  it("are 153 today, in nine regions, beside those that are invented", () => {
    const today = authorities().filter(({ code, until }) => until === null && code < "950");
    expect(today).to.have.length(153);
    expect(new Set(today.map(({ code }) => code)).size).to.equal(153);
    expect(new Set(today.map(({ region }) => region)).size).to.equal(9);
    expect(new Set(authorities().map(({ onsCode }) => onsCode)).size).to.equal(
      authorities().length,
    );
  });

  it("follow the reorganisations: what ended gave way on 1 April of the same year", () => {
    const ended = authorities()
      .filter(({ until }) => until !== null)
      .map(({ code, until }) => `${code} ${until}`);
    expect(ended.sort()).to.deep.equal([
      "370 2025",
      "373 2025",
      "815 2023",
      "825 2020",
      "835 2019",
      "836 2019",
      "837 2019",
      "909 2023",
      "928 2021",
      "933 2023",
    ]);
    const begun = authorities()
      .filter(({ from }) => from !== null)
      .map(({ code, from }) => `${code} ${from}`);
    expect(begun.sort()).to.deep.equal([
      "370 2025",
      "373 2025",
      "815 2023",
      "825 2020",
      "838 2019",
      "839 2019",
      "933 2023",
      "940 2021",
      "941 2021",
      "942 2023",
      "943 2023",
    ]);
  });

  it("are those of any day: one that is to end, or to come, may be entered before", () => {
    const codes = (day: number): string[] => authoritiesOn(day).map(({ code }) => code);
    const [before, after] = [codes(dayOf(2023, 3, 31)), codes(dayOf(2023, 4, 1))];
    expect([before.includes("909"), before.includes("942")]).to.deep.equal([true, false]);
    expect([after.includes("909"), after.includes("942")]).to.deep.equal([false, true]);
    expect(new Set(after).size).to.equal(new Set(before).size + 1);
    expect(isInForce({ from: null, until: 2100 })).to.equal(true);
    expect(isInForce({ from: 2100, until: null })).to.equal(false);
  });

  it("are known by their three digits", () => {
    for (const code of ["839", "201", "909", "943", "999"])
      expect(isKnownAuthority(code), code).to.equal(true);
    for (const code of ["", "39", "0839", "123", "998"])
      expect(isKnownAuthority(code), code).to.equal(false);
  });

  it("have every code, name and region of the department's published statistics", () => {
    const rows = csvRows(fixtureText("authorities.csv"));
    const ours = new Set(
      authorities().map(({ code, onsCode, name, regionCode, region }) =>
        [code, onsCode, name, regionCode, region].join("|"),
      ),
    );
    expect(rows.length).to.be.greaterThan(150);
    for (const row of rows)
      expect(
        ours.has([row.number, row.code, row.name, row.region_code, row.region].join("|")),
        row.name,
      ).to.equal(true);
  });
});
