import { expect } from "chai";
import { kpiValueRows, type KpiValueRow } from "../../../../prep/star/kpi-value-row";
import { build, type MemoryFile } from "../../pipeline/run";
import { active, issued, person, request, smallReturn, xmlFile } from "../../pipeline/small-return";

/** Six plans of a year, in time; the census date is in January of the collection year. */
const people = (year: number) =>
  [1, 2, 3, 4, 5, 6].map((n) =>
    person(
      n,
      request(
        `${year}-02-01`,
        `${year}-03-01`,
        {},
        issued(`${year}-06-03`),
        active({ ReviewOutcome: "M", ReviewMeeting: `${year}-11-02` }),
      ),
    ),
  );
const newer = (day: string, added = ""): MemoryFile => {
  const header = { ReferenceDate: day, DateTime: `${day}T09:00:00` };
  const { name, chunks } = xmlFile(smallReturn(2029, people(2028), header));
  const text = Buffer.concat([...chunks]).toString("utf8");
  return {
    name,
    chunks: [Buffer.from(text.replaceAll("</ReceivedDate>", `</ReceivedDate>${added}`))],
  };
};

describe("a SEN2 return of a year that is not known", () => {
  const read = async (file: MemoryFile) => {
    const { findings, star } = await build([file]);
    const figures = kpiValueRows(star.get("kpi_value")!).filter(
      ({ indicator_id, frequency }) =>
        indicator_id === "ehc_plans_within_20_weeks_pct" && frequency === "calendar_year",
    );
    const figure = figures.find(
      ({ breakdown, period_label }) => breakdown === "all" && period_label.startsWith("2028"),
    )!;
    return { figure, rules: findings.map(({ rule }) => rule) };
  };
  const brief = ({ value, status, comparability, comparability_note }: KpiValueRow) => ({
    value,
    status,
    comparability,
    comparability_note,
  });

  it("is read by the newest layout that is known, and each figure says so", async () => {
    const { figure, rules } = await read(newer("2029-01-18"));
    expect(rules).to.include("H03");
    expect(brief(figure)).to.deep.equal({
      value: 100,
      status: "ok",
      comparability: "caution",
      comparability_note: "The layout of the 2029 return is not known; it was read by that of 2026",
    });
  });

  it("has its new items reported, and its known ones counted", async () => {
    const { figure, rules } = await read(newer("2029-01-18", "<RequestTriage>1</RequestTriage>"));
    expect(figure.value).to.equal(100);
    expect(rules).to.include("C03");
  });

  it("leaves extracts of before the census as they are: their software knows no new layout", async () => {
    const { figure, rules } = await read(newer("2028-12-31"));
    expect(rules).to.include("H03");
    expect(brief(figure)).to.deep.include({ value: 100, comparability: "comparable" });
  });
});
