import { expect } from "chai";
import { isKnownCode } from "../../../../../prep/collections/sen2/fields/known-codes";
import { sen2Fields, sen2Tables } from "../../../../../prep/collections/sen2/fields/fields";
import {
  isSen2Xml,
  sen2TableOfHeader,
  sen2WorkbookForm,
} from "../../../../../prep/collections/sen2/read/recognise";
import { templateColumn, workbookColumn } from "../../../../../prep/collections/sen2/read/template";

describe("recognising a SEN2 return", () => {
  it("in XML goes by the collection, else by what it holds", () => {
    expect(
      [
        "<Collection>SEN2</Collection>",
        "<ns:COLLECTION > sen2 2025 </ns:COLLECTION>",
        "<Persons><Person><Requests>",
      ].map(isSen2Xml),
    ).to.deep.equal([true, true, true]);
    expect(
      ["<Collection>SC</Collection><Persons><Requests>", "<Pupils>", ""].map(isSen2Xml),
    ).to.deep.equal([false, false, false]);
  });

  it("in CSV goes by the table's own key among those of its parents", () => {
    for (const table of sen2Tables)
      expect(
        sen2TableOfHeader([
          `${table.toUpperCase()}TableId`,
          "NativeId",
          `${table}orderseqcolumn`,
          "persontableid",
          "requeststableid",
        ]),
      ).to.equal(table);
    expect(sen2TableOfHeader(["upn", "surname"])).to.equal(null);
  });

  it("in a workbook goes by titles or sheet names", () => {
    const sheet = (name: string, ...first: string[]) => ({
      name,
      rows: first.map((text) => [text]),
    });
    expect(
      sen2WorkbookForm([
        sheet("Data", "Header Record", "x", "Person Record", "x", "Requests  Records"),
      ]),
    ).to.equal("template");
    expect(sen2WorkbookForm([sheet("Person"), sheet("REQUESTS"), sheet("Named Plan")])).to.equal(
      "workbook",
    );
    expect(sen2WorkbookForm([sheet("Person"), sheet("Budget")])).to.equal(null);
  });
});

describe("headings of the workbooks", () => {
  it("are read whatever their case, dashes, breaks and spaces", () => {
    expect(
      templateColumn(
        "requests",
        "Requests record ID\n\n(This must be a unique ID for each Requests record)",
      ),
    ).to.equal("requeststableid");
    expect(
      templateColumn("activeplans", "Annual review – date draft amended EHC plan issued"),
    ).to.equal("reviewdraft");
    expect(templateColumn("activeplans", "EHC Plan Review Decisions Date")).to.equal("lastreview");
    expect(templateColumn("senneed", "SEN Type of Need rank  (1=Primary, 2=Secondary)")).to.equal(
      "sentyperank",
    );
    expect(templateColumn("person", "Shoe size")).to.equal("shoe size");
    expect(workbookColumn("requests", "rquestsource")).to.equal("requestsource");
    expect(workbookColumn("requests", "Received Date")).to.equal("receiveddate");
  });
});

describe("codes that may go into the star", () => {
  const known = (table: string, tag: string) =>
    isKnownCode(sen2Fields.find((f) => f.table === table && f.tag === tag)!);

  it("are those of the code set, and numbers of the right shape", () => {
    expect(["ASD", "MERROW", ""].map(known("senneed", "SENtype"))).to.deep.equal([
      true,
      false,
      false,
    ]);
    expect(["CHKC", "WBRI", "MARK"].map(known("person", "Ethnicity"))).to.deep.equal([
      true,
      true,
      false,
    ]);
    expect(["100000", "MERROW", "12345"].map(known("placementdetail", "URN"))).to.deep.equal([
      true,
      false,
      false,
    ]);
    expect(["839", "A950000178301"].map(known("activeplans", "TransferLA"))).to.deep.equal([
      true,
      false,
    ]);
    expect(["S", "S1", "ADA"].map(known("placementdetail", "WBP"))).to.deep.equal([
      true,
      true,
      false,
    ]);
  });

  it("are never what a person is called", () => {
    for (const tag of ["Surname", "Forename", "UPN", "PostCode"])
      expect(known("person", tag)("A950000178301"), tag).to.equal(false);
  });
});
