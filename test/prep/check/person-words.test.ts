import { expect } from "chai";
import { personWords } from "../../../prep/check/identifiers/person-words";

const flagged = (texts: readonly string[]): string[] =>
  texts.filter((text) => personWords(text).length > 0);

describe("words that may name a person", () => {
  it("are common given names, and those that are other words too before a surname", () => {
    const named = [
      "Amelia is waiting for a plan",
      "Agreed with Mark Jones in September",
      "Mark Jones chairs the group",
      "Owner: Grace Okafor",
      "April Hughes has the figures",
      "The data came from June Patel",
      "Ask Will Carter or Hope Lindqvist",
      "Seen by May Thompson on 3 May 2026",
      "Dean Whitfield's review",
      "Cllr Brown asked",
    ];
    expect(flagged(named)).to.deep.equal(named);
  });

  it("are no months, seasons, ratings, verbs and names of things", () => {
    const none = [
      "May, June and July are provisional",
      "In May Families told us of delays",
      "By April Officers will have been trained",
      "April Target met; June Board told",
      "From September to May Ofsted visited twice",
      "May 2026: Plans issued",
      "The figure for June. Schools closed in July",
      "Summer Term and Autumn Term figures",
      "Amber Green and Red ratings",
      "Amber Rating since March",
      "A Grace Period of ten days",
      "Mark Scheme and Grant Funding agreed",
      "Hope School and Ivy Lane",
      "Art Therapy waits; Max Capacity reached",
      "Will Be Reviewed in June",
      "Rose Centre, Violet Street, Iris Unit",
      "Faith Schools and Dean Close",
      "Frank Discussion with schools",
    ];
    expect(flagged(none)).to.deep.equal([]);
  });
});
