import { expect } from "chai";
import { upnCheckLetter } from "../../../prep/check/identifiers/upn";
import { upnOf } from "../collections/sen2/model/one-case";
import { pupil, schoolXml } from "../collections/school-census/one-school";
import { build, check, rowsOf, text } from "./run";
import {
  active,
  issued,
  need,
  placement,
  record,
  request,
  smallReturn,
  xmlFile,
} from "./small-return";

const upn = (n: number): string => upnOf(`0240010${String(n).padStart(2, "0")}`);
const lives = (postcode: string): string =>
  `<HomeInformation><Address><PostCode>${postcode}</PostCode></Address></HomeInformation>`;
const plan = `<SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>ASD</SENtype></SENneed></SENneeds>`;
const withPlan = (n: number, postcode: string, sen = "E"): string =>
  pupil({
    upn: n === 0 ? "" : upn(n),
    born: `2014-05-${String(10 + n).padStart(2, "0")}`,
    sen,
    needs: plan,
    more: lives(postcode),
  });

/** The n-th child of authority 839 with a plan since the spring of 2024. */
const child = (n: number, where: Record<string, string>, withUpn = true) =>
  record(
    "person",
    {
      Surname: `Fernhollow${n}`,
      Forename: "Tamsin",
      PersonBirthDate: `2014-05-${String(10 + n).padStart(2, "0")}`,
      Sex: "F",
      Ethnicity: "WBRI",
      PostCode: "ZZ1 0AA",
      ...(withUpn ? { UPN: upn(n) } : { UPNunknown: "UN2" }),
    },
    request(
      "2024-01-08",
      "2024-02-12",
      {},
      issued("2024-05-20"),
      active({}, [placement(where), need("ASD", "1")]),
    ),
  );

const register = text(
  "register.csv",
  [
    "URN,EstablishmentName,LA (code),EstablishmentNumber,TypeOfEstablishment (code),TypeOfEstablishment (name)",
    "100001,Received,839,2001,1,Community school",
    "100002,Over the border,850,2002,1,Community school",
    "100003,Not received,839,2003,1,Community school",
    "100004,Independent,839,6000,11,Other independent school",
    "",
  ].join("\n"),
);
// Unitary authority 839, a district of county 850, and a place in Wales.
const directory = text(
  "onspd.csv",
  [
    "pcds,oscty,oslaua,osward,lsoa21",
    "ZZ1 0AA,E99999999,E06000058,E05000001,E01000001",
    "ZZ1 0AB,E99999999,E06000058,E05000002,E01000002",
    "ZZ2 0AA,E10000014,E07000084,E05000003,E01000003",
    "ZZ3 0AA,W99999999,W06000015,W05000001,W01000001",
    "",
  ].join("\n"),
);
const census = schoolXml("census.xml", {
  lea: "839",
  onRoll: [
    withPlan(1, "ZZ1 0AA"),
    withPlan(2, "ZZ1 0AA", "K"),
    withPlan(11, "ZZ2 0AA"),
    withPlan(12, "ZZ3 0AA"),
    withPlan(13, "ZZ1 0AB"),
    withPlan(14, "ZZ9 9ZZ"),
    withPlan(0, "ZZ1 0AB"),
  ],
});
const sen2 = xmlFile(
  smallReturn(
    2025,
    [
      child(1, { URN: "100001" }),
      child(2, { URN: "100001" }),
      child(3, { URN: "100002" }),
      child(4, { SENsetting: "EHE" }),
      child(5, { URN: "100003" }),
      child(6, { URN: "100001" }),
      child(7, { URN: "100001" }, false),
      child(8, { URN: "100004" }),
    ],
    { LEA: "839" },
  ),
);

const outcomes = (
  rows: readonly Readonly<Record<string, unknown>>[],
  count: string,
): Record<string, number> =>
  Object.fromEntries(rows.map((row) => [String(row.outcome), Number(row[count])]));
const byOutcome = (
  rows: readonly Readonly<Record<string, unknown>>[],
  count: string,
): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const row of rows)
    sums[String(row.outcome)] = (sums[String(row.outcome)] ?? 0) + Number(row[count]);
  return sums;
};

