import { parse } from "csv-parse/sync";
import { expect } from "chai";
import { mhsdsDataQuality } from "../../../prep/collections/mhsds/lists/quality-lists";
import { checkListCsv } from "../../../prep/publish/check-files";

describe("mhsds-data-quality.csv", () => {
  it("has the counts of each field, how many records they are, and the share that is valid", () => {
    const quality = [
      {
        provider: "RZZ",
        month: 2024 * 12 + 3,
        table: "MHS201CareContact",
        field: "AttendStatus",
        valid: 6,
        other: 1,
        default: 0,
        invalid: 2,
        missing: 3,
      },
    ];
    expect(
      parse(Buffer.concat([...checkListCsv(mhsdsDataQuality(quality))]), {
        columns: true,
        bom: true,
      }),
    ).to.deep.equal([
      {
        provider: "RZZ",
        month: "2024-04-01",
        month_label: "Apr 2024",
        table: "MHS201CareContact",
        field: "AttendStatus",
        records: "12",
        valid: "6",
        other: "1",
        default: "0",
        invalid: "2",
        missing: "3",
        valid_pct: "50",
      },
    ]);
  });
});
