import { expect } from "chai";
import { statusLevel } from "../../../src/kpi/own-status";

describe("the author's own words for a status", () => {
  const all = (texts: string, level: string): void => {
    for (const text of texts.split("|")) expect(statusLevel(text), text).to.equal(level);
  };

  it("have the level that people mean by them", () => {
    all("Green|G|On target|ON TRACK|Exceeded|BRAG: G|RAG - Green|Status: on track", "good");
    all("Amber/Green|Red-Amber|A|At risk|RAG A|rag status: amber", "fair");
    all("Red|Off track|Delayed|BRAG R|RAG rating: Red|Not met", "poor");
    all("Blue|Complete|Closed|BRAG B", "done");
    all("N/A|Not started|Grey|RAG: n/a", "none");
  });

  it("have none where nobody knows it", () => {
    all("1|4|RAG|Status|Bragging|Ragged|not green|red or green", "other");
  });

  it("have none where they are said of another day, or turned round", () => {
    all("was green|Previously on track|Green if funded|On track to miss|towards green", "other");
    all(
      "Unlikely to be on track|No longer on track|Expected to be green|falling off track",
      "other",
    );
  });

  it("are good on the side of the target that is better", () => {
    expect(statusLevel("Above target", {}, "higher")).to.equal("good");
    expect(statusLevel("Above target", {}, "lower")).to.equal("poor");
    expect(statusLevel("Below the target", {}, "lower")).to.equal("good");
    expect(statusLevel("Slightly below target", {}, "higher")).to.equal("fair");
    expect(statusLevel("Exceeded", {}, "lower")).to.equal("other");
    all("Above target|Below target|Under plan", "other");
  });

  it("are the author's own lists first", () => {
    expect(statusLevel("4", { good: "4, 5" })).to.equal("good");
    expect(statusLevel("Delayed", { fair: "delayed" })).to.equal("fair");
    expect(statusLevel("RAG 4", { fair: "RAG 4" })).to.equal("fair");
  });
});
