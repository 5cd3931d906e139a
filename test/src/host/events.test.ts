import { expect } from "chai";
import fc from "fast-check";
import type powerbi from "powerbi-visuals-api";
import { boardPaper } from "../support/board-paper";
import { dataViewOf } from "../../../page/visual/data-view";
import { openVisual, type OpenVisual } from "../support/open-visual";

const DATA = 2;
const RESIZE = 4;

describe("rendering events and updates", () => {
  let opened: OpenVisual;
  const noise: unknown[][] = [];
  const kept = { error: console.error, warn: console.warn, log: console.log };
  beforeEach(() => {
    noise.length = 0;
    for (const name of ["error", "warn", "log"] as const)
      console[name] = (...values: unknown[]) => void noise.push(values);
    opened = openVisual();
  });
  afterEach(() => {
    Object.assign(console, kept);
    opened.close();
    expect(noise).to.deep.equal([]);
  });
  const balanced = ["renderingStarted", "renderingFinished"];

  it("come once each, first and last, for data, resize, nothing at all and a view without rows", () => {
    const view = dataViewOf(boardPaper());
    for (const go of [
      () => opened.update(view),
      () => opened.update(view, { type: RESIZE, width: 500 }),
      () => opened.update(undefined),
      () => opened.update({ metadata: { columns: [] } } as powerbi.DataView),
      () => opened.update(dataViewOf([])),
    ]) {
      go();
      expect(opened.taken()).to.deep.equal(balanced);
    }
  });

  it("says when the drawing failed, and shows a message instead", () => {
    const broken = dataViewOf([{ indicator: "A", value: 1 }]);
    Object.defineProperty(broken.categorical!.values![0], "values", {
      get: () => {
        throw new RangeError("broken");
      },
    });
    opened.update(broken);
    expect(opened.taken()).to.deep.equal(["renderingStarted", "renderingFailed"]);
    expect(opened.element.textContent).to.contain("could not be drawn");
    opened.update(dataViewOf([{ indicator: "A", value: 1 }]));
    expect(opened.taken()).to.deep.equal(balanced);
    expect(opened.one("tr.kpi").textContent).to.contain("A");
  });

  it("does not work the model out again for a change of size", () => {
    let reads = 0;
    const view = dataViewOf(boardPaper());
    const { values } = view.categorical!.values![0];
    Object.defineProperty(view.categorical!.values![0], "values", {
      get: () => ((reads += 1), values),
    });
    opened.update(view, { type: DATA });
    const before = reads;
    opened.update(view, { type: RESIZE, width: 600 });
    expect(reads).to.equal(before);
    expect(opened.all("tr.kpi").length).to.equal(20);
  });

  it("shows what to do first where no field is chosen", () => {
    opened.update(undefined);
    expect(opened.one(".landing").textContent).to.contain("Add the Indicator field");
    opened.update(dataViewOf([{ target: 3 }]));
    expect(opened.one(".landing").textContent).to.contain("each KPI needs a name");
  });

  it("warns where the host holds more rows, once drawn", () => {
    opened.update(dataViewOf([{ indicator: "A", value: 1 }], { segment: true }));
    expect(opened.taken()).to.deep.equal([
      "renderingStarted",
      "displayWarningIcon",
      "renderingFinished",
    ]);
  });

  it("gives a formatting pane before the first update and with any data", () => {
    expect(opened.visual.getFormattingModel().cards.length).to.equal(11);
    for (const [view, cards] of [
      [undefined, 11],
      [dataViewOf([]), 11],
      [dataViewOf([{ value: 1 }]), 7],
      [dataViewOf(boardPaper()), 10],
    ] as const) {
      opened.update(view);
      expect(opened.visual.getFormattingModel().cards.length).to.equal(cards);
    }
  });

  it("draws in any order of fields taken away", () => {
    const rows = boardPaper();
    const names = Object.keys(Object.assign({}, ...rows));
    for (const name of names) {
      opened.update(dataViewOf(rows.map((row) => ({ ...row, [name]: undefined }))));
      expect(
        opened.taken().filter((call) => call !== "displayWarningIcon"),
        name,
      ).to.deep.equal(balanced);
    }
  });

  it("stands all sizes", () => {
    opened.update(dataViewOf(boardPaper()));
    opened.taken();
    for (const view of ["scorecard", "cards", "neighbours", "areas", "trend"])
      for (const [width, height] of [
        [0, 0],
        [10, 10],
        [80, 60],
        [320, 200],
        [4000, 3000],
      ]) {
        opened.update(dataViewOf(boardPaper(), { objects: { layout: { view } } }), {
          width,
          height,
        });
        expect(opened.taken(), `${view} ${width}`).to.deep.equal(balanced);
      }
  });

  it("stands random data in every view without an exception or a word on the console", function () {
    this.timeout(120_000);
    const cell = fc.oneof(
      fc.constant(null),
      fc.constant(undefined),
      fc.double(),
      fc.integer({ min: -1000, max: 1000 }),
      fc.string({ maxLength: 12 }),
      fc.boolean(),
      fc.date({ noInvalidDate: false }),
      fc.constantFrom("Mar 24", "2023/24", "awaiting data", "own", "neighbour", "higher", "5%"),
    );
    const row = fc.dictionary(
      fc.constantFrom(
        "indicator",
        "value",
        "target",
        "period",
        "section",
        "subsection",
        "polarity",
        "areaRole",
        "area",
        "statusWords",
        "unit",
        "tolerance",
        "previous",
        "england",
        "region",
        "neighbours",
        "asAt",
        "nextDue",
        "secondary",
        "sort",
        "headline",
        "tooltips",
        "comparators",
        "textValue",
        "lower",
        "upper",
        "frequency",
        "cumulative",
      ),
      cell,
      { maxKeys: 12 },
    );
    const objects = fc.record({
      layout: fc.record({
        view: fc.constantFrom("scorecard", "cards", "neighbours", "areas", "trend", 3),
        density: fc.constantFrom("print", "compact", "comfortable"),
        order: fc.constantFrom("data", "furthest"),
        exceptions: fc.boolean(),
        multiples: fc.boolean(),
        readerSwitch: fc.boolean(),
      }),
      trend: fc.record({ chart: fc.constantFrom("line", "xmr") }),
      status: fc.record({
        profile: fc.constantFrom("default", "percent_10", "within_10_or_improved", "?"),
        toleranceKind: fc.constantFrom("none", "percentage_points", "percent_of_target"),
        toleranceAmount: fc.double(),
      }),
      reader: fc.record({ state: fc.oneof(fc.json(), fc.string()) }),
    });
    const formats = fc.dictionary(
      fc.constantFrom("value", "target", "previous"),
      fc.constantFrom("0%", "0.0%", "#,0", "", "General", ";;", '"£"0', "@"),
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 25 }),
        objects,
        formats,
        (rows, settings, columnFormats) => {
          opened.update(
            dataViewOf(
              rows.map((item) => ({ indicator: "A", ...item })),
              { objects: settings as unknown as powerbi.DataViewObjects, formats: columnFormats },
            ),
            { width: 900, height: 500 },
          );
          const calls = opened.taken();
          expect(calls.filter((name) => name !== "displayWarningIcon")).to.deep.equal(balanced);
          expect(opened.element.innerHTML).to.not.match(/NaN|Infinity|undefined/);
        },
      ),
      {
        numRuns: 250,
        examples: [
          [
            [{ value: 1.797693134862316e306 }],
            {
              layout: {
                view: "scorecard",
                density: "print",
                order: "data",
                exceptions: false,
                multiples: false,
                readerSwitch: false,
              },
              trend: { chart: "line" },
              status: { profile: "default", toleranceKind: "none", toleranceAmount: 0 },
              reader: { state: "" },
            },
            { value: "0%" },
          ],
        ],
      },
    );
  });

  it("lets two visuals stand in one page", () => {
    const second = openVisual();
    opened.update(dataViewOf([{ indicator: "A", value: 1 }]));
    second.update(dataViewOf([{ indicator: "B", value: 2 }]));
    expect([
      opened.one("tr.kpi .name").textContent,
      second.one("tr.kpi .name").textContent,
    ]).to.deep.equal(["A", "B"]);
    second.close();
  });
});
