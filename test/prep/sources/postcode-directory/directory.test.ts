import { expect } from "chai";
import {
  isDirectoryHeader,
  postcodeDirectory,
} from "../../../../prep/sources/postcode-directory/directory";
import { rawTable } from "../../raw-table";

describe("the postcode directory", () => {
  it("finds ward and LSOA whatever the spacing and case", () => {
    const directory = postcodeDirectory(
      "onspd.csv",
      rawTable("d", [
        { pcds: "ZZ1 0AA", osward: "E05000001", lsoa21: "E01000001" },
        { pcds: "ZZ10 1AB", osward: "E05000002" },
      ]),
    );
    expect(directory.count).to.equal(2);
    expect(
      ["zz10aa", " ZZ1  0AA "].map((postcode) => directory.place(postcode)?.ward),
    ).to.deep.equal(["E05000001", "E05000001"]);
    expect(directory.place("ZZ101AB")).to.deep.equal({
      ward: "E05000002",
      lsoa: null,
      authority: null,
      district: null,
      deprivation: null,
      childDeprivation: null,
    });
    expect(directory.place("ZZ9 9ZZ")).to.equal(null);
  });

  it("knows the authority of a postcode: the county where there is one, else the district", () => {
    const rows = [
      {
        pcds: "ZZ1 0AA",
        osward: "E05000001",
        lsoa21: "E01000001",
        oscty: "E10000014",
        oslaua: "E07000084",
      },
      {
        pcds: "ZZ1 0AB",
        osward: "E05000002",
        lsoa21: "E01000002",
        oscty: "E99999999",
        oslaua: "E06000058",
      },
      {
        pcds: "ZZ1 0AC",
        osward: "W05000001",
        lsoa21: "W01000001",
        oscty: "W99999999",
        oslaua: "W06000015",
      },
      // Bournemouth of before 2019: who keeps a plan there today, the edition does not say.
      {
        pcds: "ZZ1 0AD",
        osward: "E05000003",
        lsoa21: "E01000003",
        oscty: "E99999999",
        oslaua: "E06000028",
      },
    ];
    const directory = postcodeDirectory("onspd.csv", rawTable("d", rows));
    expect(rows.map(({ pcds }) => directory.place(pcds)!.authority)).to.deep.equal([
      "850",
      "839",
      "W06000015",
      null,
    ]);
  });

  it("is known by its columns in several editions", () => {
    expect(
      [
        ["pcd7", "pcds", "wd24cd", "lsoa21cd"],
        ["PCD", "OSWARD", "LSOA11"],
        ["postcode", "ward", "lsoa21"],
        ["pcds", "lsoa21"],
      ].map((header) => isDirectoryHeader(header)),
    ).to.deep.equal([true, true, false, false]);
  });
});
