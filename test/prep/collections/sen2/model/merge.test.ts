import { expect } from "chai";
import { dayFromIso, isoOf } from "../../../../../prep/calendar/day";
import { MISSING } from "../../../../../prep/columns/column";
import { OUTCOME } from "../../../../../prep/collections/sen2/model/outcomes";
import type { Row } from "../make-return";
import { merged, returnOf } from "./put-together";

const request = (received: string, outcome: string, date = "", more: Row = {}): Row => ({
  receiveddate: received,
  requestoutcome: outcome,
  requestoutcomedate: date,
  ...more,
});
const person = (...requests: Row[]): Row[] => [{ surname: "A", requests }];
const plan = (start: string, cease = ""): Row => ({
  assessment: [{ assessmentoutcome: "H", namedplan: [{ startdate: start, ceasedate: cease }] }],
});
const iso = (day: number): string | null => (day === MISSING ? null : isoOf(day));

describe("finding the same request", () => {
  it("goes by the date received, also where a person has several", () => {
    const { cases } = merged([
      returnOf(2024, person(request("2023-02-01", "N", "2023-03-01"), request("2023-10-01", "A"))),
      returnOf(2025, person(request("2023-10-01", "Y", "2024-01-10"))),
    ]);
    expect(cases.count).to.equal(2);
  });

  it("goes by the plan's start where the date received is missing, and finds the date later", () => {
    const { cases, merged: found } = merged([
      returnOf(2024, person(request("", "H", "", plan("2020-01-01")))),
      returnOf(2025, person(request("2019-08-01", "H", "", plan("2020-01-01")))),
    ]);
    expect(cases.count).to.equal(1);
    expect(iso(found.received[0])).to.equal("2019-08-01");
  });

  it("counts requests without any date by their place", () => {
    const undated = person(request("", "A"), request("", "A"));
    expect(merged([returnOf(2024, undated), returnOf(2025, undated)]).cases.count).to.equal(2);
  });

  describe("where H has no date received", () => {
    const going: Row = { assessment: [{ assessmentoutcome: "A" }] };
    const ended = (start: string, active: Row = {}): Row => ({
      assessment: [
        {
          assessmentoutcome: "Y",
          assessmentoutcomedate: start,
          namedplan: [{ startdate: start }],
        },
      ],
      activeplans: [active],
    });
    const open = request("2023-10-01", "Y", "2023-12-01", going);
    const count = (earlier: Row[], ...later: Row[]): number =>
      merged([returnOf(2024, person(...earlier)), returnOf(2025, person(...later))]).cases.count;
    const h = (start: string, active: Row = {}): Row => request("", "H", "", ended(start, active));

    it("takes the only request left open, decided or not, going on or yet to be decided", () => {
      expect(count([open], h("2024-02-11"))).to.equal(1);
      expect(count([open], request("", "H", "", going))).to.equal(1);
      expect(count([request("2023-10-01", "A")], h("2024-02-11"))).to.equal(1);
      expect(
        count([request("2022-10-01", "N", "2022-12-01"), open], h("2024-02-11")),
        "beside one that has ended",
      ).to.equal(2);
    });

    it("takes none where it could be another", () => {
      const second = request("2023-11-01", "A");
      expect(count([open, second], h("2024-02-11")), "two are open").to.equal(3);
      expect(count([open], h("2024-02-11"), h("2024-05-01")), "two have no date").to.equal(3);
      expect(count([open], open, h("2024-02-11")), "the open one is there too").to.equal(2);
      expect(count([open], h("2023-09-01")), "its plan began before").to.equal(2);
      expect(
        count([open], h("2024-02-11", { transferla: "850" })),
        "it came from elsewhere",
      ).to.equal(2);
      expect(
        count([request("2023-10-01", "W", "2023-12-01")], h("2024-02-11")),
        "none is open",
      ).to.equal(2);
    });
  });

  it("tells of one that is there twice in a return, and takes it once", () => {
    const { cases, repeated } = merged([
      returnOf(2024, person(request("2023-02-01", "A"), request("2023-02-01", "A"))),
    ]);
    expect([cases.count, repeated]).to.deep.equal([1, [{ ret: 0, request: 1 }]]);
  });

  it("leaves out what begins after a day, but not an assessment that may have been open before", () => {
    const rows = person(
      request("2024-06-01", "A"),
      request("", "H", "", plan("2024-07-01")),
      request("", "H", "", {
        assessment: [
          {
            assessmentoutcome: "Y",
            assessmentoutcomedate: "2024-07-01",
            namedplan: [{ startdate: "2024-07-01" }],
          },
        ],
      }),
    );
    expect(merged([returnOf(2025, rows)], dayFromIso("2024-05-31")!).cases.count).to.equal(1);
  });
});

