import { expect } from "chai";
import { collections } from "../../../../prep/collections/index";
import { daxRowMeasures } from "../../../../prep/publish/power-bi/measures/row-measures";
import { knowledgeOf } from "../../../../prep/stages/knowledge";
import { sampleStar } from "./sample-star";

const { rowMeasures } = knowledgeOf(collections);

describe("measures over the rows of the facts", function () {
  it("are made for every fact of the sample", async () => {
    const star = await sampleStar();
    const made = [...star.values()].flatMap(({ declaration }) => daxRowMeasures(declaration));
    expect(made).to.have.length(rowMeasures.length);
  });

  it("follow a date that is not the fact's first through the date table, without USERELATIONSHIP", async () => {
    const star = await sampleStar();
    const dax = new Map(
      [...star.values()]
        .flatMap(({ declaration }) => daxRowMeasures(declaration))
        .map((measure) => [measure.name, measure.dax]),
    );
    expect(dax.get("Requests received")).to.include("SUM ( 'EHC requests'[Received] )");
    expect(dax.get("Decisions on requests")!.replace(/\s+/g, " ")).to.include(
      "CALCULATE ( SUM ( 'EHC requests'[Decided] ), REMOVEFILTERS ( 'Date' ), KEEPFILTERS ( TREATAS ( VALUES ( 'Date'[Date] ), 'EHC requests'[Decision date] ) ) )",
    );
    for (const text of dax.values()) expect(text).not.to.include("USERELATIONSHIP");
  });
});