describe("plans in census and SEN2", () => {
  it("are told apart by who would keep them, where the home tells", async () => {
    const { star } = await build([sen2, census, register, directory]);
    expect(outcomes(rowsOf(star, "ehc_census_link"), "pupils")).to.deep.equal({
      matched: 1,
      no_valid_upn: 1,
      not_in_sen2: 1,
      plan_kept_elsewhere: 2,
      not_in_sen2_home_unknown: 1,
    });
    const share = rowsOf(star, "kpi_value").find(
      (row) =>
        row.indicator_id === "ehc_census_match_pct" &&
        row.breakdown === "all" &&
        row.frequency === "term",
    );
    expect(share).to.include({ numerator: 1, denominator: 5, value: 20 });
  });

  it("say that it cannot be known without a directory of postcodes", async () => {
    const { star } = await build([sen2, census, register]);
    expect(outcomes(rowsOf(star, "ehc_census_link"), "pupils")).to.deep.equal({
      matched: 1,
      no_valid_upn: 1,
      not_in_sen2_home_unknown: 4,
    });
  });

  it("are looked for the other way round: over the border, where no census is returned, not received, missing", async () => {
    const { star } = await build([sen2, census, register, directory]);
    expect(byOutcome(rowsOf(star, "ehc_plan_census"), "plans")).to.deep.equal({
      school_reports_plan: 1,
      school_reports_no_plan: 1,
      school_of_another_authority: 1,
      setting_without_census: 2,
      school_not_received: 1,
      not_in_census: 1,
      no_valid_upn: 1,
    });
    const names = new Map(
      rowsOf(star, "setting").map((row) => [row.setting_key, row.setting_name]),
    );
    expect(
      rowsOf(star, "ehc_plan_census")
        .filter(({ outcome }) => outcome === "school_of_another_authority")
        .map(({ setting_key }) => names.get(setting_key)),
    ).to.deep.equal(["Over the border"]);
  });
});

describe("localities", () => {
  const lookUp = text(
    "areas.csv",
    "WD24CD,WD24NM,Locality\nE05000001,Harbour,South\nE05000002,Castle,North\nE05000001,Harbour,North\nHarbour,x,South\n",
  );

  it("are a breakdown of pupils and plans, with their coverage and bad rows told", async () => {
    const { star, findings, rows, files } = await build([
      sen2,
      census,
      register,
      directory,
      lookUp,
    ]);
    expect(files.find(({ name }) => name === "areas.csv")!.recognisedAs).to.equal(
      "localities of wards",
    );
    const figures = rowsOf(star, "kpi_value").filter(({ breakdown }) => breakdown === "locality");
    const of = (id: string, frequency: string): string[] =>
      figures
        .filter(
          (row) =>
            row.indicator_id === id &&
            row.frequency === frequency &&
            row.period_end === "2025-01-16",
        )
        .map(({ breakdown_value, value }) => `${breakdown_value} ${value}`);
    // Pupils 1 and 2 live in the south, 13 and the one without a UPN in the north; three wards or
    // homes are in none.
    expect(of("pupils_on_roll", "term")).to.deep.equal(["North 2", "South 2", "not_recorded 3"]);
    expect(of("ehc_plans_maintained", "census")).to.deep.equal([
      "North 0",
      "South 8",
      "not_recorded 0",
    ]);
    expect(
      rowsOf(star, "area")
        .filter(({ area_level }) => area_level === "locality" || area_level === "ward")
        .map(({ area_code, parent_code }) => `${area_code} ${parent_code}`),
    ).to.deep.equal([
      "North 839",
      "South 839",
      "E05000001 South",
      "E05000002 North",
      "E05000003 839",
      "W05000001 839",
    ]);
    expect(new Set(rowsOf(star, "person").map(({ locality }) => locality))).to.deep.equal(
      new Set(["South", "North", null]),
    );
    expect(rows.find(({ table }) => table === "localities")).to.include({
      rowsIn: 4,
      rowsOut: 2,
      rowsRejected: 2,
    });
    expect(findings.filter(({ rule }) => rule === "F10").map(({ line }) => line)).to.deep.equal([
      4, 5,
    ]);
    expect(findings.find(({ rule }) => rule === "F11")!.message).to.equal(
      "2 of the 4 wards that people live in are in no locality of the look-up: 2 of 12 " +
        "people with a ward count as not_recorded.",
    );
  });

  it("are no breakdown without a look-up, and a file that is none says so", async () => {
    const { star } = await build([sen2, census, register, directory]);
    expect(
      rowsOf(star, "kpi_value").filter(({ breakdown }) => breakdown === "locality"),
    ).to.deep.equal([]);
    const { findings } = await check([census, text("areas.csv", "a,b\n1,2\n", "localities")]);
    expect(
      findings
        .filter(({ rule }) => rule === "F03")
        .map(({ message }) => message)
        .join(),
    ).to.match(/no column with the GSS codes of wards/);
  });
});

