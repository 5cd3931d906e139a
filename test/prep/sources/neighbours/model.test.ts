import { readFileSync } from "node:fs";
import { expect } from "chai";
import {
  neighbourModels,
  neighboursOf,
  type NeighbourModel,
} from "../../../../prep/sources/neighbours/model";
import { readNeighbourModel } from "../../../../prep/sources/neighbours/read-model";
import { readWorkbook } from "../../../../prep/scan/workbook/read-workbook";
import { printedRows } from "../../../../prep/scan/workbook/printed-rows";
import { isKnownAuthority } from "../../../../prep/reference/authorities";
import { csvRows } from "../../../csv-rows";
import { hasShared, sharedPath, sharedText } from "../../../shared";

const [latest, earlier] = neighbourModels();
const codes = (model: NeighbourModel, authority: string): string =>
  neighboursOf(model, authority)
    .map(({ code }) => code)
    .join(" ");

describe("statistical neighbours", () => {
  // The lists as the official tool shows them.
  it("are the ten of each authority by version", () => {
    expect(codes(latest, "839")).to.equal("822 882 886 878 826 303 938 926 845 881");
    expect(codes(earlier, "839")).to.equal("882 845 866 935 886 921 938 916 878 800");
    expect(codes(latest, "942").split(" ").slice(0, 3)).to.deep.equal(["943", "925", "884"]);
    expect(neighboursOf(latest, "839").map(({ closeness }) => closeness)).to.deep.equal([
      ...Array(8).fill("very close"),
      "close",
      "close",
    ]);
    expect(new Set(neighboursOf(latest, "201").map(({ closeness }) => closeness))).to.deep.equal(
      new Set(["not close"]),
    );
    expect(neighboursOf(latest, "999")).to.deep.equal([]);
    for (const model of neighbourModels())
      for (const [authority, list] of model.neighbours) {
        expect(list.length, authority).to.equal(10);
        expect(new Set(list.map(({ code }) => code)).size, authority).to.equal(10);
        for (const { code } of list)
          expect(
            isKnownAuthority(code) || ["909", "928", "825"].includes(code),
            `${authority} ${code}`,
          ).to.equal(true);
      }
  });

  it("agree with the tidied lists in every row", function () {
    if (!hasShared("data/benchmark/neighbours")) return this.skip(); // reference data not beside the repository
    for (const model of neighbourModels()) {
      const rows = csvRows(
        sharedText("data/benchmark/neighbours", `statistical_neighbours_${model.version}.csv`),
      );
      for (const row of rows) {
        const found = neighboursOf(model, row.la_number)[Number(row.rank) - 1];
        expect([found.code, found.closeness], `${row.la_number} ${row.rank}`).to.deep.equal([
          row.neighbour_la_number,
          row.closeness.trim().toLowerCase(),
        ]);
      }
      expect([...model.neighbours.values()].flat().length).to.equal(rows.length);
    }
  });

  it("may be supplied by a council, tidy or wide, by number, GSS code or name", () => {
    const tidy = readNeighbourModel({
      file: "cipfa.csv",
      version: "2024",
      name: "CIPFA",
      rows: [
        ["la_code", "neighbour_code", "rank"],
        ["839", "E10000008", 2],
        ["839", 826, 1],
        ["839", "Atlantis", 3],
      ],
    });
    expect(codes(tidy.model, "839")).to.equal("826 878");
    expect(tidy.findings.map(({ rule, line }) => `${rule} ${line}`)).to.deep.equal(["N01 4"]);
    const wide = readNeighbourModel({
      file: "sn.xlsx",
      version: "x",
      name: "Wide",
      rows: [
        ["LA num", "LA Name", "SN1", "SNP", "SN2", "SNP"],
        [839, "Somewhere", 822, "Very Close ", "-", ""],
        [null, null, null, null],
      ],
    });
    expect(neighboursOf(wide.model, "839")).to.deep.equal([
      { code: "822", rank: 1, closeness: "very close" },
    ]);
    expect(
      readNeighbourModel({ file: "a.csv", version: "x", name: "x", rows: [["a"]] }).findings.length,
    ).to.equal(1);
  });

  it("are read from the official tool's own workbook", async function () {
    if (!hasShared("data/benchmark/neighbours/sn_may_2025.xlsx")) return this.skip(); // reference data not beside the repository
    const { sheets } = await readWorkbook(
      new Uint8Array(readFileSync(sharedPath("data/benchmark/neighbours/sn_may_2025.xlsx"))),
    );
    const sheet = sheets.find(({ name }) => /SN Groups/i.test(name))!;
    const { model } = readNeighbourModel({
      file: "sn_may_2025.xlsx",
      version: "2025-05",
      name: "x",
      rows: printedRows(sheet).rows,
    });
    for (const authority of ["839", "330", "301", "943"])
      expect(codes(model, authority), authority).to.equal(codes(latest, authority));
    expect([...model.neighbours.keys()].length).to.be.at.least(153);
  });
});
