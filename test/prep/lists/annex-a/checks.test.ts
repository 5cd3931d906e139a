import { expect } from "chai";
import { dayFromIso, type Day } from "../../../../prep/calendar/day";
import { annexChecks } from "../../../../prep/lists/annex-a/checks";
import { annexColumns, columnsOfList } from "../../../../prep/lists/annex-a/columns";
import type { AnnexRow, ListNumber } from "../../../../prep/lists/annex-a/row";
import { checkList } from "../../../../prep/lists/annex-a/run-checks";

const day = (iso: string): Day => dayFromIso(iso)!;
const AS_AT = day("2026-01-15");

/** An invented child of nine with nothing wrong; a row of list 2 has no plan dates. */
const clean = (list: ListNumber): AnnexRow => ({
  uniqueId: "1",
  upn: "A839200016001",
  uln: null,
  birth: day("2016-05-03"),
  gender: "b) Female",
  ethnicity: "a) WBRI",
  initialPlan: list === 1 ? day("2022-03-01") : null,
  updatedPlan: list === 1 ? day("2024-03-01") : null,
  lastReview: list === 1 ? day("2025-11-01") : null,
  need: "k) ASD",
  urn: "990001",
  phase: "b) Primary",
  subsidiaryPhase: null,
  homeEducation: list === 1 ? "b) No" : null,
  suspensions: 0,
  exclusions: 0,
  absence: 4.2,
  pupilPremium: "b) No",
  socialCare: "b) No",
  socialCareTeam: null,
  disability: "b) No",
});

interface Case {
  /** Changes to the clean row that a check must find, and such that it must not. */
  readonly wrong: Partial<AnnexRow>;
  readonly right: Partial<AnnexRow>;
}

/** What the checks of both lists must find, by their last two digits. */
const shared: Readonly<Record<string, Case>> = {
  "01a": { wrong: { birth: null }, right: { birth: day("2016-05-04") } },
  "01b": { wrong: { gender: null }, right: { gender: "d) Not specified" } },
  "01c": { wrong: { ethnicity: null }, right: { ethnicity: "t) NOBT" } },
  "01d": { wrong: { need: null }, right: { need: "l) OTH" } },
  "02a": { wrong: { birth: day("2001-01-15") }, right: { birth: day("2001-01-16") } },
  "02b": { wrong: { birth: day("2000-01-15") }, right: { birth: day("2001-01-16") } },
  "03": { wrong: { disability: null }, right: { disability: "a) Yes" } },
  "05a": { wrong: { birth: day("2026-01-16") }, right: { birth: AS_AT } },
  "07": {
    wrong: { upn: null, birth: day("2020-01-15") },
    right: { upn: null, birth: day("2020-01-16") },
  },
  "08a": {
    wrong: { urn: null, birth: day("2021-01-15") },
    right: { urn: null, birth: day("2021-01-16") },
  },
  "08b": {
    wrong: { urn: null, subsidiaryPhase: "b) Primary", birth: day("2010-01-16") },
    right: { urn: null, subsidiaryPhase: "b) Primary", birth: day("2010-01-15") },
  },
};

const ofPlans: Readonly<Record<string, Case>> = {
  "105b": {
    wrong: { initialPlan: day("2026-01-16"), updatedPlan: null, lastReview: null },
    right: { initialPlan: AS_AT, updatedPlan: null, lastReview: null },
  },
  "105c": { wrong: { updatedPlan: day("2026-01-16") }, right: { updatedPlan: AS_AT } },
  "105d": { wrong: { lastReview: day("2026-01-16") }, right: { lastReview: AS_AT } },
  "106a": { wrong: { initialPlan: day("2024-03-02") }, right: { initialPlan: day("2024-03-01") } },
  "106b": {
    wrong: { initialPlan: day("2025-11-02"), updatedPlan: null },
    right: { initialPlan: day("2025-11-01"), updatedPlan: null },
  },
};

