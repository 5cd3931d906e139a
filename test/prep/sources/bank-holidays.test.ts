import { expect } from "chai";
import { check } from "../pipeline/run";
import { person, request, smallReturn, xmlFile } from "../pipeline/small-return";
import { alertList } from "../../../prep/collections/sen2/lists/alert-list";
import { makeList } from "../lists/run-list";

/** The eight days of a year in the form of GOV.UK; of 2028 those that the law gives. */
const DAYS_2028 = ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"];
const event = (date: string) => ({ title: "A day", date, notes: "", bunting: true });
const govUk = (dates: readonly string[]): string =>
  JSON.stringify({
    "england-and-wales": { division: "england-and-wales", events: dates.map(event) },
    scotland: { division: "scotland", events: [event("2028-11-30")] },
  });
const file = (text: string, name = "bank-holidays.json") => ({
  name,
  chunks: [new TextEncoder().encode(text)],
});
/** An extract of December 2027, with a request whose decision is due on 18 January 2028. */
const waiting = xmlFile(
  smallReturn(2028, [person(1, request("2027-12-07", ""))], {
    ReferenceDate: "2027-12-31",
    DateTime: "2027-12-31T09:00:00",
  }),
);

describe("the bank holidays of GOV.UK", () => {
  it("are known by their content and used for working days", async () => {
    const list = async (...more: ReturnType<typeof file>[]) => {
      const { rows, result } = await makeList(alertList, [waiting, ...more], { within: 30 });
      const row = rows("alerts.csv").find(({ due_date }) => due_date === "2028-01-18")!;
      return { row, notes: result.made.notes };
    };
    const without = await list();
    expect(without.row).to.include({ due_date: "2028-01-18", working_days_left: "" });
    expect(without.notes.join()).to.match(/left empty for due dates after 2027/);
    const all = DAYS_2028.map((day) => `2028-${day}`);
    const known = await list(file(govUk(all), "downloads (1).json"));
    // 31 December 2027 is a Friday: 4 to 7, 10 to 14, 17 and 18 January, for 3 January is a holiday.
    expect(known.row).to.include({ working_days_left: "11", last_working_day: "2028-01-18" });
    expect(known.notes.join()).to.match(/known for 2022 to 2028/);
  });

  it("are a finding where they end too early or cannot be read, and the file is accounted for", async () => {
    const found = async (text: string) => {
      const { findings, files, rows } = await check([waiting, file(text)]);
      expect(files.find(({ name }) => name === "bank-holidays.json")!.recognisedAs).to.equal(
        "bank holidays",
      );
      expect(rows.some(({ table }) => table === "bank_holidays")).to.equal(true);
      return findings.filter(({ rule }) => /^F2[56]$/.test(rule)).map(({ rule }) => rule);
    };
    expect(await found(govUk(DAYS_2028.slice(0, 5).map((day) => `2028-${day}`)))).to.deep.equal([
      "F26",
    ]);
    expect(await found(govUk(DAYS_2028.map((day) => `2028-${day}`)))).to.deep.equal([]);
    expect(await found(govUk(["3 January 2028"]))).to.deep.equal(["F25"]);
    expect(await found(govUk([]).slice(0, -2))).to.deep.equal(["F25"]);
  });
});
