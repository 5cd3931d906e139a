import { expect } from "chai";
import { check } from "../../../pipeline/run";
import { describeCensusRules } from "../../../../../prep/collections/school-census/rules/census-rules";
import { upnOf } from "../../sen2/model/one-case";
import { pupil, schoolXml, type SchoolXml } from "../one-school";

const need = (type: string, rank: string): string =>
  `<SENneeds><SENneed><SENtypeRank>${rank}</SENtypeRank><SENtype>${type}</SENtype></SENneed></SENneeds>`;
const exclusion = (fields: Readonly<Record<string, string>>): string =>
  `<Exclusions><TermlyExclusion>${Object.entries({
    Category: "SUSP",
    Reason1: "PP",
    StartDate: "2024-06-04",
    Sessions: "3",
    ...fields,
  })
    .map(([tag, value]) => `<${tag}>${value}</${tag}>`)
    .join("")}</TermlyExclusion></Exclusions>`;
const attendance = (possible: number, code: string, sessions: string): string =>
  `<Attendance><TermlyAttendance><SessionsPossible>${possible}</SessionsPossible><SessionDetails><SessionDetail><AttendanceReason>${code}</AttendanceReason><Sessions>${sessions}</Sessions></SessionDetail></SessionDetails></TermlyAttendance></Attendance>`;
const leaver = (entry: string, leaving: string): string =>
  `<PupilNoLongerOnRoll><PupilIdentifiers><UPN>${upnOf("000024001")}</UPN><DOB>2014-01-01</DOB></PupilIdentifiers><PupilStatus><EntryDate>${entry}</EntryDate><LeavingDate>${leaving}</LeavingDate></PupilStatus></PupilNoLongerOnRoll>`;
const one = (changes: Parameters<typeof pupil>[0]): SchoolXml => ({ onRoll: [pupil(changes)] });

/** What makes each rule speak. */
const cases: readonly (readonly [rule: string, school: SchoolXml])[] = [
  ["SC-P01", one({ upn: "" })],
  ["SC-P02", one({ upn: "B801200001001" })],
  ["SC-P03", { onRoll: [pupil(), pupil({ entry: "2023-09-01" })] }],
  ["SC-P05", one({ status: "" })],
  ["SC-P06", one({ born: "2025-03-01" })],
  ["SC-P06", one({ born: "" })],
  ["SC-P07", one({ entry: "2025-02-01" })],
  ["SC-P08", { left: [leaver("2024-09-01", "2024-08-30")] }],
  ["SC-S01", one({ sen: "" })],
  ["SC-S02", one({ sen: "K" })],
  ["SC-S03", one({ needs: need("ASD", "1") })],
  ["SC-S04", one({ needs: "<SENunitIndicator>1</SENunitIndicator>" })],
  ["SC-S05", one({ sen: "K", needs: need("ASD", "") })],
  ["SC-A01", one({ more: attendance(10, "I", "11") })],
  ["SC-A03", one({ more: attendance(10, "I", "-1") })],
  ["SC-E01", one({ more: exclusion({ StartDate: "" }) })],
  ["SC-E02", one({ more: exclusion({ StartDate: "2025-01-08" }) })],
  ["SC-E02", one({ more: exclusion({ StartDate: "2024-03-04" }) })],
  ["SC-E03", one({ more: exclusion({ Sessions: "91" }) })],
  ["SC-E04", one({ more: exclusion({ Category: "" }) })],
  ["SC-E05", one({ more: exclusion({ Reason1: "" }) })],
  ["SC-C01", one({ sen: "Q" })],
  ["SC-C02", one({ entry: "soon" })],
  ["SC-C03", one({ more: attendance(10, "H", "1") })],
  [
    "SC-C04",
    { term: "SUM", date: "2025-05-15", onRoll: [pupil({ sen: "K", needs: need("ASD", "1") })] },
  ],
  ["SC-H01", { term: "winter" }],
];

const rulesOf = async (school: SchoolXml): Promise<string[]> =>
  (await check([schoolXml("a.xml", school)])).findings.map(({ rule }) => rule);

describe("the rules on school censuses", () => {
  it("say nothing of a census that is right", async () => {
    const good = {
      onRoll: [
        pupil({
          sen: "K",
          needs: need("ASD", "1"),
          more: exclusion({}) + exclusion({ StartDate: "2024-11-04" }) + attendance(130, "I", "4"),
        }),
      ],
      left: [leaver("2023-09-01", "2024-11-29")],
    };
    expect(await rulesOf(good)).to.deep.equal([]);
  });

  for (const [rule, school] of cases)
    it(`find ${rule}: ${describeCensusRules().find(({ id }) => id === rule)!.message}`, async () =>
      expect(await rulesOf(school)).to.include(rule));

  it("find a pupil who is on two rolls", async () => {
    const { findings } = await check([
      schoolXml("a.xml", one({})),
      schoolXml("b.xml", { ...one({}), estab: "2002" }),
    ]);
    expect(findings.map(({ rule, file }) => [rule, file])).to.deep.equal([["SC-P04", "b.xml"]]);
  });

  it("carry no value of a record", async () => {
    for (const [, school] of cases) {
      const { findings } = await check([schoolXml("a.xml", school)]);
      expect(JSON.stringify(findings)).not.to.match(/Merrow|Ada|[A-Z]\d{12}|2014-03-02/);
    }
  });

  it("have ids of their own, words and an action", () => {
    const rules = describeCensusRules();
    expect(new Set(rules.map(({ id }) => id)).size).to.equal(rules.length);
    for (const { message, action, basis } of rules)
      for (const words of [message, action, basis]) expect(words).not.to.equal("");
  });
});
