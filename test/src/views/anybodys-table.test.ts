import { expect } from "chai";
import { openVisual, type OpenVisual } from "../support/open-visual";
import { boardPaper } from "../support/board-paper";
import { dataViewOf, type DataViewOptions, type Row } from "../../../page/visual/data-view";

// Tables as authors bring them, by kind of fault: right, or visibly not sure.
describe("a table that is not ours", () => {
  let opened: OpenVisual;
  beforeEach(() => {
    opened = openVisual();
  });
  afterEach(() => opened.close());

  /** The texts of the cells of each KPI, by column. */
  const drawn = (rows: readonly Row[], options?: DataViewOptions): Record<string, string>[] => {
    opened.update(dataViewOf(rows, options));
    return opened
      .all("tr.kpi")
      .map((row) =>
        Object.fromEntries(
          [...row.querySelectorAll<HTMLElement>("td, th")].map((cell) => [
            /c-(\w+)/.exec(cell.className)?.[1] ?? "",
            [...cell.querySelectorAll(".sr-only, .spc")].reduce(
              (text, hidden) => text.replace(hidden.textContent ?? "", ""),
              cell.textContent ?? "",
            ),
          ]),
        ),
      );
  };
  const series = (name: string, points: readonly (readonly [unknown, unknown])[]): Row[] =>
    points.map(([period, value]) => ({
      indicator: name,
      period,
      value,
      target: 50,
      polarity: "higher",
    }));

  it("takes a target and a previous value without a per cent sign on the scale of the value", () => {
    const [row] = drawn(
      [
        {
          indicator: "Seen in time",
          value: 0.674,
          previous: 0.702,
          target: 0.92,
          polarity: "higher",
        },
      ],
      { formats: { value: "0.0%" } },
    );
    expect(row).to.include({
      value: "67.4%",
      previous: "70.2%",
      target: "92.0%",
      status: "Missed",
    });
    expect(row.direction).to.contain("worsening");
  });

  it("rates no share of 1 against a percentage of 100, and says so", () => {
    for (const [value, target, formats] of [
      [0.674, 92, { value: "0.0%" }],
      [67.4, 0.92, { value: '0.0"%"' }],
      [0.674, 92, {}],
    ] as const) {
      const [row] = drawn([{ indicator: "Seen in time", value, target, polarity: "higher" }], {
        formats,
      });
      expect(row.status).to.equal("Not rated");
      expect(row.target).to.contain("?");
      expect(opened.one(".reasons").textContent).to.contain(
        "shares of 1 beside percentages of 100",
      );
    }
  });

  it("finds the latest in any usual spelling of periods, in any order of the rows", () => {
    const rows = [
      ...series("a", [
        ["Oct - Dec 2023", 30],
        ["Jan - Mar 2024", 40],
        ["Jul - Sep 2023", 20],
      ]),
      ...series("b", [
        ["Q4 23/24", 30],
        ["Q1 24/25", 60],
        ["Q2 23/24", 20],
        ["Q3 23/24", 25],
      ]),
      ...series("c", [
        ["2024 May", 70],
        ["2024 February", 40],
        ["2024 April", 60],
        ["2024 March", 50],
      ]),
      ...series("d", [
        ["w/c 11/03/2024", 20],
        ["w/c 25/03/2024", 80],
        ["w/c 18/03/2024", 70],
      ]),
      ...series("e", [
        ["May", 90],
        ["June", 91],
        ["April", 89],
      ]),
    ];
    expect(drawn(rows).map(({ value, asAt }) => [value, asAt])).to.deep.equal([
      ["40", "Jan - Mar 2024"],
      ["60", "Q1 24/25"],
      ["70", "2024 May"],
      ["80", "w/c 25/03/2024"],
      ["91", "June"],
    ]);
    for (const { direction } of drawn(rows)) expect(direction).to.contain("improving");
  });

  it("keeps every weekly and daily date, newest last", () => {
    const weekly = series("weekly", [
      [new Date(2024, 2, 25), 40],
      [new Date(2024, 2, 4), 10],
      [new Date(2024, 2, 18), 45],
    ]);
    const daily = series("daily", [
      ["2024-03-05", 52],
      ["2024-03-04", 51],
    ]);
    expect(drawn([...weekly, ...daily]).map(({ value, asAt }) => [value, asAt])).to.deep.equal([
      ["40", "25 Mar 24"],
      ["52", "5 Mar 24"],
    ]);
  });

  it("has no latest where a label is no time, or one period lies in another, and says so", () => {
    const [waves, mixed, doubled] = drawn([
      ...series("waves", [
        ["Wave two", 60],
        ["Wave three", 70],
      ]),
      ...series("mixed", [
        ["Jan 2024", 10],
        ["Q4 2023/24", 35],
        ["Mar 2024", 14],
      ]),
      ...series("doubled", [
        ["Mar 24", 60],
        ["Mar 24", 70],
      ]),
    ]);
    expect(waves.value).to.equal("not sure which is latest: “Wave two” has no known place in time");
    expect(mixed.value).to.contain("lies within another period");
    expect(doubled.value).to.contain("different figures for Mar 24");
    expect([waves, mixed, doubled].map(({ status }) => status)).to.deep.equal(
      Array(3).fill("Not rated"),
    );
    expect(opened.all(".direction")).to.have.length(0);
  });

  it("says what it took for granted of months without a year", () => {
    const months =
      "April August December February January July June March May November October September";
    const [row] = drawn(
      series(
        "a",
        months.split(" ").map((month, i) => [month, i + 1] as const),
      ),
    );
    expect([row.value, row.asAt]).to.deep.equal(["8?", "March (year from April)"]);
  });

  it("takes the last period with a figure for the latest where targets go on", () => {
    const rows = ["Sep 24", "Oct 24", "Nov 24", "Dec 24"].map((period, i) => ({
      indicator: "Plans",
      period,
      value: i < 2 ? 80 + i : null,
      target: 78 + 2 * i,
      polarity: "higher",
      unit: "%",
    }));
    expect(drawn(rows)[0]).to.include({
      value: "81%",
      asAt: "Oct 24",
      target: "80%",
      status: "Met",
    });
    opened.update(dataViewOf(rows, { objects: { layout: { view: "trend" } } }));
    expect(opened.one("text.end.target").textContent).to.equal("Target 84%");
  });

  it("prints value and target with the decimals that tell them apart", () => {
    const rows = [
      { indicator: "a", unit: "%", value: 94.98, target: 94.97, polarity: "higher" },
      {
        indicator: "b",
        unit: "%",
        value: 46.38,
        targetRule: "England",
        england: 46.37,
        polarity: "higher",
      },
      { indicator: "c", value: 0.0041, target: 0.0044, polarity: "lower" },
    ];
    expect(drawn(rows).map(({ value, target, england }) => [value, target, england])).to.deep.equal(
      [
        ["94.98%", "94.97%", ""],
        ["46.38%", "≥ 46.37%", "46.37%"],
        ["0.0041", "0.0044", ""],
      ],
    );
  });

  it("understands the words that people type, and names those that it does not", () => {
    const rows = [
      { indicator: "a", unit: "%", value: 91, target: ">95%", tolerance: "within 5%" },
      {
        indicator: "b",
        unit: "%",
        value: 91,
        target: "95%",
        polarity: "Maximise",
        tolerance: "±5",
      },
      { indicator: "c", unit: "%", value: 91, target: 95, polarity: "sideways" },
      { indicator: "d", unit: "%", value: 91, target: "as agreed", polarity: "higher" },
      {
        indicator: "e",
        unit: "%",
        value: 91,
        target: 95,
        polarity: "higher",
        tolerance: "a little",
      },
      { indicator: "f", unit: "%", value: 91, target: ">95%", polarity: "lower" },
    ];
    const shown = drawn(rows);
    expect(shown.map(({ status }) => status)).to.deep.equal([
      "Near",
      "Near",
      ...(Array(4).fill("Not rated") as string[]),
    ]);
    expect(opened.one(".reasons").textContent)
      .to.contain("polarity not understood")
      .and.contain("target not understood")
      .and.contain("tolerance not understood");
    expect(shown[2].value).to.equal("91%?");
  });

  it("prints by the author's format string", () => {
    expect(
      drawn([{ indicator: "a", value: 3_900_000, target: 4_000_000, polarity: "lower" }], {
        formats: { value: '"£"#,0.0,,"m"' },
      })[0],
    ).to.include({ value: "£3.9m", target: "£4.0m", status: "Met" });
  });

  it("draws a flat table with a status of the author's own, and counts by its words", () => {
    const words = ["Green", "Amber", "RED", "on track", "Platinum", "Complete", "not on track"];
    const rows = words.map((ownStatus, i) => ({
      indicator: `KPI ${i}`,
      section: "Plan",
      value: 10 + i,
      ownStatus,
      ownDirection: i % 2 ? "▲ Improving" : "Worse",
    }));
    const shown = drawn(rows, { headings: { ownStatus: "RAG" } });
    expect(shown.map(({ ownStatus }) => ownStatus)).to.deep.equal(words);
    expect(
      opened.all("tr.kpi .pill").map(({ className }) => className.replace("pill ", "")),
    ).to.deep.equal(["met", "near", "missed", "met", "other", "done", "missed"]);
    expect(opened.one("thead .c-ownStatus").textContent).to.equal("RAG");
    expect(opened.all("tr.kpi .c-status")).to.have.length(0);
    expect(opened.one(".summary ul").textContent).to.equal(
      "1 Green1 on track1 Amber1 RED1 not on track1 Complete1 Platinum",
    );
    expect(opened.all(".direction.improving .icon")).to.have.length(3);
    const mapped = drawn(rows, { objects: { own: { good: "platinum, gold" } } });
    expect(mapped).to.have.length(7);
    expect(opened.all("tr.kpi .pill")[4].className).to.equal("pill met");
  });

  it("says that a word beside an arrow the other way is of the process, not of the last two", () => {
    const low = [40, 42, 39, 41, 40, 43, 38, 41, 42, 40, 39, 41];
    const high = [60, 62, 59, 61, 63, 60, 62];
    const months = [...low, ...high].map((value, i): [string, number] => [
      `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
      value,
    ]);
    for (const [value, arrow] of [
      [59, "down"],
      [62, "no change"],
      [64, "up"],
    ] as const) {
      const points = [...months, ["2023-08", value] as const];
      const [row] = drawn(series("a", points));
      expect(row.direction).to.equal("improving");
      const shown = opened.one("tr.kpi .direction");
      expect(shown.classList.contains("apart")).to.equal(arrow !== "up");
      expect(shown.querySelector(".sr-only")!.textContent).to.equal(
        arrow === "up" ? "up, improving" : `${arrow}, improving by special cause over 20 points`,
      );
      opened.one("tr.kpi .disclosure").click();
      expect(opened.one(".detail").textContent).to.match(
        new RegExp(`${arrow}[^;]*; improving by special cause over 20 points`),
      );
      opened.one("tr.kpi .disclosure").click();
    }
    const [steady] = drawn(series("a", [...months.slice(0, 12), ["2023-01", 42]]));
    expect(steady.direction).to.equal("steady");
    expect(opened.one("tr.kpi .direction .sr-only").textContent).to.equal(
      "up, steady: no special cause over 13 points",
    );
    const [short] = drawn(series("a", months.slice(0, 4)));
    expect(short.direction).to.equal("improving");
    expect(opened.one("tr.kpi .direction .sr-only").textContent).to.equal("up, improving");
  });

  it("takes the author's status and direction from measures as from columns", () => {
    const rows = [
      { indicator: "a", value: 40, ownStatus: "Red", ownDirection: "Worse" },
      { indicator: "b", value: 60, ownStatus: "Green", ownDirection: "Improving" },
    ];
    const measured = ["ownStatus", "ownDirection"];
    const byColumn = drawn(rows);
    expect(byColumn.map(({ ownStatus }) => ownStatus)).to.deep.equal(["Red", "Green"]);
    expect(drawn(rows, { measured })).to.deep.equal(byColumn);
    expect(drawn(rows, { measured: ["ownStatus"] })).to.deep.equal(byColumn);
  });

  it("takes no period for the latest for a status that a measure works out of a blank value", () => {
    const months = ["2024-01", "2024-02", "2024-03"];
    const rows = months.map((period, i) => ({
      indicator: "a",
      period,
      value: [70, 60, null][i],
      target: 50,
      polarity: "higher",
      ownStatus: ["Green", "Amber", "Red"][i],
    }));
    expect(drawn(rows, { measured: ["ownStatus"] })[0]).to.include({
      value: "60",
      status: "Met",
      ownStatus: "Amber",
    });
    expect(drawn(rows)[0].ownStatus).to.equal("Red");
  });

  it("gives one measure of a status to no KPI of several value measures", () => {
    const view = dataViewOf([{ indicator: "a", value: 40, ownStatus: "Red" }], {
      measured: ["ownStatus"],
    });
    const values = view.categorical!.values!;
    values.push({ ...values[0], source: { ...values[0].source, displayName: "second" } });
    opened.update(view);
    expect(opened.all("tr.kpi")).to.have.length(2);
    expect(opened.all(".c-ownStatus")).to.have.length(0);
  });

  it("shows the author's status beside ours, never in its place", () => {
    const [row] = drawn([
      { indicator: "a", value: 40, target: 50, polarity: "higher", ownStatus: "Green" },
    ]);
    expect(row).to.include({ status: "Missed", ownStatus: "Green" });
  });

  it("lets the landing page and messages scroll to their end where they do not fit", () => {
    for (const view of [undefined, dataViewOf([{ section: "a", target: 1 }])])
      for (const [width, height] of [
        [220, 160],
        [120, 60],
      ]) {
        opened.update(view, { width, height });
        const landing = opened.one(".landing");
        const box = landing.getBoundingClientRect();
        const page = opened.one(".page").getBoundingClientRect();
        expect(box.top).to.be.at.least(page.top - 0.5);
        expect(box.bottom).to.be.at.most(page.bottom + 0.5);
        landing.scrollTop = landing.scrollHeight;
        const end = landing.lastElementChild!.getBoundingClientRect();
        expect(end.bottom).to.be.at.most(box.bottom + 0.5);
        expect(landing.tabIndex).to.equal(0);
      }
  });

  it("gives way line by line in small sizes, down to a card, and always shows figures", () => {
    const shown = (width: number, height: number): string[] => {
      opened.update(dataViewOf(boardPaper(), { objects: { layout: { title: "Board" } } }), {
        width,
        height,
      });
      const parts = [".toolbar", ".reasons", ".title p", ".summary", "h2", "tr.kpi", ".card"];
      return parts.filter((part) => opened.all(part).length > 0);
    };
    expect(shown(1280, 720)).to.deep.equal([
      ".toolbar",
      ".reasons",
      ".title p",
      ".summary",
      "h2",
      "tr.kpi",
    ]);
    expect(shown(320, 640)).to.deep.equal([".title p", ".summary", "h2", "tr.kpi"]);
    expect(shown(600, 200)).to.deep.equal([".summary", "h2", "tr.kpi"]);
    expect(shown(600, 120)).to.deep.equal(["tr.kpi"]);
    expect(shown(200, 120)).to.deep.equal([".card"]);
    expect(opened.one(".card .pill").textContent).to.equal("Missed");
  });

  it("asks an author who has targets and no polarity which way is better, and keeps the answer", () => {
    const view = dataViewOf([{ indicator: "a", value: 4, target: 5 }]);
    opened.update(view);
    expect(opened.all(".prompt")).to.have.length(0);
    opened.update(view, { viewMode: 1 });
    opened.all(".prompt button")[0].click();
    expect(opened.calls.find(({ name }) => name === "persistProperties")?.values[0]).to.deep.equal({
      merge: [{ objectName: "status", properties: { polarity: "higher" }, selector: null }],
    });
    opened.update(
      dataViewOf([{ indicator: "a", value: 4, target: 5 }], {
        objects: { status: { polarity: "higher" } },
      }),
      { viewMode: 1 },
    );
    expect(opened.one(".pill").textContent).to.equal("Missed");
    expect(opened.all(".prompt")).to.have.length(0);
    opened.update();
    expect(opened.one(".landing li").textContent).to.contain("which way is better");
    expect(opened.all(".landing button")).to.have.length(0);
    opened.update(undefined, { viewMode: 1 });
    opened.calls.length = 0;
    opened.all(".landing li:first-child button")[1].click();
    expect(opened.calls.find(({ name }) => name === "persistProperties")?.values[0]).to.deep.equal({
      merge: [{ objectName: "status", properties: { polarity: "lower" }, selector: null }],
    });
  });

  it("says how many of how many it draws where it cuts", () => {
    const rows = Array.from({ length: 70 }, (_, i) => ({ indicator: `KPI ${i}`, value: i }));
    opened.update(dataViewOf(rows, { objects: { layout: { view: "cards" } } }));
    expect(opened.all(".card")).to.have.length(60);
    expect(opened.one(".cards + .nothing").textContent).to.contain("60 of 70 KPIs");
  });

  it("takes several measures for a KPI each, with their formats and their targets", () => {
    const view = dataViewOf(
      [
        { period: "Mar 24", value: 0.674, target: 0.95, previous: null },
        { period: "Feb 24", value: 0.65, target: 0.95, previous: null },
      ],
      { formats: { value: "0.0%", target: "0%" }, headings: { value: "Seen in time" } },
    );
    const { values } = view.categorical!;
    const [value, target] = values!;
    const more = (source: typeof value, displayName: string, cells: number[], format: string) => ({
      ...source,
      source: { ...source.source, displayName, format },
      values: cells,
    });
    values!.push(
      more(value, "Waiting", [1234, 1300], "#,0"),
      more(target, "T2", [1000, 1000], "#,0"),
    );
    opened.update(view);
    expect(
      opened
        .all("tr.kpi")
        .map((row) => [
          row.querySelector(".name")?.textContent,
          row.querySelector(".c-value")?.textContent,
          row.querySelector(".c-target")?.textContent,
        ]),
    ).to.deep.equal([
      ["Seen in time", "67.4%", "95.0%"],
      ["Waiting", "1,234", "1,000"],
    ]);
    opened.one("tr.kpi:nth-child(2)").click();
    expect(opened.selectedRows()).to.deep.equal([0, 1]);
  });
});
