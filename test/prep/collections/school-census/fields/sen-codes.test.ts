import { expect } from "chai";
import { build, figuresOf } from "../../../pipeline/run";
import { upnOf } from "../../sen2/model/one-case";
import { pupil, schoolXml } from "../one-school";

const ATTENDANCE =
  "<Attendance><TermlyAttendance><SessionsPossible>100</SessionsPossible><SessionDetails><SessionDetail><AttendanceReason>I</AttendanceReason><Sessions>5</Sessions></SessionDetail></SessionDetails></TermlyAttendance></Attendance>";

/** A spring census of two pupils: one with this code, one without needs. */
async function springCensus(year: number, code: string) {
  const { star, findings } = await build([
    schoolXml("a.xml", {
      year,
      date: `${year}-01-18`,
      dateTime: `${year}-01-20T09:00:00`,
      onRoll: [
        pupil({
          born: `${year - 9}-03-02`,
          entry: `${year - 2}-09-01`,
          sen: code,
          more: ATTENDANCE,
        }),
        pupil({ upn: upnOf("000024002"), born: `${year - 9}-05-02`, entry: `${year - 2}-09-01` }),
      ],
    }),
  ]);
  const figure = figuresOf(star);
  const of = (id: string) => figure(id, `${year}-01-18`, "term")!;
  return {
    support: of("sen_support_pupils"),
    plans: of("ehc_pupils_pct"),
    absence: (group: string) =>
      figure("absence_rate_pct", `${year - 1}-12-31`, "term", group)?.comparability,
    unrecorded: figure("pupils_on_roll", `${year}-01-18`, "term", "sen_provision|not_recorded")!,
    messages: findings.filter(({ rule }) => rule === "SC-C03").map(({ message }) => message),
  };
}

describe("SEN provision codes that have ended", () => {
  for (const [code, year, counted] of [
    ["A", 2015, "support"],
    ["P", 2015, "support"],
    ["S", 2018, "plans"],
  ] as const) {
    it(`counts ${code} in ${year}, and says so`, async () => {
      const census = await springCensus(year, code);
      expect(census[counted].numerator).to.equal(1);
      expect(census[counted].comparability).to.equal("caution");
      expect(census[counted].comparability_note).to.match(/school action .* statements/);
      expect(census.unrecorded.value).to.equal(0);
      const group = counted === "plans" ? "ehc_plan" : "sen_support";
      expect(census.absence(`sen_provision|${group}`)).to.equal("caution");
      expect(census.absence("all|all")).to.equal("comparable");
      expect(census.messages).to.deep.equal([]);
    });

    it(`does not count ${code} in ${year + 1}, where it is a finding`, async () => {
      const census = await springCensus(year + 1, code);
      expect([census.support.numerator, census.plans.numerator]).to.deep.equal([0, 0]);
      expect(census.unrecorded.value).to.equal(1);
      expect(census.support.comparability).to.equal("comparable");
      expect(census.messages).to.have.length(1);
      expect(census.messages[0]).to.match(
        new RegExp(`^SEN provision ${code} ended on .*; it counts as not recorded\\.$`),
      );
    });
  }
});
