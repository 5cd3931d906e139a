import { expect } from "chai";
import { build, check, csvOf, figuresOf, rowsOf, text } from "../../../pipeline/run";
import { upnOf } from "../../sen2/model/one-case";
import { fixture } from "../../../../fixture";
import { pupil, schoolXml } from "../one-school";

/** A COLLECT export of made-up pupils: columns and rows of each table as CSV lines. */
type CensusSample = Readonly<
  Record<string, { readonly columns: string; readonly rows: readonly string[] }>
>;

describe("reading school censuses", () => {
  it("reads the older layout: Gender, AbsenceSessions, supplied totals, one reason, FIXD", async () => {
    const attendance =
      "<Attendance><TermlyAttendance><SessionsPossible>100</SessionsPossible><SessionDetails>" +
      "<SessionDetail><AttendanceReason>I</AttendanceReason><AbsenceSessions>4</AbsenceSessio" +
      "ns></SessionDetail></SessionDetails><SessionsAuthorised>8</SessionsAuthorised><Session" +
      "sUnauthorised>2</SessionsUnauthorised></TermlyAttendance></Attendance>";
    const exclusion =
      "<Exclusions><TermlyExclusion><Category>FIXD</Category><Reason>OT</Reason><StartDate>20" +
      "22-06-09</StartDate><Sessions>3</Sessions></TermlyExclusion></Exclusions>";
    const { star, findings } = await build([
      schoolXml("a.xml", {
        term: "Spring",
        year: 2023,
        date: "2023-01-19",
        onRoll: [pupil({ sen: "E", more: exclusion + attendance }).replace(/Sex>/g, "Gender>")],
      }),
    ]);
    const figure = figuresOf(star);
    // The totals count, not the code: 10 of 100 is persistent.
    expect(figure("absence_rate_pct", "2022-12-31", "term")).to.include({
      numerator: 10,
      denominator: 100,
      value: 10,
    });
    expect(figure("persistent_absence_pct", "2022-12-31", "term")).to.include({
      numerator: 1,
      denominator: 1,
    });
    expect(figure("suspensions", "2022-07-31", "term", "reason|OT")!.value).to.equal(1);
    expect(figure("ehc_pupils_pct", "2023-01-19", "term")!.value).to.equal(100);
    expect(rowsOf(star, "person")[0].sex).to.equal("F");
    expect(findings.map(({ rule }) => rule)).to.include("SC-A02");
  });

  it("counts the half-terms of a summer together, and sets apart what is no absence", async () => {
    const half = (kind: string, possible: number, codes: string): string =>
      `<${kind}><SessionsPossible>${possible}</SessionsPossible><SessionDetails>${codes}</SessionDetails></${kind}>`;
    const code = (reason: string, sessions: number): string =>
      `<SessionDetail><AttendanceReason>${reason}</AttendanceReason><Sessions>${sessions}</Sessions></SessionDetail>`;
    const attendance = `<Attendance>${half("TermlyAttendance", 50, code("I", 3) + code("D", 20) + code("Y2", 5))}${half("SummerHalfTerm2Attendance", 60, code("U", 1) + code("B", 9))}</Attendance>`;
    const { star } = await build([
      schoolXml("a.xml", {
        term: "AUT",
        year: 2025,
        date: "2025-10-02",
        onRoll: [pupil({ more: attendance })],
      }),
    ]);
    expect(figuresOf(star)("absence_rate_pct", "2025-07-31", "term")).to.include({
      numerator: 4,
      denominator: 110,
    });
    expect(rowsOf(star, "attendance")[0]).to.include({
      term: "Summer 2025",
      sessions_possible: 110,
      sessions_authorised: 3,
      sessions_unauthorised: 1,
    });
  });

  it("puts the files of many schools together and takes the newest of each", async () => {
    const files = [
      schoolXml("old.xml", {
        onRoll: [pupil({ upn: upnOf("000024001") }), pupil()],
        dateTime: "2025-01-17T09:00:00",
      }),
      schoolXml("new.xml", { onRoll: [pupil({ sen: "K" })], dateTime: "2025-01-27T09:00:00" }),
      schoolXml("other.xml", {
        estab: "4001",
        phase: "SS",
        onRoll: [pupil({ upn: upnOf("000024002"), year: "9" })],
      }),
    ];
    for (const order of [files, [...files].reverse()]) {
      const { star, findings, rows } = await build(order);
      expect(figuresOf(star)("pupils_on_roll", "2025-01-16", "term")!.value).to.equal(2);
      expect(
        figuresOf(star)("sen_support_pupils", "2025-01-16", "term", "phase|primary")!.value,
      ).to.equal(1);
      expect(
        findings.filter(({ rule }) => rule === "SC-H03").map(({ file }) => file),
      ).to.deep.equal(["old.xml"]);
      expect(
        rows.find(({ file, table }) => file === "old.xml" && table === "pupilonroll"),
      ).to.include({ rowsIn: 2, rowsOut: 0, rowsRejected: 2 });
    }
  });

  it("shows no figure where no header says which of two censuses of a school is the later", async () => {
    const dateTime = "2025-01-27T09:00:00";
    const { star } = await build([
      schoolXml("a.xml", { onRoll: [pupil(), pupil({ upn: upnOf("000024001") })], dateTime }),
      schoolXml("b.xml", { onRoll: [pupil()], dateTime }),
    ]);
    expect(figuresOf(star)("pupils_on_roll", "2025-01-16", "term")!.status).to.equal(
      "not_available",
    );
  });

  it("counts a pupil of two rolls once, at the school joined last", async () => {
    const { star, findings } = await build([
      schoolXml("a.xml", { onRoll: [pupil({ entry: "2020-09-01" })] }),
      schoolXml("b.xml", { estab: "4001", phase: "SS", onRoll: [pupil({ entry: "2024-09-01" })] }),
      schoolXml("c.xml", {
        estab: "1101",
        phase: "PR",
        onRoll: [pupil({ entry: "2024-11-01", status: "S" })],
      }),
    ]);
    const figure = figuresOf(star);
    expect(figure("pupils_on_roll", "2025-01-16", "term")!.value).to.equal(1);
    expect(figure("pupils_on_roll", "2025-01-16", "term", "phase|secondary")!.value).to.equal(1);
    expect(rowsOf(star, "census_pupil")).to.have.length(3);
    expect(findings.map(({ rule }) => rule)).to.include("SC-P04");
  });

  it("reads a file of many schools: messages within one element, or lists within one message", async () => {
    const body = ({ chunks }: { chunks: Iterable<Uint8Array> }): string =>
      Buffer.concat([...chunks]).toString();
    const [one, two] = [
      body(schoolXml("a", { onRoll: [pupil({ sen: "K" })] })),
      body(
        schoolXml("b", {
          estab: "4001",
          phase: "SS",
          onRoll: [
            pupil({ upn: upnOf("000024002"), year: "9" }),
            pupil({ upn: upnOf("000024003"), year: "9" }),
          ],
          left: [
            "<PupilNoLongerOnRoll><PupilIdentifiers><UPN>H801200001001</UPN></PupilIdentifiers></PupilNoLongerOnRoll>",
          ],
        }),
      ),
    ];
    const part = (of: string, tag: string): string =>
      new RegExp(`<${tag}>[^]*</${tag}>`).exec(of)![0];
    const header = /<CollectionDetails>.*<\/CollectionDetails>/.exec(one)![0];
    const shapes = [
      `<Schools>${one}${two}</Schools>`,
      `<Schools><Header>${header}</Header>${one.replace(header, "")}${two.replace(header, "")}</Schools>`,
      `<Message><Header>${header}${part(one, "Source")}${part(two, "Source")}</Header>${part(one, "School")}${part(two, "School")}${part(one, "Pupils")}${part(two, "Pupils")}</Message>`,
      `<Message><Header>${header}${part(one, "Source")}${part(two, "Source")}</Header>${part(one, "School").replace("</School>", `${part(one, "Pupils")}</School>`)}${part(two, "School").replace("</School>", `${part(two, "Pupils")}</School>`)}</Message>`,
    ];
    const apart = await build([text("a.xml", one), text("b.xml", two)]);
    for (const shape of shapes) {
      const together = await build([text("all.xml", shape)]);
      expect(together.findings).to.deep.equal(
        apart.findings.map((finding) => ({ ...finding, file: "all.xml" })),
      );
      const [ours, theirs] = [csvOf(together.star), csvOf(apart.star)];
      for (const [name, csv] of theirs)
        if (name !== "source") expect(ours.get(name), name).to.equal(csv);
      expect(together.rows.find(({ table }) => table === "pupilonroll")).to.include({
        rowsIn: 3,
        rowsOut: 3,
      });
      expect(together.rows.find(({ table }) => table === "schoolcensus")).to.include({
        rowsIn: 2,
        rowsOut: 2,
      });
    }
    const untold = await build([text("all.xml", shapes[2].replace(/<\/Pupils><Pupils>/, ""))]);
    expect(untold.findings.map(({ rule }) => rule)).to.include("SC-H07");
    expect(untold.rows.find(({ table }) => table === "pupilonroll")).to.include({
      rowsIn: 3,
      rowsOut: 0,
      rowsRejected: 3,
    });
    const cut = await build([
      text("all.xml", shapes[0].slice(0, shapes[0].lastIndexOf("<EnrolStatus>"))),
    ]);
    expect(cut.rows.find(({ table }) => table === "pupilonroll")).to.include({
      rowsIn: 3,
      rowsOut: 2,
      rowsRejected: 1,
    });
  });

  it("reads hundreds of files in one go", async () => {
    const files = Array.from({ length: 300 }, (_, i) =>
      schoolXml(`${i}.xml`, {
        estab: String(2001 + i),
        onRoll: [
          pupil({ upn: upnOf(String(24_000 + i).padStart(9, "0")), sen: i % 3 === 0 ? "K" : "N" }),
        ],
      }),
    );
    const { star, rows } = await build(files);
    expect(figuresOf(star)("pupils_on_roll", "2025-01-16", "term")!.value).to.equal(300);
    expect(figuresOf(star)("sen_support_pupils", "2025-01-16", "term")!.value).to.equal(100);
    expect(rows.filter(({ table }) => table === "pupilonroll")).to.have.length(300);
  });

  it("tells of columns and elements that it does not know, and of no value", async () => {
    const moon = "<Moonphase>full</Moonphase>";
    const files = [
      schoolXml("a.xml", {
        onRoll: [pupil({ more: moon }), pupil({ upn: upnOf("000024001"), more: moon })],
      }),
      schoolXml("b.xml", {
        estab: "2002",
        onRoll: [pupil({ upn: upnOf("000024002"), more: `<YSSA>1</YSSA>${moon}` })],
      }),
    ];
    const unknown = ({ findings }: Awaited<ReturnType<typeof check>>) =>
      findings
        .filter(({ rule }) => rule === "SC-C05")
        .map(({ file, table, field }) => [file, table, field]);
    expect(unknown(await check(files))).to.deep.equal([["a.xml", "pupilonroll", "Moonphase"]]);
    const table = (headings: string, values: string) =>
      text(
        "2025_spring_pupilonroll.csv",
        `pupilonrolltableid,NativeId,pupilonrollorderseqcolumn,sourceid,schoolcensustableid,upn,enrolstatus,language,${headings}\na1,s1,1,x,s1,${upnOf("000024001")},C,ENG,${values}\n`,
      );
    expect(unknown(await check([table("Moonphase", "full")]))).to.deep.equal([
      ["2025_spring_pupilonroll.csv", "pupilonroll", "Moonphase"],
    ]);
    // What looks like a value is named by its place.
    expect(
      unknown(await check([table("ZZ1 2AB,1999-03-04", ",")])).map(([, , field]) => field),
    ).to.deep.equal(["column 9", "column 10"]);
  });

  it("says that attendance of a whole year is not counted", async () => {
    const annual =
      "<Attendance><AnnualAttendance><SessionsPossible>380</SessionsPossible><SessionDetails>" +
      "<SessionDetail><AttendanceReason>I</AttendanceReason><AbsenceSessions>40</AbsenceSessi" +
      "ons></SessionDetail></SessionDetails><SessionsAuthorised>40</SessionsAuthorised><Sessi" +
      "onsUnauthorised>0</SessionsUnauthorised></AnnualAttendance></Attendance>";
    const exclusion =
      "<Exclusions><AnnualExclusion><Category>FIXD</Category><Reason>PP</Reason><StartDate>20" +
      "13-06-04</StartDate><Sessions>3</Sessions></AnnualExclusion></Exclusions>";
    const { star, findings } = await build([
      schoolXml("a.xml", {
        year: 2014,
        date: "2014-01-16",
        phase: "SP",
        onRoll: [
          pupil({ sen: "S", born: "2004-03-02", entry: "2010-09-01", more: exclusion + annual }),
        ],
      }),
    ]);
    expect(findings.find(({ rule }) => rule === "SC-A04")!.message).to.include("1 record");
    expect(star.has("attendance") ? rowsOf(star, "attendance") : []).to.deep.equal([]);
    expect(
      rowsOf(star, "suspension").map(({ start_date, category }) => [start_date, category]),
    ).to.deep.equal([["2013-06-04", "SUSP"]]);
  });

  it("keeps what was whole of a file that was cut off", async () => {
    const whole = schoolXml("a.xml", { onRoll: [pupil(), pupil({ upn: upnOf("000024001") })] });
    const cut = Buffer.concat([...whole.chunks])
      .toString()
      .replace(/<EnrolStatus>C<\/EnrolStatus>(?![^]*<EnrolStatus>)[^]*/, "");
    const { star, rows } = await build([text("a.xml", cut)]);
    expect(rowsOf(star, "census_pupil")).to.have.length(1);
    expect(figuresOf(star)("pupils_on_roll", "2025-01-16", "term")).to.include({
      value: null,
      status: "not_available",
    });
    expect(rows.find(({ table }) => table === "pupilonroll")).to.include({
      rowsIn: 2,
      rowsOut: 1,
      rowsRejected: 1,
    });
  });

  it("reads a sample of spring 2025 that is not ours whole, every row accounted for", async () => {
    const tables = Object.entries(fixture<CensusSample>("census-sample.json"));
    const files = tables.map(([name, { columns, rows }]) =>
      text(`2025_spring_${name}.csv`, [columns, ...rows, ""].join("\n")),
    );
    const { star, rows, files: recognised } = await build(files, { authority: "999" });
    expect(
      recognised.filter(
        ({ recognisedAs }) => recognisedAs !== "School census Spring 2025 (COLLECT export)",
      ),
    ).to.deep.equal([]);
    for (const [name, table] of tables) {
      const row = rows.find(({ file }) => file === `2025_spring_${name}.csv`)!;
      expect(row.rowsIn, name).to.equal(table.rows.length);
      expect(row.rowsOut + row.rowsRejected, name).to.equal(table.rows.length);
    }
    expect(rowsOf(star, "census_pupil")).to.have.length(63);
    // By hand in the file: statuses C (8) and M (5).
    expect(figuresOf(star)("pupils_on_roll", "2025-01-16", "term")!.value).to.equal(13);
  });
});
