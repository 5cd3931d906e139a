import { expect } from "chai";
import { collections } from "../../../prep/collections/index";
import { lensOf } from "../../../prep/indicators/indicator";
import { publishedMappings } from "../../../prep/sources/published/mapping";
import { populationRates } from "../../../prep/reference/population-rates";
import { publishedDatasets } from "../../../prep/reference/published-datasets";
import { catalogueOf } from "../../../prep/stages/catalogue";
import { LONGEST_STEP } from "../../../src/kpi/frequency";
import { UNIT_FORMS } from "../../../src/kpi/unit";
import { csvRows } from "../../csv-rows";
import { fixtureText } from "../../fixture";

const indicators = collections.flatMap((collection) => collection.indicators);
const catalogue = catalogueOf(indicators);
const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));

/** Ids that a collection counts. */
const counted = new Set(indicators.flatMap(({ id, count }) => (count ? [id] : [])));

describe("the indicator catalogue", () => {
  it("has each indicator once, whole, in words that the rules know", () => {
    expect(byId.size).to.equal(catalogue.length);
    for (const {
      id,
      name,
      lens,
      section,
      unit,
      polarity,
      frequency,
      numerator,
      source,
      denominator,
    } of catalogue) {
      expect(id).to.match(/^[a-z][a-z0-9_]*$/);
      expect(lens, id).to.equal(lensOf(section));
      expect(UNIT_FORMS[unit], id).not.to.equal(undefined);
      expect(LONGEST_STEP[frequency], id).to.be.a("number");
      expect(["higher", "lower", "neutral"], id).to.include(polarity);
      for (const words of [name, numerator, source]) expect(words, id).to.match(/\S/);
      if (unit === "percent") expect(denominator, id).to.be.a("string");
    }
    expect(
      new Set(catalogue.map(({ name }) => name.toLowerCase())).size,
      "two indicators of one name",
    ).to.equal(catalogue.length);
    expect(new Set(catalogue.map(({ lens }) => lens)).size).to.equal(3);
  });

  it("has the indicators that are counted from records", () => {
    expect(indicators.filter(({ id }) => !byId.has(id))).to.deep.equal([]);
    expect(byId.get("ehc_plans_within_20_weeks_pct")).to.deep.include({
      published: "timeliness_20_week, interactive_tool",
      section: "Timeliness",
      polarity: "higher",
      unit: "percent",
    });
  });

  it("has every mapped indicator with its published data set", () => {
    for (const { indicator, dataset } of publishedMappings)
      expect(byId.get(indicator)?.published?.split(", "), indicator).to.include(dataset);
  });

  it("names every mapped data set in the list of those that are read", () => {
    const listed = new Set(publishedDatasets().rows.map(({ dataset }) => dataset));
    expect(publishedMappings.filter(({ dataset }) => !listed.has(dataset))).to.deep.equal([]);
  });

  it("says of each indicator how it is filled: counted, else published, else kept by hand", () => {
    const mapped = new Set([
      ...publishedMappings.map(({ indicator }) => indicator),
      ...populationRates().rows.map(({ id }) => id),
    ]);
    for (const { id, filled } of catalogue)
      expect(filled, id).to.equal(
        counted.has(id) ? "counted" : mapped.has(id) ? "published" : "kept by hand",
      );
    for (const id of counted)
      expect(byId.has(id), `${id} is counted and not listed`).to.equal(true);
  });

  it("names an indicator of a list once only", () => {
    const listed = catalogue.flatMap(({ listedIn }) => listedIn);
    expect(new Set(listed).size).to.equal(listed.length);
  });

  it("leaves out no indicator of the five source documents", () => {
    const listed = new Set(catalogue.flatMap(({ listedIn }) => listedIn));
    const ids = fixtureText("listed-indicators.txt").trim().split("\n");
    expect(ids.length).to.equal(318);
    expect(ids.filter((id) => !listed.has(id))).to.deep.equal([]);
  });

  it("holds every indicator that is to be counted, with its unit and polarity", () => {
    for (const row of csvRows(fixtureText("counted-indicators.csv"))) {
      const indicator = byId.get(row.id);
      expect(indicator?.polarity, row.id).to.equal(row.polarity);
      expect(indicator?.unit, row.id).to.equal(row.unit);
    }
  });
});
