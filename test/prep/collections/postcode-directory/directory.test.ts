import { expect } from "chai";
import { isDirectoryHeader, postcodeDirectory } from "../../../../prep/collections/postcode-directory/directory";
import { rawTable } from "../../raw-table";

describe("the postcode directory", () => {
  it("finds ward and LSOA whatever the spacing and case", () => {
    const directory = postcodeDirectory("onspd.csv", rawTable("d", [{ pcds: "ZZ1 0AA", osward: "E05000001", lsoa21: "E01000001" }, { pcds: "ZZ10 1AB", osward: "E05000002" }]));
    expect(directory.count).to.equal(2);
    expect(["zz10aa", " ZZ1  0AA "].map((postcode) => directory.place(postcode)?.ward)).to.deep.equal(["E05000001", "E05000001"]);
    expect(directory.place("ZZ101AB")).to.deep.equal({ ward: "E05000002", lsoa: null });
    expect(directory.place("ZZ9 9ZZ")).to.equal(null);
  });

  it("is known by its columns in several editions", () => {
    expect([["pcd7", "pcds", "wd24cd", "lsoa21cd"], ["PCD", "OSWARD", "LSOA11"], ["postcode", "ward", "lsoa21"], ["pcds", "lsoa21"]].map((header) => isDirectoryHeader(header))).to.deep.equal([true, true, false, false]);
  });
});