describe("the terms that a census tells of", () => {
  const event = (start: string): string =>
    `<Exclusions><TermlyExclusion><Category>SUSP</Category><Reason1>PP</Reason1><StartDate>${start}</StartDate><Sessions>2</Sessions></TermlyExclusion></Exclusions>`;
  const sessions =
    "<Attendance><TermlyAttendance><SessionsPossible>100</SessionsPossible><SessionDetails><S" +
    "essionDetail><AttendanceReason>I</AttendanceReason><Sessions>4</Sessions></SessionDetail" +
    "></SessionDetails></TermlyAttendance></Attendance>";
  const file = schoolXml("census.xml", {
    onRoll: [pupil({ more: event("2024-03-04") + sessions })],
  });
  const ends = async (settings: Parameters<typeof build>[1]): Promise<string[]> => {
    const { star, findings } = await build([file], settings);
    const known = rowsOf(star, "kpi_value").filter(
      ({ frequency, breakdown, status }) =>
        frequency === "term" && breakdown === "all" && status === "ok",
    );
    return [
      ...["absence_rate_pct", "suspensions"].map((id) =>
        known
          .filter(({ indicator_id }) => indicator_id === id)
          .map(({ period_end, value }) => `${period_end} ${value}`)
          .join(),
      ),
      findings.filter(({ rule }) => rule === "SC-E02").length === 0 ? "in term" : "out of term",
    ];
  };

  it("have early suspensions once, as the census that tells them in full has them", async () => {
    const told = (term: string, date: string, ...events: string[]) =>
      schoolXml(`${date}.xml`, {
        term,
        year: 2025,
        date,
        onRoll: [pupil({ more: events.join("") })],
      });
    const long = event("2024-11-04").replace("<Sessions>2<", "<Sessions>6<");
    const counts = async (...files: Parameters<typeof build>[0]): Promise<string> => {
      const { star, findings } = await build(files);
      expect(findings.filter(({ rule }) => rule === "SC-E02")).to.deep.equal([]);
      return `${rowsOf(star, "suspension")
        .map(({ sessions: length, suspended }) => `${length} sessions ${suspended}`)
        .join()}; ${rowsOf(star, "kpi_value")
        .filter(
          (row) =>
            row.indicator_id === "suspensions" &&
            row.frequency === "term" &&
            row.breakdown === "all",
        )
        .map(({ period_label, value }) => `${period_label} ${value}`)
        .join()}`;
    };
    // The spring census has a suspension of the autumn early; the summer census has it after a
    // review made it longer.
    const [spring, summer] = [
      told("SPR", "2025-01-16", event("2024-11-04")),
      told("SUM", "2025-05-15", long),
    ];
    expect(await counts(spring, summer)).to.equal("6 sessions 1; Summer 2024 0,Autumn 2024 1");
    expect(await counts(spring)).to.equal("2 sessions 0; Summer 2024 0");
    expect(await counts(spring, told("SUM", "2025-05-15"))).to.equal(
      "; Summer 2024 0,Autumn 2024 0",
    );
  });

  it("are the term before for attendance and two before for suspensions, or as the settings say", async () => {
    // None of the suspensions lies in the term that is told of: that is not 0 suspensions.
    expect(await ends({})).to.deep.equal(["2024-12-31 4", "", "out of term"]);
    expect(
      await ends({ schoolCensus: { attendanceTermLag: 2, suspensionTermLag: 3 } }),
    ).to.deep.equal(["2024-07-31 4", "2024-03-31 1", "in term"]);
  });
});