describe("merging a decision over returns", () => {
  const decision = (...returns: [number, Row][]) => {
    const { merged: found, contradictions } = merged(
      returns.map(([year, row]) => returnOf(year, person(row))),
    );
    return [
      String.fromCharCode(found.decision.outcome[0]),
      iso(found.decision.date[0]),
      contradictions.length,
    ];
  };
  const cases: [string, [number, Row][], [string, string | null, number]][] = [
    [
      "is the one of the year it lies in",
      [
        [2024, request("2023-10-01", "Y", "2023-12-01")],
        [2025, request("2023-10-01", "Y", "2023-12-09")],
      ],
      ["Y", "2023-12-01", 1],
    ],
    [
      "also where that return is the later one",
      [
        [2024, request("2023-10-01", "Y", "2024-01-05")],
        [2025, request("2023-10-01", "N", "2024-01-20")],
      ],
      ["N", "2024-01-20", 1],
    ],
    [
      "is the first dated one where it lies in no year",
      [
        [2024, request("2021-10-01", "Y", "2021-12-01")],
        [2025, request("2021-10-01", "Y", "2021-12-02")],
      ],
      ["Y", "2021-12-01", 1],
    ],
    [
      "is not overwritten by H",
      [
        [2024, request("2023-10-01", "Y", "2023-12-01")],
        [2025, request("2023-10-01", "H")],
      ],
      ["Y", "2023-12-01", 0],
    ],
    [
      "is filled by a later return",
      [
        [2024, request("2023-10-01", "A")],
        [2025, request("2023-10-01", "N", "2024-01-20")],
      ],
      ["N", "2024-01-20", 0],
    ],
    [
      "without a date is the last that is not H",
      [
        [2024, request("2023-10-01", "A")],
        [2025, request("2023-10-01", "W")],
        [2026, request("2023-10-01", "H")],
      ],
      ["W", null, 0],
    ],
    ["is H where no return says more", [[2024, request("2020-10-01", "H")]], ["H", null, 0]],
  ];
  for (const [name, returns, expected] of cases)
    it(name, () => expect(decision(...returns)).to.deep.equal(expected));

  it("is still awaited on a day before its date", () => {
    const { merged: found } = merged(
      [returnOf(2024, person(request("2023-10-01", "Y", "2023-12-01")))],
      dayFromIso("2023-11-30")!,
    );
    expect([found.decision.outcome[0], iso(found.decision.date[0])]).to.deep.equal([
      OUTCOME.A,
      null,
    ]);
  });
});

describe("merging a plan over returns", () => {
  const shown = (...returns: [number, Row[]][]) => {
    const { merged: found } = merged(returns.map(([year, rows]) => returnOf(year, rows)));
    return [iso(found.cease[0]), iso(found.planShownUntil[0])];
  };
  const live = request("", "H", "", plan("2020-01-01"));

  it("keeps an end once reported", () => {
    expect(
      shown(
        [2024, person(request("", "H", "", plan("2020-01-01", "2023-07-31")))],
        [2025, person(live)],
      ),
    ).to.deep.equal(["2023-07-31", null]);
  });

  it("shows a plan that vanishes up to the reference date of the last return that has it", () => {
    expect(shown([2024, person(live)], [2025, [{ surname: "A" }]])).to.deep.equal([
      null,
      "2024-01-18",
    ]);
    expect(shown([2024, person(live)], [2025, person(live)])).to.deep.equal([null, null]);
  });
});