const cases: readonly (readonly [id: string, list: ListNumber, one: Case])[] = [
  ...([1, 2] as const).flatMap((list) =>
    Object.entries(shared).map(([number, one]) => [`${list}${number}`, list, one] as const),
  ),
  ...Object.entries(ofPlans).map(([id, one]) => [id, 1, one] as const),
];

const found = (list: ListNumber, ...rows: readonly Partial<AnnexRow>[]): string[] =>
  checkList(
    list,
    rows.map((row) => ({ ...clean(list), ...row })),
    AS_AT,
  ).map(({ check, row }) => `${check.id} ${row}`);

describe("the checks of the Annex A lists", () => {
  it("are the 29 that were published, 17 of list 1 and 12 of list 2, queries told from errors", () => {
    expect(annexChecks.map(({ id }) => id)).to.deep.equal(
      "101a 101b 101c 101d 102a 102b 103 105a 105b 105c 105d 106a 106b 107 108a 108b 109 201a 201b 201c 201d 202a 202b 203 205a 207 208a 208b 209".split(
        " ",
      ),
    );
    expect(
      annexChecks.filter(({ severity }) => severity === "query").map(({ id }) => id),
    ).to.deep.equal("102a 105a 105b 105c 105d 202a 205a".split(" "));
    for (const { list, fields } of annexChecks)
      expect(columnsOfList(list).map(({ field }) => field)).to.include.members([...fields]);
  });

  it("find nothing in a clean row", () => {
    for (const list of [1, 2] as const) expect(found(list, {})).to.deep.equal([]);
  });

  for (const [id, list, { wrong, right }] of cases)
    it(`find ${id} where it is, and not just beside it`, () => {
      expect(found(list, wrong)).to.deep.equal([`${id} 0`]);
      expect(found(list, right).filter((one) => one.startsWith(`${id} `))).to.deep.equal([]);
    });

  for (const list of [1, 2] as const)
    it(`find ${list}09 in every row of a repeated UPN, and not in rows without one`, () => {
      expect(
        found(list, {}, { uniqueId: "2", upn: "A839200016002" }, { uniqueId: "3" }),
      ).to.deep.equal([`${list}09 0`, `${list}09 2`]);
      expect(
        found(list, { upn: null, uln: "1000007706" }, { upn: null, uln: "1000007706" }),
      ).to.deep.equal([]);
    });

  it("take a ULN for a UPN, and a subsidiary establishment for a main one, as far as each goes", () => {
    expect(found(1, { upn: null, uln: "1000007706" })).to.deep.equal([]);
    expect(found(1, { urn: null, subsidiaryPhase: "b) Primary" })).to.deep.equal(["108b 0"]);
  });
});

describe("the columns of the Annex A lists", () => {
  it("are the 21 and 17 that are asked for, word for word", () => {
    const plans = [
      "Unique ID",
      "UPN",
      "ULN",
      "Date of birth",
      "Gender",
      "Ethnicity",
      "Date initial EHC plan issued",
      "Date updated EHC plan issued",
      "Date EHC plan last reviewed",
      "SEN primary need",
      "Main education establishment \u2013 URN",
      "Main education establishment \u2013 phase",
      "Subsidiary education establishment \u2013 phase (dual registration)",
      "Elective home education",
      "Suspensions",
      "Permanent exclusions",
      "Absence",
      "Pupil Premium",
      "Known to children's social care?",
      "Which children's social care team?",
      "Does the child or young person have a disability?",
    ];
    expect(columnsOfList(1).map(({ heading }) => heading)).to.deep.equal(plans);
    expect(columnsOfList(2).map(({ heading }) => heading)).to.deep.equal(
      plans.filter((heading) => !/EHC plan|Elective/.test(heading)),
    );
    expect([columnsOfList(1).length, columnsOfList(2).length]).to.deep.equal([21, 17]);
  });

  it("say for each cell what fills it, or why it is empty", () => {
    for (const { heading, filledFrom, whenEmpty } of annexColumns)
      expect(filledFrom + whenEmpty, heading).not.to.equal("");
  });
});
