import { expect } from "chai";
import { strToU8 } from "fflate";
import { makeSample } from "../../../prep/sample/make-sample";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";
import { csvOf, version6 } from "../collections/mhsds/invented-people";
import { bytesOf } from "../pipeline/run";
import { runMain, type MainRun } from "./run-main";

const [ret] = makeSample({ people: 60, years: 1, seed: 5 }).returns;
const xml = new TextDecoder().decode(bytesOf(writeSen2Xml(ret)));
const blade = new Map(
  writeBladeCsv(ret).map(({ name, chunks }) => [name, new TextDecoder().decode(bytesOf(chunks))]),
);

const figuresOf = ({ table }: MainRun): string[] =>
  table("star/kpi_value.csv").map((row) =>
    [
      row.indicator_id,
      row.period_end,
      row.frequency,
      row.breakdown,
      row.breakdown_value,
      row.value,
      row.status,
    ].join(" "),
  );
const peopleIn = (run: MainRun): number =>
  Number(run.table("checks/rows.csv").find(({ table }) => table === "person")!.rows_out);
const messagesOf = ({ table }: MainRun): string[] =>
  table("checks/findings.csv").map(({ message }) => message);

describe("files as they really are, on the command line", () => {
  let whole: MainRun;
  before(() => (whole = runMain("build", { "sen2.xml": xml })));

  it("an XML return with blanks in front and one bad character loses that person alone", () => {
    const at = xml.indexOf("<UPN>", xml.length / 2) + "<UPN>".length;
    expect(at).to.be.greaterThan(1000);
    const run = runMain("build", { "sen2.xml": `\r\n${xml.slice(0, at)}&${xml.slice(at)}` });
    expect(run.status).to.equal(0);
    expect(peopleIn(run)).to.equal(peopleIn(whole) - 1);
    expect(messagesOf(run).join(" ")).to.contain("Reading goes on at the next record");
  });

  it("COLLECT tables with titles, sep lines, dashes and notes are the same tables", () => {
    const dressed = [...blade].map(([name, text], i) => {
      const [headings, ...rows] = text.split("\r\n");
      const rule = headings.replace(/[^,]+/g, "---");
      return [
        name,
        [
          `SEN2 export\r\n30 January 2025\r\n\r\n${text}`,
          `sep=,\r\n${text}`,
          `,,,\r\n${[headings, rule, ...rows].join("\r\n")}`,
          `${text}\r\n(${rows.length} rows affected)\r\n`,
        ][i % 4],
      ];
    });
    const plain = runMain("build", Object.fromEntries(blade));
    const run = runMain("build", Object.fromEntries(dressed) as Record<string, string>);
    expect(figuresOf(run)).to.deep.equal(figuresOf(plain));
    expect(figuresOf(run).length).to.be.greaterThan(100);
    expect(
      messagesOf(run).filter((message) => /Lines above the headings/.test(message)).length,
    ).to.be.greaterThan(1);
  });

  it("rows that stray quotes swallow, and a file that was cut off, are errors with their rows", () => {
    const spoilt = Object.fromEntries(blade);
    const [person] = [...blade.keys()].filter((name) => /_person\./.test(name));
    const rows = spoilt[person].split("\r\n");
    rows[3] = rows[3].replace(/,/, ',"');
    rows[6] = rows[6].replace(/,([^,]*)$/, '$1",');
    spoilt[person] = rows.join("\r\n");
    const [requests] = [...blade.keys()].filter((name) => /_requests\./.test(name));
    spoilt[requests] = spoilt[requests].slice(
      0,
      spoilt[requests].lastIndexOf("\r\n", spoilt[requests].length - 3) + 6,
    );
    const run = runMain("build", spoilt, ["--fail-on", "error"]);
    expect(run.status).to.equal(1);
    expect(messagesOf(run).join(" "))
      .to.contain("The 4 lines are left out")
      .and.contain("The file ends within this row");
    const row = run.table("checks/rows.csv").find(({ table }) => table === "person")!;
    expect(Number(row.rows_in) - Number(row.rows_out)).to.equal(4);
  });

  it("files of forms that are not read say so when nothing else is there", () => {
    const { status, said } = runMain("build", {
      "kpi.xls": strToU8("<html><body><table><tr><td>KPI</td></tr></table></body></html>"),
      "old.xls": Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    });
    expect(status).to.equal(3);
    expect(said).to.contain("kpi.xls: This is a web page").and.contain("old.xls: This is a file");
  });

  it("MHSDS ids that a spreadsheet has shortened refuse their file; codes are read as what they were", () => {
    const { MHS101Referral: referrals, ...others } = version6();
    const files: Record<string, string> = {};
    for (const [name, rows] of Object.entries(others)) files[`${name}.csv`] = csvOf(rows);
    const plain = runMain("build", { ...files, "MHS101Referral.csv": csvOf(referrals) }, [
      "--authority",
      "839",
    ]);
    const coded = referrals.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          /Priority|PrimReason/.test(key) && /^0?\d$/.test(String(value))
            ? `${Number(value)}.0`
            : value,
        ]),
      ),
    );
    expect(csvOf(coded)).to.not.equal(csvOf(referrals));
    const same = runMain("build", { ...files, "MHS101Referral.csv": csvOf(coded) }, [
      "--authority",
      "839",
    ]);
    expect(figuresOf(same)).to.deep.equal(figuresOf(plain));
    expect(figuresOf(same).length).to.be.greaterThan(10);
    const lost = referrals.map((row) => ({ ...row, Person_ID: "4.61169E+18" }));
    const refused = runMain("build", { ...files, "MHS101Referral.csv": csvOf(lost) }, [
      "--authority",
      "839",
    ]);
    expect(refused.status).to.equal(1);
    expect(messagesOf(refused).join(" ")).to.contain("can no longer be distinguished");
    expect(
      refused.table("checks/rows.csv").find(({ file }) => file === "MHS101Referral.csv"),
    ).to.include({ rows_out: "0", rows_in: String(referrals.length) });
    expect(
      figuresOf(refused).filter((one) => /referral/.test(one) && / ok$/.test(one)),
    ).to.deep.equal([]);
  });
});