describe("absence by reason", () => {
  const half = (
    possible: number,
    codes: readonly (readonly [string, number])[],
    totals = "",
  ): string =>
    `<Attendance><TermlyAttendance><SessionsPossible>${possible}</SessionsPossible><SessionDetails>${codes.map(([code, sessions]) => `<SessionDetail><AttendanceReason>${code}</AttendanceReason><Sessions>${sessions}</Sessions></SessionDetail>`).join("")}</SessionDetails>${totals}</TermlyAttendance></Attendance>`;
  const given = (authorised: number, unauthorised: number): string =>
    `<SessionsAuthorised>${authorised}</SessionsAuthorised><SessionsUnauthorised>${unauthorised}</SessionsUnauthorised>`;
  const figures = async (
    year: number,
    date: string,
    ...onRoll: string[]
  ): Promise<Map<string, string>> => {
    const { star } = await build([schoolXml("a.xml", { year, date, onRoll })]);
    return new Map(
      rowsOf(star, "kpi_value")
        .filter(
          ({ frequency, breakdown_value }) =>
            frequency === "term" && ["all", "ehc_plan"].includes(String(breakdown_value)),
        )
        .map((row) => [
          `${row.indicator_id} ${row.breakdown_value}`,
          row.status === "ok"
            ? `${row.numerator} of ${row.denominator}`
            : `${row.status}: ${row.status_text}`,
        ]),
    );
  };

  it("is counted by the codes of each reason, over possible sessions, by SEN provision", async () => {
    const found = await figures(
      2026,
      "2026-01-15",
      pupil({
        sen: "E",
        more: half(100, [
          ["I", 5],
          ["M", 2],
          ["C2", 10],
          ["N", 1],
          ["B", 4],
          ["D", 3],
        ]),
      }),
      pupil({
        upn: `${upnCheckLetter("801200001002")}801200001002`,
        more: half(120, [
          ["I", 1],
          ["G", 6],
          ["/", 60],
        ]),
      }),
    );
    expect(
      [
        "illness",
        "appointments",
        "part_time_timetable",
        "unauthorised_holiday",
        "no_reason_yet",
        "late",
      ].map((name) => found.get(`absence_${name}_pct all`)),
    ).to.deep.equal(["6 of 220", "2 of 220", "10 of 220", "6 of 220", "1 of 220", "0 of 220"]);
    expect([
      found.get("absence_illness_pct ehc_plan"),
      found.get("sessions_missed_for_appointments ehc_plan"),
    ]).to.deep.equal(["5 of 100", "2 of null"]);
  });

  it("leaves out pupils whose codes do not add up to the totals supplied", async () => {
    const found = await figures(
      2023,
      "2023-01-19",
      pupil({
        sen: "E",
        more: half(
          100,
          [
            ["I", 5],
            ["H", 2],
          ],
          given(7, 0),
        ),
      }),
      pupil({
        upn: `${upnCheckLetter("801200001002")}801200001002`,
        more: half(120, [["I", 1]], given(9, 3)),
      }),
    );
    expect([
      found.get("absence_rate_pct all"),
      found.get("absence_illness_pct all"),
      found.get("absence_agreed_holiday_pct all"),
    ]).to.deep.equal(["19 of 220", "5 of 100", "2 of 100"]);
  });

  it("is not available where a census has totals and no codes", async () => {
    const found = await figures(
      2023,
      "2023-01-19",
      pupil({
        more: `<Attendance><TermlyAttendance><SessionsPossible>100</SessionsPossible>${given(7, 0)}</TermlyAttendance></Attendance>`,
      }),
    );
    expect(found.get("absence_rate_pct all")).to.equal("7 of 100");
    expect(found.get("absence_illness_pct all")).to.equal(
      "not_available: The censuses loaded have no session codes for the whole period",
    );
  });
});
