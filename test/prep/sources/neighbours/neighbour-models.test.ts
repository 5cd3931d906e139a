import { expect } from "chai";
import writeXlsx from "write-excel-file/universal";
import {
  neighbourModels,
  neighboursOf,
  type NeighbourModel,
} from "../../../../prep/sources/neighbours/neighbour-models";
import { readNeighbourModel } from "../../../../prep/sources/neighbours/read-model";
import { readWorkbook } from "../../../../prep/scan/workbook/read-workbook";
import { printedRows } from "../../../../prep/scan/workbook/printed-rows";
import { isKnownAuthority } from "../../../../prep/reference/authorities";
import { csvRows } from "../../../csv-rows";
import { fixtureText } from "../../../fixture";

const [latest, earlier] = neighbourModels();
const codes = (model: NeighbourModel, authority: string): string =>
  neighboursOf(model, authority)
    .map(({ code }) => code)
    .join(" ");

const CLOSENESS: Readonly<Record<string, string>> = {
  E: "extremely close",
  V: "very close",
  C: "close",
  S: "somewhat close",
  N: "not close",
};

/** The neighbours of each authority, nearest first, as the fixture has them. */
const listsOf = (version: string): Map<string, { code: string; closeness: string }[]> =>
  new Map(
    csvRows(fixtureText("neighbours.csv"))
      .filter(({ model }) => model === version)
      .map((row) => {
        const closeness = row.closeness.split(" ");
        const codes = row.neighbours.split(" ");
        return [
          row.authority,
          codes.map((code, i) => ({ code, closeness: CLOSENESS[closeness[i]] })),
        ];
      }),
  );

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

  it("agree with the tidied lists in every row", () => {
    for (const model of neighbourModels()) {
      const lists = listsOf(model.version);
      for (const [authority, list] of lists)
        expect(
          neighboursOf(model, authority).map(({ code, closeness }) => ({ code, closeness })),
          authority,
        ).to.deep.equal(list);
      expect(model.neighbours.size).to.equal(lists.size);
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

  it("are read from a workbook as the official tool's is laid out", async () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const data = [
      ["LA num", "LA Name", ...numbers.flatMap((rank) => [`SN${rank}`, "SNP"])],
      ...[...listsOf("2025-05")].map(([authority, list]) => [
        authority,
        "",
        ...list.flatMap(({ code, closeness }) => [code, closeness]),
      ]),
    ];
    const blob = await writeXlsx([{ sheet: "LA SN Groups", data }]).toBlob();
    const { sheets } = await readWorkbook(new Uint8Array(await blob.arrayBuffer()));
    const sheet = sheets.find(({ name }) => /SN Groups/i.test(name))!;
    const { model } = readNeighbourModel({
      file: "neighbours.xlsx",
      version: "2025-05",
      name: "x",
      rows: printedRows(sheet).rows,
    });
    for (const authority of latest.neighbours.keys())
      expect(codes(model, authority), authority).to.equal(codes(latest, authority));
    expect([...model.neighbours.keys()].length).to.be.at.least(153);
  });
});
